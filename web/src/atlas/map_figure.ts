// SPDX-License-Identifier: MIT
import cytoscape from "cytoscape";
import type { Palette } from "../palette";
import type { Layout } from "./map_layout";
import type { MapNode, PathwayMap } from "./neighbourhood";

export const NODE_KINDS: Record<string, { shape: cytoscape.Css.NodeShape; series: number }> = {
  protein: { shape: "ellipse", series: 4 },
  complex: { shape: "round-hexagon", series: 4 },
  ligand: { shape: "triangle", series: 2 },
  "cell-type": { shape: "round-rectangle", series: 5 },
  process: { shape: "round-diamond", series: 1 },
  "gene-program": { shape: "round-tag", series: 3 },
  "metabolite-program": { shape: "round-pentagon", series: 6 },
};
const OTHER_KIND = { shape: "ellipse" as const, series: 0 };

function kindOf(kind: string): { shape: cytoscape.Css.NodeShape; series: number } {
  return NODE_KINDS[kind] ?? OTHER_KIND;
}

export function kindColor(kind: string, palette: Palette): string {
  const { series } = kindOf(kind);
  return palette.series[series - 1] ?? palette.quiet;
}

/** Signs differ in colour, in line and in the end of the arrow. */
function edgeStyles(palette: Palette): cytoscape.StylesheetJson {
  const drawn = (color: string, shape: cytoscape.Css.ArrowShape, line: "solid" | "dotted") => ({
    "line-color": color, "target-arrow-color": color, "target-arrow-shape": shape,
    "line-style": line,
  });
  return [
    { selector: "edge", style: {
      width: 1.3, "curve-style": "bezier", "arrow-scale": 0.9, opacity: 0.75,
      ...drawn(palette.accent, "triangle", "solid") } },
    { selector: "edge[sign = '-']", style: drawn(palette.warning, "tee", "solid") },
    { selector: "edge[sign = '?']", style: drawn(palette.quiet, "circle", "dotted") },
    { selector: "edge[basis = 'background']", style: { width: 0.8 } },
    { selector: "edge.beside", style: { opacity: 0.28 } },
    { selector: "edge.arc", style: { // within a column: not through the nodes between its ends
      "curve-style": "unbundled-bezier", "control-point-distances": [38],
      "control-point-weights": [0.5] } },
    { selector: ".away", style: { opacity: 0.1 } },
    { selector: "edge.near", style: { opacity: 1, width: 2.2, "z-index": 9 } },
  ];
}

function nodeStyles(palette: Palette): cytoscape.StylesheetJson {
  return [
    { selector: "node", style: {
      width: 15, height: 15, shape: (node: cytoscape.NodeSingular) =>
        kindOf(node.data("kind") as string).shape,
      "background-color": (node: cytoscape.NodeSingular) =>
        kindColor(node.data("kind") as string, palette),
      label: "data(id)", color: palette.ink, "font-family": palette.font, "font-size": 11,
      "text-valign": "center", "text-halign": "right", "text-margin-x": 4,
      "text-wrap": "ellipsis", "text-max-width": "125px",
      "text-background-color": palette.paper, "text-background-opacity": 0.75,
    } },
    { selector: "node[regulator != '']", style: {
      "border-width": 2.5, "border-color": palette.ink } },
    { selector: "node.before", style: { "text-halign": "left", "text-margin-x": -4 } },
    { selector: "node.crowded", style: { "min-zoomed-font-size": 7 } },
    { selector: "node.hub", style: { "font-size": 18, "text-max-width": "190px", "z-index": 5 } },
    { selector: "node.heading", style: {
      label: "data(text)", "background-opacity": 0, "border-width": 0, width: 1, height: 1,
      color: palette.quiet, "text-max-width": "400px", "font-size": 14, "text-halign": "center",
      "text-margin-x": 0, events: "no" } },
    { selector: "node.heading.afar", style: { "font-size": 22 } },
    { selector: "node.chosen", style: {
      width: 26, height: 26, "font-size": 15, "font-weight": "bold", "text-valign": "top",
      "text-halign": "center", "text-margin-x": 0, "text-margin-y": -4 } },
    { selector: "node.near", style: {
      "font-weight": "bold", "z-index": 10, "text-max-width": "400px" } },
  ];
}

