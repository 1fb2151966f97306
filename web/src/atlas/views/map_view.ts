// SPDX-License-Identifier: MIT
import type { Child } from "../../element";
import { element } from "../../element";
import { table } from "../../page";
import { readPalette } from "../../palette";
import type { Book } from "../book";
import { cited, link, nodeLinks } from "../links";
import type { MapFigure } from "../map_figure";
import { NODE_KINDS, makeMapFigure } from "../map_figure";
import { layOut } from "../map_layout";
import type { MapFilter, PathwayMap } from "../neighbourhood";
import { busiestNode, selectMap } from "../neighbourhood";
import { hashOf } from "../route";
import { count } from "../words";
import type { Sheet } from "./blocks";
import { cancerOptions, choice, keepAddress, textFilter } from "./controls";
import { SIGN_WORDS } from "./entity";

const ALL = "all"; // in the address: the whole map, not the node it opens with

const PRINTING = ["beforeprint", "afterprint"] as const;

const SHAPE_SIGN: Record<string, string> = {
  protein: "●", complex: "⬢", ligand: "▲", "cell-type": "■", process: "◆", "gene-program": "▶",
  "metabolite-program": "⬟",
};

function legend(): HTMLElement {
  const kinds = Object.entries(NODE_KINDS).map(([kind, { series }]) =>
    element("span", { class: `shape series-${series}` },
      element("i", { "aria-hidden": "true" }, SHAPE_SIGN[kind] ?? "●"), kind.replaceAll("-", " ")));
  const signs: [string, string][] = [["plus", "activates"], ["minus", "inhibits"],
    ["unsure", "disputed"]];
  return element("p", { class: "map-key" }, ...kinds,
    element("span", { class: "ringed" }, element("i", {}), "regulator of resistance"),
    ...signs.map(([sign, words]) => element("span", { class: `edge-key ${sign}` },
      element("i", { "aria-hidden": "true" }), words)));
}

/** The same edges to read: nothing is said by the drawing alone. */
function edgeList(book: Book, map: PathwayMap): HTMLElement {
  const heads = element("details", {},
    element("summary", {}, `The ${count(map.edges.length, "edge")} as a table`));
  heads.addEventListener("toggle", () => {
    if (heads.childElementCount > 1 || map.edges.length === 0) return;
    heads.append(table("Edges of the map", map.edges.map((edge) => ({ cells: [
      { head: "From", content: nodeLinks(book, [edge.from]) },
      { head: "Effect", content: [SIGN_WORDS[edge.sign] ?? edge.sign] },
      { head: "To", content: nodeLinks(book, [edge.to]) },
      { head: "Basis", content: [edge.basis] },
      { head: "Sources", content: [cited(book, edge.refs)] },
    ] }))));
  });
  return heads;
}

function buttons(figure: () => MapFigure | undefined): HTMLElement {
  const make = (text: string, label: string, act: (on: MapFigure) => void): HTMLElement => {
    const node = element("button", { type: "button", "aria-label": label }, text);
    node.addEventListener("click", () => {
      const on = figure();
      if (on) act(on);
    });
    return node;
  };
  return element("div", { class: "switch map-buttons", role: "group", "aria-label": "Zoom" },
    make("+", "Larger", (on) => on.zoom(1.3)), make("−", "Smaller", (on) => on.zoom(1 / 1.3)),
    make("fit", "Fit into the frame", (on) => on.fit()));
}

function readFilter(book: Book, id: string, query: URLSearchParams): MapFilter {
  const cancer = query.get("cancer") ?? "";
  const depth = Math.min(3, Math.max(1, Number(query.get("depth")) || 1));
  const start = id === "" && cancer === "" ? busiestNode(book) : id === ALL ? "" : id;
  return { node: start, depth, cancer };
}

function about(book: Book, filter: MapFilter, map: PathwayMap): Child[] {
  const size = `${count(map.nodes.length, "node")}, ${count(map.edges.length, "edge")}. `;
  if (filter.node !== "") {
    return [size, "Left of ", link("node", filter.node),
      " what acts on it, right what it acts on. ", "Point at a node to see its edges; a click opens its page."];
  }
  return [size, filter.cancer === "" ? "From tissue and ligands on the left to the nucleus. "
    : `Regulators reported in ${book.cancer(filter.cancer)?.name ?? filter.cancer}, and what they `
      + "act on. ", "Point at a node to see its edges; a click opens its page."];
}

export function mapSheet(book: Book, id: string, query: URLSearchParams): Sheet {
  const filter = readFilter(book, id, query);
  let figure: MapFigure | undefined;
  const frame = element("div", { class: "map-frame", role: "img",
    "aria-label": "Map of the pathway; the table under it holds the same edges" });
  const holder = element("div", { class: "map" }, frame, buttons(() => figure));
  // The wheel scrolls the page; the map takes it only with Ctrl, as a pinch sends it.
  holder.addEventListener("wheel", (event) => {
    if (!event.ctrlKey) event.stopPropagation();
  }, { capture: true, passive: true });
  const note = element("p", { class: "fine", role: "status" });
  const list = element("div", {});
  const show = (): void => {
    const map = selectMap(book, filter);
    figure?.draw(map, layOut(map, filter.node), filter.node);
    note.replaceChildren(...about(book, filter, map).filter((c): c is Node | string => Boolean(c)));
    list.replaceChildren(edgeList(book, map));
    keepAddress(hashOf("map", filter.node || (filter.cancer === "" ? ALL : ""), {
      depth: filter.depth === 1 ? "" : String(filter.depth), cancer: filter.cancer }));
  };
  const chooseNode = (value: string): void => {
    const wanted = value.trim().toLowerCase();
    const node = book.atlas.nodes.find((row) => row.node.toLowerCase() === wanted
      || row.genes.some((gene) => gene.toLowerCase() === wanted));
    if (wanted !== "" && !node) {
      note.textContent = `No node is called ${value}.`;
      return;
    }
    filter.node = node?.node ?? "";
    show();
  };
  const depths: [string, string][] = [["1", "1 step"], ["2", "2 steps"], ["3", "3 steps"]];
  return {
    title: "Regulator map", isWide: true,
    lead: ["Who acts on whom, with its sign."],
    content: [
      element("form", { class: "controls", "aria-label": "Choose what is drawn" },
        textFilter("Around the node (empty: all)", filter.node, chooseNode,
          book.atlas.nodes.map(({ node }) => node)),
        choice("Within", depths, String(filter.depth),
          (value) => { filter.depth = Number(value); show(); }),
        choice("Cancer", cancerOptions(book), filter.cancer,
          (value) => { filter.cancer = value; show(); })),
      legend(), note,
      holder, list,
    ],
    start: () => {
      figure = makeMapFigure(frame, readPalette(document.documentElement), (node) => {
        location.hash = node.regulator === "" ? hashOf("node", node.id)
          : hashOf("regulator", node.regulator);
      });
      const scheme = matchMedia("(prefers-color-scheme: dark)");
      const restyle = (): void => figure?.style(readPalette(document.documentElement));
      scheme.addEventListener("change", restyle);
      const refit = (): void => { restyle(); figure?.fit(); };
      for (const event of PRINTING) window.addEventListener(event, refit);
      window.addEventListener("hashchange", () => {
        scheme.removeEventListener("change", restyle);
        for (const event of PRINTING) window.removeEventListener(event, refit);
        figure?.end();
        figure = undefined;
      }, { once: true });
      show();
    },
  };
}
