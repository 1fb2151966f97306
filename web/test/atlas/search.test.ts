// SPDX-License-Identifier: MIT
import { expect, it } from "vitest";
import { groupHits, indexAtlas, isNear, normal, search } from "../../src/atlas/search";
import { sampleAtlas } from "../atlas_sample";

const entries = indexAtlas(sampleAtlas());

function best(text: string): string {
  const [hit] = search(entries, text);
  return hit ? `${hit.entry.kind}:${hit.entry.id}` : "nothing";
}

it("everyday names find their row, however they are written", () => {
  expect(best("AMG 510")).toBe("drug:sotorasib");
  expect(best("amg510")).toBe("drug:sotorasib");
  expect(best("AMG-510")).toBe("drug:sotorasib");
  expect(best("mrtx849")).toBe("drug:adagrasib");
  expect(best("ERBB1")).toBe("gene:EGFR");
  expect(best("LKB1")).toBe("gene:STK11");
  expect(best("PDAC")).toBe("cancer:PAAD");
  expect(best("r34")).toBe("reference:Canon2019");
});

it("a variant is found by gene and change, with and without colon", () => {
  expect(best("KRAS:Y96D")).toBe("variant:kras-y96d-g12ci");
  expect(best("KRAS Y96D")).toBe("variant:kras-y96d-g12ci");
  expect(best("p.Tyr96Asp")).toBe("variant:kras-y96d-g12ci");
});

it("a name is worth more than its mention in a text", () => {
  const hits = search(entries, "autophagy");
  const text = hits.findIndex(({ entry }) => entry.kind === "claim");
  const names = hits.findIndex(({ entry }) => entry.id === "autophagy-i");
  expect(hits[0]?.entry.title.toLowerCase()).toBe("autophagy");
  expect(names).toBeGreaterThanOrEqual(0);
  expect(text).toBeGreaterThan(names);
});

it("every word must fit somewhere", () => {
  expect(best("sotorasib lysosome")).toBe("nothing");
  expect(search(entries, "adagrasib Mirati").map(({ entry }) => entry.id)).toContain("adagrasib");
});

it("misspellings get the nearest name, but only where no name fits", () => {
  expect(best("sotorasab")).toBe("drug:sotorasib");
  expect(best("trametnib")).toBe("drug:trametinib");
  expect(search(entries, "sotorasib").every(({ entry }) => entry.id !== "adagrasib")).toBe(true);
});

it("nothing is found by nothing", () => {
  expect(search(entries, "  ")).toEqual([]);
  expect(search(entries, "(*&")).toEqual([]);
});

it("groups follow their best hit and lose none", () => {
  const hits = search(entries, "kras");
  const groups = groupHits(hits);
  expect(groups[0]?.kind).toBe(hits[0]?.entry.kind);
  expect(groups.reduce((sum, { hits: of }) => sum + of.length, 0)).toBe(hits.length);
  expect(new Set(groups.map(({ kind }) => kind)).size).toBe(groups.length);
});

it("spelling is compared without accents, case and signs", () => {
  expect(normal("  KRAS(G12C)–Öß ")).toBe("kras g12c oß");
});

it("nearness counts changes, gaps and swapped neighbours as one", () => {
  expect(isNear("trametinib", "trametnib", 1)).toBe(true);
  expect(isNear("kras", "kars", 1)).toBe(true);
  expect(isNear("kras", "nras", 1)).toBe(true);
  expect(isNear("kras", "braf", 1)).toBe(false);
  expect(isNear("", "ab", 1)).toBe(false);
});
