// SPDX-License-Identifier: MIT
import { parseHTML } from "linkedom";
import { beforeAll, expect, it, vi } from "vitest";
import type { Atlas } from "../../src/atlas/atlas";
import { Book } from "../../src/atlas/book";
import { safeUrl } from "../../src/atlas/links";
import { hashOf, parseRoute } from "../../src/atlas/route";
import { indexAtlas } from "../../src/atlas/search";
import { sheetOf } from "../../src/atlas/sheet";
import { expectedWords, strengthOf } from "../../src/atlas/words";
import { filterClaims } from "../../src/atlas/views/claims_view";
import { element } from "../../src/element";
import { sampleAtlas } from "../atlas_sample";

vi.mock("cytoscape", () => ({ default: () => { throw new Error("no drawing in this test"); } }));

beforeAll(() => {
  vi.stubGlobal("document", parseHTML("<!doctype html><body></body>").document);
  vi.stubGlobal("history", { replaceState: () => undefined });
});

function render(atlas: Atlas, hash: string): HTMLElement {
  const sheet = sheetOf(new Book(atlas), indexAtlas(atlas), parseRoute(hash));
  const node = element("main", {}, element("h1", {}, sheet.title),
    element("p", {}, ...(sheet.lead ?? [])), ...sheet.content);
  if (!hash.startsWith("#/map")) sheet.start?.();
  return node;
}

function textOf(hash: string): string {
  return render(sampleAtlas(), hash).textContent ?? "";
}

/** Addresses of every list and of every row. */
function allHashes(atlas: Atlas): string[] {
  const rows = indexAtlas(atlas).map(({ kind, id }) => hashOf(kind, id));
  const lists = [...new Set(rows.map((hash) => hash.split("/").slice(0, 2).join("/")))];
  return ["#/", "#/grid", "#/grid?cancer=NSCLC&by=class", "#/map", "#/map/ERK?depth=2",
    "#/search/kras", ...lists, ...rows];
}

it("a therapy tells direction, context, evidence, gaps, conflicts and sources", () => {
  const text = textOf("#/drug/adagrasib");
  for (const told of ["MRTX849", "KRAS Y96D", "resists", "stays sensitive", "NSCLC KRAS G12C",
    "clinical", "G13D and adagrasib", "doi:10.1056/NEJMoa2105281", "C002", "YAP1"]) {
    expect(text).toContain(told);
  }
  expect(textOf("#/drug/selumetinib")).toContain("Pharmacology of the agent");
});

it("a claim is told in words, with its state", () => {
  const text = textOf("#/claim/C004");
  expect(text).toContain("rebound of ERK is much lower with KRAS G12C inhibitors, OFF state + "
    + "loss of SHP2 than with");
  expect(text).toContain("reproduced");
  expect(textOf("#/claim/C005")).toContain("not modelled: yap-tead");
});

it("names that are no ids lead to their row if there is only one", () => {
  expect(textOf("#/variant/KRAS:Y96D")).toContain("switch-II pocket");
  expect(textOf("#/gene/ERBB1")).toContain("epidermal growth factor receptor");
  expect(textOf("#/drug/lumakras")).toContain("Sotorasib");
});

it("a variant of several rows shows all of them, and that they disagree", () => {
  const page = render(sampleAtlas(), "#/variant/KRAS:G13D");
  expect(page.querySelector("h1")?.textContent).toBe("KRAS G13D");
  for (const told of ["resists", "stays sensitive", "NSCLC KRAS G12C", "C002"]) {
    expect(page.textContent).toContain(told);
  }
  expect(textOf("#/variant/kras-g13d-screen")).toContain("Another row says the opposite");
});

it("what is not known gets the nearest names", () => {
  expect(textOf("#/drug/sotorasab")).toContain("Sotorasib");
  expect(textOf("#/nowhere")).toContain("not known");
});

it("links inside the atlas lead to views that exist", () => {
  const atlas = sampleAtlas();
  const hashes = allHashes(atlas).flatMap((hash) =>
    [...render(atlas, hash).querySelectorAll("a")].map((a) => a.getAttribute("href") ?? ""));
  for (const hash of new Set(hashes.filter((href) => href.startsWith("#")))) {
    expect(render(atlas, hash).querySelector("h1")?.textContent, hash).not.toContain("not known");
  }
});

it("no text of the tables becomes an element, an attribute or an address that runs", () => {
  const atlas = sampleAtlas();
  const evil = '"><img src=x onerror=alert(1)><script>alert(1)</script>';
  const poison = (row: Record<string, unknown>): void => {
    for (const [key, value] of Object.entries(row)) {
      if (key === "url" || key === "doi") row[key] = "javascript:alert(1)";
      else if (typeof value === "string") row[key] = value + evil;
      else if (Array.isArray(value)) row[key] = value.map((item) => `${String(item)}${evil}`);
    }
  };
  for (const rows of Object.values(atlas)) if (Array.isArray(rows)) rows.forEach(poison);
  for (const hash of allHashes(atlas)) {
    const page = render(atlas, hash);
    expect(page.querySelectorAll("img, script, [onerror]")).toHaveLength(0);
    for (const a of page.querySelectorAll("a")) {
      expect(a.getAttribute("href")).toMatch(/^(#\/|https:\/\/)/);
    }
  }
});

it("only addresses of the web become links", () => {
  expect(safeUrl("https://doi.org/10.1/x")).toBe("https://doi.org/10.1/x");
  for (const url of ["javascript:alert(1)", "data:text/html,x", " https://x", 'https://x"', ""]) {
    expect(safeUrl(url)).toBeUndefined();
  }
});

it("claims are filtered by section, level, status, part and words, all at once", () => {
  const none = { section: "", level: "", status: "", part: "", text: "" };
  const ids = (filter: Partial<typeof none>): string[] =>
    filterClaims(sampleAtlas().claims, { ...none, ...filter }).map(({ id }) => id);
  expect(ids({})).toHaveLength(8);
  expect(ids({ status: "not modelled" })).toEqual(["C005", "C006"]);
  expect(ids({ status: "not run" })).toEqual(["C007"]);
  expect(ids({ section: "Receptor tyrosine kinases", text: "rebound shp2" })).toEqual(["C004"]);
  expect(ids({ part: "autophagy" })).toEqual(["C006"]);
  expect(ids({ level: "clinical", status: "missed" })).toEqual([]);
});

it("expected numbers are ranges to read, other relations stay as they are", () => {
  expect(expectedWords("value: 0.322..0.376 1")).toBe("0.322 to 0.376");
  expect(expectedWords("value: 192..207 d")).toBe("192 to 207 d");
  expect(expectedWords("freq: 2..2 %")).toBe("2 %");
  expect(expectedWords("order: a > b")).toBe("order: a > b");
});

it("evidence is ranked by where it was seen", () => {
  expect(strengthOf("clinical + in-vitro-screen")).toBe("patients");
  expect(strengthOf("in-vivo mouse model")).toBe("animals or models");
  expect(strengthOf("in-vitro-screen")).toBe("cells");
  expect(strengthOf("general statement")).toBe("stated only");
  expect(strengthOf("preclinical model")).toBe("animals or models");
});
