// SPDX-License-Identifier: MIT
import { element } from "../../element";
import type { Claim } from "../atlas";
import type { Book } from "../book";
import { hashOf } from "../route";
import { normal } from "../search";
import { count, statusOf } from "../words";
import type { Sheet } from "./blocks";
import { claimTable } from "./blocks";
import { choice, keepAddress, textFilter } from "./controls";

export interface ClaimFilter {
  section: string;
  level: string;
  status: string;
  part: string;
  text: string;
}

export function filterClaims(claims: Claim[], filter: ClaimFilter): Claim[] {
  const words = normal(filter.text).split(" ").filter((word) => word !== "");
  const isSame = (wanted: string, value: string): boolean => wanted === "" || wanted === value;
  return claims.filter((row) => isSame(filter.section, row.section)
    && isSame(filter.level, row.level) && isSame(filter.status, statusOf(row))
    && (filter.part === "" || row.parts.includes(filter.part))
    && words.every((word) => normal([row.id, row.statement, row.context, row.a, row.b, row.readout,
      row.expected, row.label].join(" ")).includes(word)));
}

function tally(claims: Claim[]): string {
  const by = new Map<string, number>();
  for (const claim of claims) by.set(statusOf(claim), (by.get(statusOf(claim)) ?? 0) + 1);
  return [...by].map(([status, n]) => `${n} ${status}`).join(", ");
}

export function claimListSheet(book: Book, query: URLSearchParams): Sheet {
  const { claims, parts } = book.atlas;
  const read = (name: string): string => query.get(name) ?? "";
  const filter: ClaimFilter = {
    section: read("section"), level: read("level"), status: read("status"), part: read("part"),
    text: read("text"),
  };
  const shown = element("div", {});
  const number = element("p", { class: "fine", role: "status" });
  const show = (): void => {
    const rows = filterClaims(claims, filter);
    number.textContent = rows.length === 0 ? "No claim fits."
      : `${count(rows.length, "claim")} of ${claims.length}: ${tally(rows)}`;
    shown.replaceChildren(claimTable(book, "Claims", rows) ?? "");
    keepAddress(hashOf("claim", "", { ...filter }));
  };
  const set = (name: keyof ClaimFilter) => (value: string): void => {
    filter[name] = value;
    show();
  };
  const values = (of: (row: Claim) => string): [string, string][] =>
    [["", "all"], ...[...new Set(claims.map(of))].map((v): [string, string] => [v, v])];
  return {
    title: "Claims", isWide: true,
    lead: ["Statements of the review, split into single checks on the model."],
    content: [
      element("form", { class: "controls", role: "search", "aria-label": "Filter the claims" },
        textFilter("Words", filter.text, set("text")),
        choice("Section", values((row) => row.section), filter.section, set("section")),
        choice("Level", values((row) => row.level), filter.level, set("level")),
        choice("Status", values(statusOf), filter.status, set("status")),
        claims.some((row) => row.parts.length > 0) && choice("Model part",
          [["", "all"], ...parts.map((row) => [row.part, row.label || row.part] as const)],
          filter.part, set("part"))),
      number, shown,
    ],
    start: show,
  };
}
