// SPDX-License-Identifier: MIT
import type { Alteration } from "./atlas";
import type { Book, Statement } from "./book";
import { compareRanks, partsOf } from "./book";

export interface GridFilter {
  cancer: string;     // code; empty: all
  byClass: boolean;   // agents stand in the column of their class
  text: string;       // part of a gene's or a variant's name; empty: all
}

export type Sign = "resists" | "sensitive" | "both";

export interface GridCell {
  sign: Sign;
  statements: Statement[];
}

export interface GridRow {
  gene: string;
  variant: string;
  alterations: Alteration[];      // rows of the table: the same change in several contexts
  cells: Map<string, GridCell>;   // by column id
}

export interface Grid {
  columns: { id: string; name: string; group: string }[];
  rows: GridRow[];                // neighbours of a gene lie together
}

/** What clinicians write in a table of resistance. */
export const SIGN_LETTER: Record<Sign, string> = { resists: "R", sensitive: "S", both: "R/S" };

function columnId(book: Book, therapy: string, byClass: boolean): string {
  const ids = partsOf(therapy).map((id) => {
    const row = book.therapy(id);
    return byClass && row?.kind === "agent" && row.parent !== "" ? row.parent : id;
  });
  return [...new Set(ids)].sort().join(" + ");
}

export function columnName(book: Book, id: string): string {
  return partsOf(id).map((part) => book.therapy(part)?.name ?? part).join(" + ");
}

function signOf(statements: Statement[]): Sign {
  const first = statements[0]?.direction ?? "resists";
  return statements.every(({ direction }) => direction === first) ? first : "both";
}

function groupRows(alterations: Alteration[]): GridRow[] {
  const rows = new Map<string, GridRow>();
  for (const alteration of alterations) {
    const gene = alteration.genes.join(", ");
    const variant = alteration.variant || alteration.kind;
    const key = `${gene}|${variant}`;
    const row = rows.get(key);
    if (row) row.alterations.push(alteration);
    else rows.set(key, { gene, variant, alterations: [alteration], cells: new Map() });
  }
  return [...rows.values()];
}

/** Genes with most rows first, so that the much studied stand at the top; then as in the table. */
function sortByGene(rows: GridRow[]): GridRow[] {
  const count = new Map<string, number>();
  for (const { gene } of rows) count.set(gene, (count.get(gene) ?? 0) + 1);
  const genes = [...count.keys()].sort((a, b) => count.get(b)! - count.get(a)! || (a < b ? -1 : 1));
  return genes.flatMap((gene) => rows.filter((row) => row.gene === gene));
}

/** Agents stand behind their class, classes behind theirs; combinations come last. */
function sortColumns(book: Book, ids: string[]): Grid["columns"] {
  const columns = ids.map((id) => {
    const parts = partsOf(id);
    const first = parts[0] ?? "";
    const isCombination = parts.length > 1;
    const root = book.classesOf(first).at(-1) ?? first;
    return {
      id, name: columnName(book, id), rank: [isCombination ? 1 : 0, ...book.placeByClass(first)],
      group: isCombination ? "Combinations" : columnName(book, root),
    };
  });
  columns.sort((a, b) => compareRanks(a.rank, b.rank) || (a.id < b.id ? -1 : 1));
  return columns.map(({ id, name, group }) => ({ id, name, group }));
}

/** Only rows and columns with a statement. */
export function buildGrid(book: Book, filter: GridFilter): Grid {
  const { cancer, byClass, text } = filter;
  const wanted = text.trim().toLowerCase();
  const columns = new Set<string>();
  const rows = groupRows(book.atlas.alterations.filter((row) => book.isAbout(row.cancers, cancer)
    && `${row.genes.join(" ")} ${row.variant} ${row.hgvs}`.toLowerCase().includes(wanted)));
  for (const row of rows) {
    const ids = new Set(row.alterations.map(({ id }) => id));
    for (const statement of book.statements.filter(({ alteration }) => ids.has(alteration.id))) {
      const id = columnId(book, statement.therapy, byClass);
      const statements = [...(row.cells.get(id)?.statements ?? []), statement];
      row.cells.set(id, { sign: signOf(statements), statements });
      columns.add(id);
    }
  }
  return {
    columns: sortColumns(book, [...columns]),
    rows: sortByGene(rows.filter(({ cells }) => cells.size > 0)),
  };
}
