// SPDX-License-Identifier: MIT
import type { MapNode, PathwayMap } from "./neighbourhood";

export interface Place {
  x: number;
  y: number;
}

/** Over a column stands what its nodes have in common. */
export interface Heading extends Place {
  text: string;
}

export interface Layout {
  places: Map<string, Place>;
  headings: Heading[];
}

const COLUMN_WIDTH = 150;
const GAP = 70;                    // between groups of columns
const ROW_HEIGHT = { least: 24, most: 44 };
const TALLEST = 16;                // nodes in a column of a neighbourhood
const WANTED_SHAPE = 2;            // width by height of the frame

const COMPARTMENTS = [
  "tissue", "extracellular", "membrane", "cytoplasm", "mitochondria", "nucleus", "",
];

interface Group {
  name: string;
  nodes: MapNode[];
}

function stepName(step: number): string {
  if (step === 0) return "";
  if (Math.abs(step) === 1) return step < 0 ? "acts on it" : "it acts on";
  return `${Math.abs(step)} steps ${step < 0 ? "before" : "after"}`;
}

/** From left to right: for a neighbourhood by steps, else by compartment. */
function groupsOf(map: PathwayMap, isAround: boolean): Group[] {
  const groups = new Map<number, MapNode[]>();
  for (const node of map.nodes) {
    const known = COMPARTMENTS.indexOf(node.compartment);
    const key = isAround ? node.step : known < 0 ? COMPARTMENTS.length - 1 : known;
    groups.set(key, [...(groups.get(key) ?? []), node]);
  }
  return [...groups.keys()].sort((a, b) => a - b).map((key) => ({
    name: isAround ? stepName(key) : COMPARTMENTS[key] || "elsewhere", nodes: groups.get(key)!,
  }));
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

function sortGroups(groups: Group[], map: PathwayMap, centre: string): void {
  const rows = new Map<string, number>();
  for (const { nodes } of groups) {
    nodes.sort((a, b) => signRank(a.id, map, centre) - signRank(b.id, map, centre)
      || compareText(a.kind, b.kind) || meanRow(a.id, map, rows) - meanRow(b.id, map, rows)
      || compareText(a.id, b.id));
    nodes.forEach(({ id }, i) => rows.set(id, i - (nodes.length - 1) / 2));
  }
}

/**
 * Places that say something: what acts on the chosen node is left of it, what it acts on right; a
 * map without one runs from tissue and ligands on the left to the nucleus on the right.
 */
export function layOut(map: PathwayMap, centre: string): Layout {
  const groups = groupsOf(map, centre !== "");
  sortGroups(groups, map, centre);
  const tallest = Math.max(TALLEST, Math.ceil(Math.sqrt(map.nodes.length) * 2));
  const sidesOf = ({ nodes }: Group): number => Math.ceil(nodes.length / tallest);
  const heightOf = (group: Group): number => Math.ceil(group.nodes.length / sidesOf(group));
  const highest = Math.max(1, ...groups.map(heightOf));
  const width = groups.reduce((sum, group) => sum + sidesOf(group) * COLUMN_WIDTH + GAP, 0);
  const { least, most } = ROW_HEIGHT;
  const rowHeight = Math.min(most, Math.max(least, width / WANTED_SHAPE / highest));
  const stretch = Math.max(1, (WANTED_SHAPE * highest * rowHeight) / width);
  const columnWidth = COLUMN_WIDTH * stretch;
  const layout: Layout = { places: new Map(), headings: [] };
  let x = 0;
  for (const group of groups) {
    const height = heightOf(group);
    group.nodes.forEach(({ id }, i) => {
      const side = Math.floor(i / height);
      const inSide = Math.min(height, group.nodes.length - side * height);
      // Neighbouring sides are shifted by half a row, so that labels do not touch.
      const row = (i % height) - (inSide - 1) / 2 + (side % 2) / 2;
      layout.places.set(id, { x: x + side * columnWidth, y: row * rowHeight });
    });
    if (group.name !== "") {
      const middle = x + ((sidesOf(group) - 1) * columnWidth) / 2;
      layout.headings.push({ text: group.name, x: middle, y: -(highest / 2 + 1) * rowHeight });
    }
    x += sidesOf(group) * columnWidth + GAP * stretch;
  }
  return layout;
}
