// SPDX-License-Identifier: MIT
import type { MapNode, PathwayMap } from "./neighbourhood";

export interface Place {
  x: number;
  y: number;
}

const COLUMN_WIDTH = 170;
const ROW_HEIGHT = 34;
const TALLEST = 16; // nodes in a column of a neighbourhood

const COMPARTMENTS = [
  "tissue", "extracellular", "membrane", "cytoplasm", "mitochondria", "nucleus", "",
];

/** Columns from left to right: for a neighbourhood by steps, else by compartment. */
function columnsOf(map: PathwayMap, isAround: boolean): MapNode[][] {
  const groups = new Map<number, MapNode[]>();
  for (const node of map.nodes) {
    const known = COMPARTMENTS.indexOf(node.compartment);
    const key = isAround ? node.step : known < 0 ? COMPARTMENTS.length : known;
    groups.set(key, [...(groups.get(key) ?? []), node]);
  }
  return [...groups.keys()].sort((a, b) => a - b).map((key) => groups.get(key)!);
}

/** The mean row of the neighbours already placed: near it the edges are short. */
function meanRow(id: string, map: PathwayMap, rows: Map<string, number>): number {
  const near = map.edges.flatMap(({ from, to }) =>
    from === id ? [rows.get(to)] : to === id ? [rows.get(from)] : []);
  const placed = near.filter((row): row is number => row !== undefined);
  return placed.length === 0 ? 0 : placed.reduce((sum, row) => sum + row, 0) / placed.length;
}

/** Inhibitors lie under activators: the sign of the edge to the node the map is about. */
function signRank(id: string, map: PathwayMap, centre: string): number {
  const edge = map.edges.find(({ from, to }) =>
    (from === id && to === centre) || (to === id && from === centre));
  return edge?.sign === "-" ? 1 : 0;
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/**
 * Places that say something: what acts on the chosen node is left of it, what it acts on right; a
 * map without one runs from tissue and ligands on the left to the nucleus on the right.
 */
export function layOut(map: PathwayMap, centre: string): Map<string, Place> {
  const places = new Map<string, Place>();
  const rows = new Map<string, number>();
  const isAround = centre !== "";
  const columns = columnsOf(map, isAround);
  const tallest = isAround ? TALLEST
    : Math.max(TALLEST, Math.ceil(Math.sqrt(map.nodes.length) * 1.7));
  for (const column of columns) {
    column.sort((a, b) => signRank(a.id, map, centre) - signRank(b.id, map, centre)
      || compareText(a.kind, b.kind) || meanRow(a.id, map, rows) - meanRow(b.id, map, rows)
      || compareText(a.id, b.id));
    column.forEach(({ id }, i) => rows.set(id, i - (column.length - 1) / 2));
  }
  let x = 0;
  for (const column of columns) {
    const sides = Math.ceil(column.length / tallest);
    const height = Math.ceil(column.length / sides);
    column.forEach(({ id }, i) => {
      const side = Math.floor(i / height);
      const inSide = Math.min(height, column.length - side * height);
      // Neighbouring sides are shifted by half a row, so that labels do not touch.
      const y = (i % height) - (inSide - 1) / 2 + (side % 2) / 2;
      places.set(id, { x: x + side * COLUMN_WIDTH, y: y * ROW_HEIGHT });
    });
    x += sides * COLUMN_WIDTH + COLUMN_WIDTH * 0.6;
  }
  return places;
}
