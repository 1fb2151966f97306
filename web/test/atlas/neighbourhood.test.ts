// SPDX-License-Identifier: MIT
import { expect, it } from "vitest";
import { layOut } from "../../src/atlas/map_layout";
import type { MapEdge } from "../../src/atlas/neighbourhood";
import { allEdges, busiestNode, distances, selectMap } from "../../src/atlas/neighbourhood";
import { sampleBook } from "../atlas_sample";

const book = sampleBook();
const ALL = { node: "", depth: 1, cancer: "" };

function chain(...names: string[]): MapEdge[] {
  return names.slice(1).map((to, i) =>
    ({ from: names[i]!, to, sign: "+", basis: "stated", refs: [] }));
}

it("steps follow the arrows, or go against them, no further than asked", () => {
  const edges = [...chain("a", "b", "c", "d"), ...chain("d", "a")];
  expect([...distances(edges, "b", 1, "along")]).toEqual([["b", 0], ["c", 1]]);
  expect([...distances(edges, "b", 2, "against")]).toEqual([["b", 0], ["a", 1], ["d", 2]]);
  expect(distances(edges, "b", 9, "along").get("a")).toBe(3);
});

it("around a node are its neighbours on both sides, and the edges among them", () => {
  const { nodes, edges } = selectMap(book, { ...ALL, node: "SHP2" });
  const steps = new Map(nodes.map(({ id, step }) => [id, step]));
  expect(steps.get("SHP2")).toBe(0);
  expect(steps.get("EGFR")).toBe(-1);
  expect(steps.get("KRAS-GTP")).toBe(1);
  expect(steps.has("ERK")).toBe(false);
  for (const { from, to } of edges) expect(steps.has(from) && steps.has(to)).toBe(true);
});

it("two steps reach further than one", () => {
  const one = selectMap(book, { ...ALL, node: "ERK" }).nodes.map(({ id }) => id);
  const two = selectMap(book, { ...ALL, node: "ERK", depth: 2 }).nodes.map(({ id }) => id);
  expect(two).toEqual(expect.arrayContaining(one));
  expect(two.length).toBeGreaterThan(one.length);
});

it("the whole map has every node, and the edges of the regulators too", () => {
  const { nodes, edges } = selectMap(book, ALL);
  expect(nodes).toHaveLength(book.atlas.nodes.length);
  expect(edges.some(({ from, to, sign, basis }) => from === "autophagy" && to === "apoptosis"
    && sign === "-" && basis === "regulator")).toBe(true);
});

it("an edge that both tables state is drawn once", () => {
  const keys = allEdges(book).map(({ from, to }) => `${from}>${to}`);
  expect(new Set(keys).size).toBe(keys.length);
});

it("a cancer leaves only its regulators", () => {
  const own = selectMap(book, { ...ALL, cancer: "PAAD" }).nodes;
  expect(own.filter(({ regulator }) => regulator !== "").map(({ id }) => id).sort())
    .toEqual(["YAP1", "autophagy"]);
  const around = selectMap(book, { ...ALL, node: "KRAS-GTP", cancer: "PAAD" }).nodes;
  expect(around.map(({ id }) => id)).not.toContain("SHP2");
});

it("a node that the tables do not have stands alone", () => {
  expect(selectMap(book, { ...ALL, node: "nothing" }).nodes).toHaveLength(1);
});

it("the busiest node has no neighbour with more edges", () => {
  const degree = (id: string): number =>
    allEdges(book).filter(({ from, to }) => from === id || to === id).length;
  const best = degree(busiestNode(book));
  for (const { node } of book.atlas.nodes) expect(degree(node)).toBeLessThanOrEqual(best);
});

it("what acts on the chosen node lies left of it, what it acts on right", () => {
  const map = selectMap(book, { ...ALL, node: "ERK", depth: 2 });
  const { places } = layOut(map, "ERK");
  const at = places.get("ERK")!.x;
  for (const { id, step } of map.nodes) {
    expect(Math.sign(places.get(id)!.x - at)).toBe(Math.sign(step));
  }
});

it("no two nodes share a place", () => {
  const map = selectMap(book, ALL);
  const places = [...layOut(map, "").places.values()].map(({ x, y }) => `${x},${y}`);
  expect(new Set(places).size).toBe(map.nodes.length);
});
