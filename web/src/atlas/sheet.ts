// SPDX-License-Identifier: MIT
import type { Book } from "./book";
import type { EntityKind, Route } from "./route";
import { hashOf } from "./route";
import type { Entry } from "./search";
import { search } from "./search";
import { link } from "./links";
import { element } from "../element";
import type { Sheet } from "./views/blocks";
import { chipList } from "./views/blocks";
import { claimListSheet } from "./views/claims_view";
import {
  alterationSheet, cancerSheet, geneSheet, nodeSheet, regulatorSheet, therapySheet,
  variantSheet,
} from "./views/entity";
import { gridSheet } from "./views/grid_view";
import { homeSheet, searchSheet } from "./views/home";
import {
  cancerListSheet, drugListSheet, geneListSheet, nodeListSheet, numberListSheet, partListSheet,
  referenceListSheet, regulatorListSheet, variantListSheet,
} from "./views/lists";
import { mapSheet } from "./views/map_view";
import {
  claimSheet, conflictListSheet, conflictSheet, numberSheet, partSheet, referenceSheet,
} from "./views/record";
import { KIND_NAME } from "./words";

function listSheet(book: Book, kind: EntityKind, query: URLSearchParams): Sheet {
  switch (kind) {
    case "drug": return drugListSheet(book);
    case "gene": return geneListSheet(book);
    case "variant": return variantListSheet(book);
    case "regulator": return regulatorListSheet(book);
    case "node": return nodeListSheet(book);
    case "cancer": return cancerListSheet(book);
    case "claim": return claimListSheet(book, query);
    case "conflict": return conflictListSheet(book);
    case "number": return numberListSheet(book);
    case "reference": return referenceListSheet(book);
    case "part": return partListSheet(book);
  }
}

/** Nothing where the tables have no such row. */
function rowSheet(book: Book, kind: EntityKind, id: string): Sheet | undefined {
  const show = <T>(row: T | undefined, sheet: (book: Book, row: T) => Sheet): Sheet | undefined =>
    (row === undefined ? undefined : sheet(book, row));
  switch (kind) {
    case "drug": return show(book.therapy(id), therapySheet);
    case "gene": return show(book.gene(id)?.symbol, geneSheet);
    case "variant": return show(book.alteration(id), alterationSheet);
    case "regulator": return show(book.regulator(id), regulatorSheet);
    case "node": return show(book.node(id), nodeSheet);
    case "cancer": return show(book.cancer(id)?.code, cancerSheet);
    case "claim": return show(book.claim(id), claimSheet);
    case "conflict": return show(book.conflict(id), conflictSheet);
    case "number": return show(book.atlas.figures.find((row) => row.id === id), numberSheet);
    case "reference": return show(book.reference(id), referenceSheet);
    case "part": return show(book.part(id), partSheet);
  }
}

function unknownSheet(entries: Entry[], what: string, id: string): Sheet {
  const near = search(entries, id).slice(0, 8).map(({ entry }) =>
    link(entry.kind, entry.id, `${KIND_NAME[entry.kind].one}: ${entry.title}`));
  return {
    title: `${what} is not known: ${id}`,
    content: [near.length > 0 && element("p", {}, "Perhaps one of these:"), chipList(near),
      element("p", {}, element("a", { href: hashOf("home") }, "To the start"))],
  };
}

/**
 * What the address shows. A name that is no id leads to its row if only one has that name, and a
 * variant to all of its rows.
 */
export function sheetOf(book: Book, entries: Entry[], { view, id, query }: Route): Sheet {
  switch (view) {
    case "home": return homeSheet(book);
    case "unknown": return unknownSheet(entries, "This page", id);
    case "search": return searchSheet(entries, id);
    case "grid": return gridSheet(book, query);
    case "map": return mapSheet(book, id, query);
    default: {
      if (id === "") return listSheet(book, view, query);
      const sheet = rowSheet(book, view, id);
      if (sheet) return sheet;
      const same = search(entries.filter(({ kind }) => kind === view), id)
        .filter(({ score }) => score >= 100);
      if (same.length > 1 && view === "variant") {
        return variantSheet(book, same.flatMap(({ entry }) => book.alteration(entry.id) ?? []));
      }
      const only = same.length === 1 ? same[0] : undefined;
      return (only && rowSheet(book, view, only.entry.id))
        ?? unknownSheet(entries, KIND_NAME[view].one, id);
    }
  }
}
