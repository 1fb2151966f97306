// SPDX-License-Identifier: MIT
import type { PathwayEdge } from "./atlas";
import type { Book } from "./book";
import { bareNode } from "./book";

export interface MapFilter {
  node: string;   // empty: all nodes
  depth: number;  // steps from the node
  cancer: string; // code; empty: all
}

export interface MapNode {
  id: string;
  kind: string;
  compartment: string;
  regulator: string; // id, empty if it is none
  role: string;      // of the regulator
  step: number;      // 0 the chosen node; below 0 before it, above 0 after it
}

export interface MapEdge {
  from: string;
  to: string;
  sign: string;
  basis: string; // stated | background | regulator: of the table of regulators
  refs: string[];
}

export interface PathwayMap {
  nodes: MapNode[];
  edges: MapEdge[];
}

/** The edges of the pathway, and of the regulators those that it lacks. */
export function allEdges(book: Book): MapEdge[] {
  const edges: MapEdge[] = book.atlas.edges.map((edge: PathwayEdge) => ({ ...edge }));
  const known = new Set(edges.map(({ from, to }) => `${from}|${to}`));
  for (const row of book.atlas.regulators) {
    const from = book.nodeOf(row);
    for (const target of row.acts_on) {
      const to = bareNode(target);
      if (known.has(`${from}|${to}`)) continue;
      known.add(`${from}|${to}`);
      const sign = target === to ? "+" : target.charAt(0);
      edges.push({ from, to, sign, basis: "regulator", refs: row.refs });
    }
  }
  return edges;
}

/** Steps from `start` along the edges, or against them; at most `depth`. */
export function distances(
  edges: MapEdge[], start: string, depth: number, way: "along" | "against",
): Map<string, number> {
  const steps = new Map([[start, 0]]);
  let front = [start];
  for (let step = 1; step <= depth && front.length > 0; step += 1) {
    const reached = new Set(front);
    front = [];
    for (const { from, to } of edges) {
      const [here, there] = way === "along" ? [from, to] : [to, from];
      if (!reached.has(here) || steps.has(there)) continue;
      steps.set(there, step);
      front.push(there);
    }
  }
  return steps;
}

function stepsAround(edges: MapEdge[], node: string, depth: number): Map<string, number> {
  const after = distances(edges, node, depth, "along");
  const before = distances(edges, node, depth, "against");
  const steps = new Map<string, number>();
  for (const id of new Set([...before.keys(), ...after.keys()])) {
    const down = after.get(id) ?? Infinity;
    const up = before.get(id) ?? Infinity;
    steps.set(id, up < down ? -up : down);
  }
  return steps;
}

/**
 * What is to be drawn. A cancer leaves out the regulators that are reported only in others; without
 * a chosen node it leaves only its regulators and what they act on.
 */
export function selectMap(book: Book, filter: MapFilter): PathwayMap {
  const { node, depth, cancer } = filter;
  const isSeen = (id: string): boolean => {
    const row = book.regulatorAt(id);
    return id === node || !row || book.isAbout(row.cancers, cancer);
  };
  let edges = allEdges(book).filter(({ from, to }) => isSeen(from) && isSeen(to));
  let steps = new Map<string, number>();
  if (node !== "") {
    steps = stepsAround(edges, node, depth);
  } else if (cancer !== "") {
    const own = book.atlas.regulators
      .filter((row) => row.cancers.length > 0 && book.isAbout(row.cancers, cancer));
    for (const row of own) {
      for (const id of [book.nodeOf(row), ...row.acts_on.map(bareNode)]) steps.set(id, 0);
    }
  } else {
    for (const { from, to } of edges) for (const id of [from, to]) steps.set(id, 0);
    for (const row of book.atlas.nodes) steps.set(row.node, 0);
  }
  edges = edges.filter(({ from, to }) => steps.has(from) && steps.has(to));
  const nodes = [...steps].map(([id, step]) => {
    const row = book.node(id);
    const regulator = book.regulatorAt(id);
    return {
      id, step, kind: row?.kind ?? "regulator", compartment: row?.compartment ?? "",
      regulator: regulator?.id ?? "", role: regulator?.role ?? "",
    };
  });
  return { nodes, edges };
}

/** The node with most edges: where the map opens. */
export function busiestNode(book: Book): string {
  const count = new Map<string, number>();
  for (const { from, to } of allEdges(book)) {
    for (const id of [from, to]) count.set(id, (count.get(id) ?? 0) + 1);
  }
  let best = "";
  for (const [id, n] of count) if (n > (count.get(best) ?? 0)) best = id;
  return best;
}
