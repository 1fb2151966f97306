// SPDX-License-Identifier: MIT
import type { Child } from "../../element";
import { element } from "../../element";
import { table } from "../../page";
import type { Alteration, Claim, Conflict, Reference } from "../atlas";
import type { Book, Direction, Statement } from "../book";
import {
  alterationLink, cited, claimSentence, link, outside, partLinks, therapyList,
} from "../links";
import { STRENGTHS, count, sentence, statusOf, strengthOf } from "../words";

/** What a view shows: its title is the page's and gets the focus. */
export interface Sheet {
  title: string;
  kind?: string;      // what the page is about, above the title
  lead?: Child[];
  content: Child[];
  isWide?: boolean;
  start?: () => void; // called once the content is in the page
}

/** A heading with its content; nothing where there is none. */
export function block(title: string, ...content: Child[]): HTMLElement | null {
  const held = content.filter(Boolean);
  if (held.length === 0) return null;
  return element("div", { class: "block" }, element("h2", {}, title), ...held);
}

/** Names and values; what is empty is left out. */
export function facts(...pairs: [string, Child[]][]): HTMLElement | null {
  const held = pairs.map(([name, value]) => [name, value.filter(Boolean)] as const)
    .filter(([, value]) => value.length > 0);
  if (held.length === 0) return null;
  return element("dl", { class: "facts-list" }, ...held.flatMap(([name, value]) =>
    [element("dt", {}, name), element("dd", {}, ...value)]));
}

const STRENGTH_CLASS = {
  patients: "measured", "animals or models": "fitted", cells: "assumed", "stated only": "computed",
} as const;

/** A sign of how far the evidence reaches: full circle patients, half animals, empty cells. */
export function evidence(text: string): HTMLElement | null {
  if (text === "") return null;
  const strength = strengthOf(text);
  return element("span", { class: `grade ${STRENGTH_CLASS[strength]}`, title: strength }, text);
}

export function direction(of: "resists" | "sensitive" | "both"): HTMLElement {
  const words = { resists: "resists", sensitive: "stays sensitive", both: "disputed" }[of];
  const letter = { resists: "R", sensitive: "S", both: "R/S" }[of];
  return element("span", { class: `direction ${of}` },
    element("i", { "aria-hidden": "true" }, letter), words);
}

export function statusChip(claim: Claim): HTMLElement {
  const status = statusOf(claim);
  return element("span", { class: `status ${status.replaceAll(" ", "-")}` }, status);
}

export function missingParts(book: Book, missing: string[]): Child[] {
  return missing.length === 0 ? [] : [element("span", { class: "lacks" }, "lacks "),
    ...partLinks(book, missing)];
}

/** The statements of one alteration in one direction: "resists Sotorasib, Adagrasib". */
function effect(book: Book, of: Direction, statements: Statement[]): HTMLElement | null {
  const therapies = statements.filter((statement) => statement.direction === of)
    .map(({ therapy }) => therapy);
  return therapies.length === 0 ? null
    : element("p", { class: "effect" }, direction(of), of === "sensitive" ? " to " : " ",
      ...therapyList(book, therapies));
}

/** One row an alteration, those seen in patients first. */
export function statementTable(
  book: Book, caption: string, statements: Statement[],
): HTMLElement | null {
  if (statements.length === 0) return null;
  const rows = new Map<Alteration, Statement[]>();
  for (const statement of statements) {
    rows.set(statement.alteration, [...(rows.get(statement.alteration) ?? []), statement]);
  }
  const rank = ([{ evidence: of }]: [Alteration, Statement[]]): number =>
    STRENGTHS.indexOf(strengthOf(of));
  const sorted = [...rows].sort((x, y) => rank(x) - rank(y));
  return table(caption, sorted.map(([row, own]) => ({ cells: [
    { head: "Alteration", content: [alterationLink(row)] },
    { head: "Effect", class: "effects",
      content: [effect(book, "resists", own), effect(book, "sensitive", own)] },
    { head: "Context", content: [row.context || cancerText(book, row)] },
    { head: "Evidence", content: [evidence(row.evidence),
      row.frequency !== "" && element("small", {}, row.frequency)] },
    { head: "Why", content: [row.mechanism, " ", cited(book, row.refs)] },
  ] })));
}

