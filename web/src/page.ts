// SPDX-License-Identifier: MIT
import type { ChartBoard } from "./chart_board";
import type { SourceDrawer } from "./drawer";
import type { Child } from "./element";
import { element } from "./element";
import type { Plan } from "./plan";

/** What every section needs. */
export interface Page {
  plan: Plan;
  board: ChartBoard;
  drawer: SourceDrawer;
}

export interface SectionHead {
  id: string;
  title: string;
  lead: string;
}

export function section(head: SectionHead, ...content: Child[]): HTMLElement {
  const { id, title, lead } = head;
  return element("section", { id, "aria-labelledby": `${id}-title` },
    element("header", {},
      element("h2", { id: `${id}-title` }, title),
      element("p", { class: "lead" }, lead)),
    ...content);
}

export interface Cell {
  head: string; // name of the column, shown beside the cell on a phone
  content: Child[];
  class?: string;
}

/** A table whose rows become cards on a narrow screen. @pre all rows have the same heads */
export function table(caption: string, rows: { class?: string; cells: Cell[] }[]): HTMLElement {
  const heads = rows[0]?.cells.map((cell) => cell.head) ?? [];
  const body = rows.map((row) => element("tr", { class: row.class },
    ...row.cells.map((cell, i) => element(i === 0 ? "th" : "td", {
      class: cell.class, "data-head": cell.head, ...(i === 0 ? { scope: "row" } : {}),
    }, ...cell.content))));
  return element("table", { class: "cards" },
    element("caption", {}, caption),
    element("thead", {}, element("tr", {},
      ...heads.map((head) => element("th", { scope: "col" }, head)))),
    element("tbody", {}, ...body));
}

/** A dot with its interval on a scale from `from` to `to`, with an optional mark behind it. */
export function intervalBar(
  value: number | null, low: number | null, high: number | null,
  scale: { from: number; to: number; zero?: number; mark?: "diamond" },
): HTMLElement {
  const place = (x: number): string => {
    const share = (x - scale.from) / (scale.to - scale.from || 1);
    return `${(100 * Math.min(1, Math.max(0, share))).toFixed(2)}%`;
  };
  const left = place(low ?? scale.from);
  const right = place(high ?? scale.to);
  return element("span", { class: "interval", "aria-hidden": "true" },
    scale.zero !== undefined
      && element("i", { class: "zero", style: `left:${place(scale.zero)}` }),
    element("i", { class: "reach", style: `left:${left};width:calc(${right} - ${left})` }),
    value !== null && element("i", {
      class: `dot ${scale.mark ?? ""}`, style: `left:${place(value)}`,
    }));
}