const HUB = 9; // edges of a node whose name shows also from afar

function elementsOf(map: PathwayMap, layout: Layout, chosen: string)
  : cytoscape.ElementDefinition[] {
  const degree = new Map<string, number>();
  for (const id of map.edges.flatMap(({ from, to }) => [from, to])) {
    degree.set(id, (degree.get(id) ?? 0) + 1);
  }
  const isCrowded = map.nodes.length > 90;
  const xOf = (id: string): number | undefined => layout.places.get(id)?.x;
  const isClear = chosen === "" && !isCrowded;
  const classOf = ({ id, step }: MapNode): string => [
    id === chosen ? "chosen" : step < 0 ? "before" : "",
    isCrowded ? "crowded" : "",
    isCrowded && (degree.get(id) ?? 0) >= HUB ? "hub" : "",
  ].join(" ");
  return [
    ...map.nodes.map((node) => ({
      group: "nodes" as const, data: { ...node }, classes: classOf(node),
      position: { ...layout.places.get(node.id)! },
    })),
    ...layout.headings.map(({ text, x, y }, i) => ({
      group: "nodes" as const, data: { id: `heading ${i}`, text }, position: { x, y },
      classes: isCrowded ? "heading afar" : "heading",
    })),
    ...map.edges.map(({ from, to, sign, basis }) => ({
      group: "edges" as const, data: { source: from, target: to, sign, basis },
      classes: [
        isClear || from === chosen || to === chosen ? "" : "beside",
        from !== to && xOf(from) === xOf(to) ? "arc" : "",
      ].join(" "),
    })),
  ];
}

export interface MapFigure {
  draw(map: PathwayMap, layout: Layout, chosen: string): void;
  style(palette: Palette): void;
  zoom(factor: number): void;
  fit(): void;
  end(): void;
}

/** What lies around the node at the pointer is drawn clearly, the rest faintly. */
function watchPointer(graph: cytoscape.Core, open: (node: MapNode) => void): void {
  graph.on("mouseover", "node", ({ target }) => {
    const near = (target as cytoscape.NodeSingular).closedNeighborhood();
    graph.elements().difference(near).addClass("away");
    near.addClass("near");
  });
  graph.on("mouseout", "node", () => { graph.elements().removeClass(["away", "near"]); });
  graph.on("tap", "node", ({ target }) => {
    open((target as cytoscape.NodeSingular).data() as MapNode);
  });
}

export function makeMapFigure(
  container: HTMLElement, palette: Palette, open: (node: MapNode) => void,
): MapFigure {
  const styles = (of: Palette): cytoscape.StylesheetJson => [...nodeStyles(of), ...edgeStyles(of)];
  const graph = cytoscape({
    container, style: styles(palette), minZoom: 0.2, maxZoom: 3, autoungrabify: true,
    boxSelectionEnabled: false, userZoomingEnabled: true,
  });
  watchPointer(graph, open);
  const fit = (): void => {
    graph.resize();
    graph.fit(undefined, 30);
    if (graph.zoom() > 1.4) {
      graph.zoom(1.4);
      graph.center();
    }
  };
  return {
    draw(map, layout, chosen) {
      graph.elements().remove();
      graph.add(elementsOf(map, layout, chosen));
      fit();
    },
    style(next) { graph.style(styles(next)); },
    zoom(factor) {
      graph.zoom({ level: graph.zoom() * factor,
        renderedPosition: { x: graph.width() / 2, y: graph.height() / 2 } });
    },
    fit,
    end() { graph.destroy(); },
  };
}
