// SPDX-License-Identifier: MIT
import { expect, it } from "vitest";
import { hashOf, parseRoute } from "../../src/atlas/route";

it("an empty address is the start", () => {
  for (const hash of ["", "#", "#/"]) expect(parseRoute(hash).view).toBe("home");
});

it("a row has its view and id", () => {
  expect(parseRoute("#/claim/C069")).toMatchObject({ view: "claim", id: "C069" });
  expect(parseRoute("#/drug")).toMatchObject({ view: "drug", id: "" });
});

it("any name survives the way into the address and back", () => {
  for (const id of ["KRAS:Y96D", "a/b?c=d#e", "100 %", "β-catenin", "../x", "<b>"]) {
    const hash = hashOf("node", id, { depth: "2" });
    const route = parseRoute(hash);
    expect(route).toMatchObject({ view: "node", id });
    expect(route.query.get("depth")).toBe("2");
  }
});

it("empty filters are not written", () => {
  expect(hashOf("grid", "", { cancer: "", by: "" })).toBe("#/grid");
});

it("an address that nobody wrote does not throw", () => {
  expect(parseRoute("#/drug/%E0%A4%A").id).toBe("%E0%A4%A");
  expect(parseRoute("#/nowhere/x").view).toBe("unknown");
  expect(parseRoute("#/constructor").view).toBe("unknown");
});
