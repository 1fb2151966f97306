// SPDX-License-Identifier: MIT
import { expect, it } from "vitest";
import { readAtlas } from "../../src/atlas/atlas";
import { ATLAS_TEXT, sampleAtlas, sampleBook } from "../atlas_sample";

function problemOf(text: string): string {
  const read = readAtlas(text);
  return "problem" in read ? read.problem : "";
}

it("the sample is read, with lists as lists and its hash", () => {
  const atlas = sampleAtlas();
  expect(atlas.therapies.find(({ id }) => id === "sotorasib")?.synonyms)
    .toEqual(["AMG 510", "LUMAKRAS"]);
  expect(atlas.knowledge).toMatch(/^[0-9a-f]{16}$/);
});

it("an empty page, broken text and another format are told apart", () => {
  expect(problemOf("null")).toContain("rascade atlas --html");
  expect(problemOf("{")).toContain("not valid JSON");
  expect(problemOf('{"format":"rascade-plan/1"}')).toContain("rascade-atlas/1");
});

it("tables that are absent are named", () => {
  const json = JSON.parse(ATLAS_TEXT) as Record<string, unknown>;
  delete json.edges;
  expect(problemOf(JSON.stringify(json))).toContain("edges");
});

it("columns that a row lacks are empty, others than the known are left out", () => {
  const json = JSON.parse(ATLAS_TEXT) as Record<string, unknown>;
  json.nodes = [{ node: "A", parts: "x; y", more: 1 }, null];
  const read = readAtlas(JSON.stringify(json));
  if (!("atlas" in read)) throw new Error(read.problem);
  expect(read.atlas.nodes[0]).toEqual({ node: "A", kind: "", compartment: "", role: "", genes: [],
    parts: ["x", "y"], refs: [] });
  expect(read.atlas.nodes[1]?.node).toBe("");
});

it("a reference answers to its key and to its number in the review", () => {
  const book = sampleBook();
  expect(book.reference("r34")).toBe(book.reference("Canon2019"));
  expect(book.reference("r34")?.doi).not.toBe("");
});

it("classes are followed upwards and end at one that is its own class", () => {
  const book = sampleBook();
  expect(book.classesOf("sotorasib")).toEqual(["g12ci-off", "kras-i"]);
  expect(book.classesOf("kras-i")).toEqual([]);
});

it("genes answer to synonyms", () => {
  expect(sampleBook().gene("lkb1")?.symbol).toBe("STK11");
});

it("a row is about a cancer if stated for it, a kind of it, its kind or for none", () => {
  const book = sampleBook();
  expect(book.isAbout(["NSCLC"], "LUAD")).toBe(true);
  expect(book.isAbout(["LUAD"], "NSCLC")).toBe(true);
  expect(book.isAbout([], "MEL")).toBe(true);
  expect(book.isAbout(["COADREAD"], "LUAD")).toBe(false);
});

it("every link of the sample leads to a row", () => {
  const book = sampleBook();
  const { alterations, regulators, edges, claims } = book.atlas;
  const refs = [...alterations, ...regulators, ...edges, ...claims].flatMap((row) => row.refs);
  expect(refs.filter((ref) => !book.reference(ref))).toEqual([]);
  expect(edges.filter(({ from, to }) => !book.node(from) || !book.node(to))).toEqual([]);
});
