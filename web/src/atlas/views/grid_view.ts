// SPDX-License-Identifier: MIT
import { element } from "../../element";
import type { Book } from "../book";
import type { Grid, GridCell, GridRow } from "../grid";
import { SIGN_LETTER, buildGrid, columnName } from "../grid";
import { alterationLink, cited, link, therapyLinks } from "../links";
import { hashOf } from "../route";
import { count } from "../words";
import type { Sheet } from "./blocks";
import { direction, evidence } from "./blocks";
import { cancerOptions, choice, keepAddress, textFilter, tick } from "./controls";

const WORDS = { resists: "resists", sensitive: "stays sensitive to", both: "is disputed for" };

function detail(book: Book, row: GridRow, column: string, cell: GridCell): HTMLElement {
  return element("div", {},
    element("p", { class: "detail-title" },
      `${row.gene} ${row.variant} ${WORDS[cell.sign]} ${columnName(book, column)}`),
    element("ul", { class: "plain" }, ...cell.statements.map((statement) =>
      element("li", {}, direction(statement.direction), " ",
        element("span", {}, ...therapyLinks(book, statement.therapy)), " · ",
        statement.alteration.context || "any context", " · ",
        evidence(statement.alteration.evidence), " ",
        statement.alteration.mechanism, " ", cited(book, statement.alteration.refs), " ",
        element("span", { class: "fine" }, "page: ", alterationLink(statement.alteration))))));
}

type Watch = (row: GridRow, column: string, cell: GridCell) => void;

function gridRow(grid: Grid, row: GridRow, isFirst: boolean, watch: Watch)
  : HTMLElement {
  const [first] = row.alterations;
  const head = element("th", { scope: "row" },
    element("span", { class: isFirst ? "gene" : "gene again" }, `${row.gene} `),
    first && link("variant", first.id, row.variant));
  return element("tr", {}, head, ...grid.columns.map(({ id, name }) => {
    const cell = row.cells.get(id);
    if (!cell) return element("td", {}, element("span", { class: "unsaid" }, "no statement"));
    const button = element("button", {
      type: "button", class: cell.sign, tabindex: -1,
      "aria-label": `${row.gene} ${row.variant} ${WORDS[cell.sign]} ${name}`,
    }, SIGN_LETTER[cell.sign]);
    for (const event of ["focus", "mouseenter", "click"]) {
      button.addEventListener(event, () => watch(row, id, cell));
    }
    return element("td", {}, button);
  }));
}

/** Heads are narrow; the whole name is the title of the head. */
function shortName(name: string): string {
  return name.replace(/ \(.*\)$/, "").replaceAll(" inhibitors", " inh.");
}

function gridHead(grid: Grid): HTMLElement {
  const groups: { name: string; n: number }[] = [];
  for (const { group } of grid.columns) {
    const last = groups.at(-1);
    if (last?.name === group) last.n += 1;
    else groups.push({ name: group, n: 1 });
  }
  return element("thead", {},
    element("tr", { class: "groups" }, element("td", {}), ...groups.map(({ name, n }) =>
      element("th", { scope: "colgroup", colspan: n, title: name },
        element("span", { class: n === 1 ? "unsaid" : undefined }, shortName(name))))),
    element("tr", { class: "names" }, element("td", {}), ...grid.columns.map(({ id, name }) =>
      element("th", { scope: "col", title: name }, element("span", {},
        id.includes(" + ") ? shortName(name) : link("drug", id, shortName(name)))))));
}

/** One stop for the Tab key; arrows go to the next statement in their direction. */
function walkByArrows(tableNode: HTMLElement): void {
  const buttonAt = (x: number, y: number): HTMLButtonElement | null | undefined =>
    tableNode.querySelectorAll("tbody tr")[y]?.children[x]?.querySelector("button");
  const steps: Record<string, [number, number]> = {
    ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1],
  };
  tableNode.querySelector("button")?.setAttribute("tabindex", "0");
  tableNode.addEventListener("focusin", ({ target }) => {
    if (!(target instanceof HTMLButtonElement)) return;
    for (const other of tableNode.querySelectorAll("button[tabindex='0']")) {
      other.setAttribute("tabindex", "-1");
    }
    target.setAttribute("tabindex", "0");
  });
  tableNode.addEventListener("keydown", (event) => {
    const step = steps[event.key];
    const from = event.target instanceof HTMLElement ? event.target.closest("td") : null;
    const row = from?.closest("tr");
    if (!step || !from || !row) return;
    event.preventDefault();
    const rows = [...tableNode.querySelectorAll("tbody tr")];
    let x = [...row.children].indexOf(from) + step[0];
    let y = rows.indexOf(row) + step[1];
    while (x > 0 && y >= 0 && x < row.children.length && y < rows.length) {
      const next = buttonAt(x, y);
      if (next) {
        next.focus();
        next.scrollIntoView({ block: "nearest", inline: "nearest" });
        return;
      }
      x += step[0];
      y += step[1];
    }
  });
}

function gridTable(grid: Grid, watch: Watch): HTMLElement {
  const bodies: HTMLElement[] = [];
  let gene = "";
  for (const row of grid.rows) {
    const isFirst = row.gene !== gene;
    gene = row.gene;
    if (isFirst) bodies.push(element("tbody", {}));
    bodies.at(-1)?.append(gridRow(grid, row, isFirst, watch));
  }
  const node = element("table", { class: "grid" },
    element("caption", { class: "unsaid" }, "Therapies by alterations"), gridHead(grid), ...bodies);
  walkByArrows(node);
  return node;
}

export function gridSheet(book: Book, query: URLSearchParams): Sheet {
  const filter = {
    cancer: query.get("cancer") ?? "", byClass: query.get("by") === "class",
    text: query.get("text") ?? "",
  };
  const hint = "Point at a letter, or move with the arrow keys, to read the statement.";
  const panel = element("div", { class: "detail", role: "status" }, hint);
  const scroll = element("div", { class: "grid-scroll", tabindex: 0, role: "region",
    "aria-label": "Therapies by alterations" });
  const number = element("p", { class: "fine", role: "status" });
  const show = (): void => {
    const grid = buildGrid(book, filter);
    const isEmpty = grid.rows.length === 0;
    number.textContent = isEmpty ? "No statement fits."
      : `${count(grid.rows.length, "alteration")}, ${grid.columns.length} therapies and `
        + "combinations that a statement names. Statements without a cancer type stay.";
    panel.replaceChildren(hint);
    scroll.replaceChildren(...(isEmpty ? [] : [gridTable(grid, (row, column, cell) =>
      panel.replaceChildren(detail(book, row, column, cell)))]));
    keepAddress(hashOf("grid", "", { cancer: filter.cancer, by: filter.byClass ? "class" : "",
      text: filter.text }));
  };
  return {
    title: "Therapies by alterations", isWide: true,
    lead: ["What a tumour with the alteration resists, and what it stays sensitive to."],
    content: [
      element("form", { class: "controls", "aria-label": "Filter the grid" },
        choice("Cancer", cancerOptions(book), filter.cancer, (v) => { filter.cancer = v; show(); }),
        textFilter("Gene or variant", filter.text, (v) => { filter.text = v; show(); }),
        tick("agents in the column of their class", filter.byClass,
          (v) => { filter.byClass = v; show(); })),
      element("p", { class: "grid-key" }, direction("resists"), direction("sensitive"),
        direction("both"), element("span", { class: "fine" }, "empty: no statement")),
      number, scroll, panel,
    ],
    start: show,
  };
}
