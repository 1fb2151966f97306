// SPDX-License-Identifier: MIT
import type { Child } from "../element";
import { element } from "../element";
import type { Alteration, Claim, Reference } from "./atlas";
import type { Book } from "./book";
import { bareNode, partsOf, tokensOf } from "./book";
import type { View } from "./route";
import { hashOf } from "./route";
import { alterationTitle } from "./search";
import { expectedWords, relationWords } from "./words";

export function link(view: View, id: string, ...content: Child[]): HTMLAnchorElement {
  return element("a", { href: hashOf(view, id) }, ...(content.length > 0 ? content : [id]));
}

/** The children with a separator between them. */
export function joined(items: Child[], separator = ", "): Child[] {
  return items.flatMap((item, i) => (i === 0 ? [item] : [separator, item]));
}

/** Only addresses of the web become links: data must not be able to run anything. */
export function safeUrl(url: string): string | undefined {
  return /^https?:\/\/[^\s"'<>]+$/i.test(url) ? url : undefined;
}

export function outside(url: string, text: string): Child {
  const href = safeUrl(url);
  return href ? element("a", { href, rel: "noopener noreferrer", target: "_blank" }, text) : text;
}

/** A therapy, or a combination of several, each with its link. */
export function therapyLinks(book: Book, therapy: string): Child[] {
  return joined(partsOf(therapy).map((id) => {
    const row = book.therapy(id);
    return row ? link("drug", id, row.name) : id;
  }), " + ");
}

export function therapyList(book: Book, therapies: string[]): Child[] {
  return joined(therapies.map((id) => element("span", {}, ...therapyLinks(book, id))));
}

export function cancerLinks(book: Book, codes: string[]): Child[] {
  return joined(codes.map((code) => {
    const row = book.cancer(code);
    return row ? link("cancer", code, row.name) : code;
  }));
}

export function geneLinks(book: Book, genes: string[]): Child[] {
  return joined(genes.map((gene) => (book.gene(gene) ? link("gene", gene) : gene)));
}

export function partLinks(book: Book, parts: string[]): Child[] {
  return joined(parts.map((id) => {
    const row = book.part(id);
    return row ? link("part", id, row.label || id) : id;
  }));
}

export function alterationLink(row: Alteration): HTMLAnchorElement {
  return link("variant", row.id, alterationTitle(row));
}

/** `-ERK` -> inhibits ERK */
export function nodeLinks(book: Book, nodes: string[]): Child[] {
  return joined(nodes.map((text) => {
    const name = bareNode(text);
    const sign = text.startsWith("-") ? "− " : text.startsWith("?") ? "? " : "";
    return element("span", {}, sign, book.node(name) ? link("node", name) : name);
  }));
}

const TOKEN_WORDS: Record<string, string> = {
  ko: "loss of ", oe: "more ", lig: "added ", mut: "",
};

function tokenLink(book: Book, token: string): Child {
  const colon = token.indexOf(":");
  const kind = token.slice(0, Math.max(0, colon));
  const id = token.slice(colon + 1);
  const words = TOKEN_WORDS[kind];
  if (words === undefined) {
    const row = book.therapy(token);
    return row ? link("drug", token, row.name) : token;
  }
  const alteration = kind === "mut" ? book.alteration(id) : undefined;
  const target = alteration ? alterationLink(alteration) : book.node(id) ? link("node", id) : id;
  return element("span", {}, words, target);
}

function isUntreated(arm: string): boolean {
  return arm === "none" || arm === "vehicle";
}

/** An arm of a claim in words: `ko:BRAF + meki` -> "loss of BRAF + MEK inhibitors". */
export function armLinks(book: Book, arm: string): Child[] {
  if (isUntreated(arm)) return ["no change"];
  return joined(tokensOf(arm).map((token) => tokenLink(book, token)), " + ");
}

/** "ERK activity is lower with MEK inhibitors than without", or the relation as it is written. */
export function claimSentence(book: Book, claim: Claim): Child[] {
  const { a, b, readout, expected } = claim;
  const relation = relationWords(expected);
  const isOneArm = b === "-" || b === "";
  const arms = isOneArm ? armLinks(book, a) : armLinks(book, b);
  if (!relation || isOneArm) {
    return [element("b", {}, readout), " with ", ...arms,
      ...(isOneArm ? [] : [" against ", ...armLinks(book, a)]), ": ",
      expectedWords(expected)];
  }
  const other = isUntreated(a) ? ["without"] : ["with ", ...armLinks(book, a)];
  return [element("b", {}, readout), ` ${relation} with `, ...arms, " than ", ...other];
}

/** "Canon 2019", or "review 34" where the source is known only by its number there. */
export function shortCitation(row: Reference): string {
  const [author = ""] = row.authors.split(/[;,]/);
  const surname = author.trim().replace(/ [A-Z-]{1,4}$/, "");
  if (surname !== "" && row.year !== "") return `${surname} ${row.year}`;
  const named = /^(.*?)(\d{4})[a-z]?$/.exec(row.key);
  if (named?.[1]) return `${named[1]} ${named[2]}`;
  return row.review === "" ? row.key : `review ${row.review}`;
}

/** Citations in brackets, each to its page. */
export function cited(book: Book, refs: string[]): HTMLElement | null {
  if (refs.length === 0) return null;
  const links = refs.map((alias) => {
    const row = book.reference(alias);
    return row ? link("reference", row.key, shortCitation(row)) : alias;
  });
  return element("span", { class: "cited" }, "[", ...joined(links), "]");
}

