// SPDX-License-Identifier: MIT
import cytoscape from "cytoscape";
import type { Palette } from "../palette";
import type { Place } from "./map_layout";
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
      "min-zoomed-font-size": 6,
    } },
    { selector: "node[regulator != '']", style: {
      "border-width": 2.5, "border-color": palette.ink } },
    { selector: "node.chosen", style: {
      width: 26, height: 26, "font-size": 15, "font-weight": "bold", "text-valign": "top",
      "text-halign": "center", "text-margin-x": 0, "text-margin-y": -4 } },
    { selector: "node.near", style: { "font-weight": "bold", "z-index": 10 } },
  ];
}

export interface MapFigure {
  draw(map: PathwayMap, places: Map<string, Place>, chosen: string): void;
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
    draw(map, places, chosen) {
      graph.elements().remove();
      graph.add([
        ...map.nodes.map((node) => ({
          group: "nodes" as const, data: { ...node }, position: { ...places.get(node.id)! },
          classes: node.id === chosen ? "chosen" : "",
        })),
        ...map.edges.map(({ from, to, sign, basis }) => ({
          group: "edges" as const, data: { source: from, target: to, sign, basis },
        })),
      ]);
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