function cancerText(book: Book, { cancers }: Alteration): string {
  return cancers.map((code) => book.cancer(code)?.name ?? code).join(", ");
}

export function claimTable(book: Book, caption: string, claims: Claim[]): HTMLElement | null {
  if (claims.length === 0) return null;
  return table(caption, claims.map((claim) => ({ cells: [
    { head: "Claim", content: [link("claim", claim.id)] },
    { head: "Says", class: "says", content: [...claimSentence(book, claim),
      claim.doubt !== "" && element("small", { class: "doubt" }, `Doubted: ${claim.doubt}`)] },
    { head: "In", content: [claim.context] },
    { head: "Level", content: [claim.level] },
    { head: "Model", content: [statusChip(claim),
      claim.label !== "" && element("small", {}, claim.label)] },
    { head: "Sources", content: [cited(book, claim.refs)] },
  ] })));
}

export function conflictCard(book: Book, row: Conflict): HTMLElement {
  return element("article", { class: "conflict" },
    element("h3", {}, link("conflict", row.id, row.subject || row.id),
      row.kind !== "" && element("span", { class: "fine" }, ` ${row.kind}`)),
    element("div", { class: "sides" },
      element("p", {}, row.first), element("p", {}, row.second)),
    row.resolution !== ""
      && element("p", {}, element("b", {}, "Used here: "), row.resolution),
    element("p", { class: "fine" },
      row.claims.length > 0 && element("span", {}, "Claims ",
        ...row.claims.flatMap((id, i) => [i > 0 && ", ", link("claim", id)])), " ",
      cited(book, row.refs)));
}

export function conflictBlock(book: Book, conflicts: Conflict[]): HTMLElement | null {
  return block("Conflicting statements", ...conflicts.map((row) => conflictCard(book, row)));
}

/** Links to the source itself. */
export function identifiers(row: Reference): Child[] {
  const doi = row.doi === "" ? null
    : outside(`https://doi.org/${encodeURI(row.doi)}`, `doi:${row.doi}`);
  const pmid = /^\d+$/.test(row.pmid)
    ? outside(`https://pubmed.ncbi.nlm.nih.gov/${row.pmid}/`, `PubMed ${row.pmid}`) : null;
  const other = !doi && !pmid && row.url !== "" ? outside(row.url, row.url) : null;
  return [doi, pmid, other].filter(Boolean);
}

export function citation(row: Reference): Child[] {
  const ids = identifiers(row);
  return [row.citation || row.key,
    row.established === "no" && element("span", { class: "absent" }, " citation not established"),
    ...ids.flatMap((id) => [" ", id])];
}

/** The sources that the page cites, in full. */
export function sourceBlock(book: Book, refs: string[]): HTMLElement | null {
  const rows = [...new Set(refs.map((alias) => book.reference(alias)))]
    .filter((row): row is Reference => row !== undefined);
  if (rows.length === 0) return null;
  return block(count(rows.length, "source"), element("ol", { class: "references" },
    ...rows.map((row) => element("li", {}, link("reference", row.key), " ", ...citation(row)))));
}

/** A row of links to the pages of one kind. */
export function chipList(items: Child[]): HTMLElement | null {
  return items.length === 0 ? null
    : element("ul", { class: "chips" }, ...items.map((item) => element("li", {}, item)));
}

export function paragraph(text: string): HTMLElement | null {
  return text === "" ? null : element("p", { class: "sentence" }, sentence(text));
}

/** Claims beyond the first few are behind a summary. */
export function claimBlock(book: Book, claims: Claim[], most = 12): HTMLElement | null {
  if (claims.length === 0) return null;
  const title = `${count(claims.length, "claim")} to be tested`;
  const more = claims.slice(most);
  return block(title, claimTable(book, "As experiments on the model", claims.slice(0, most)),
    more.length > 0 && element("details", {},
      element("summary", {}, `${count(more.length, "more claim")}`),
      claimTable(book, "Further claims", more)));
}
