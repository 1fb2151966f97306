// SPDX-License-Identifier: MIT
import { element } from "../../element";
import { table } from "../../page";
import type { Book } from "../book";
import { compareRanks } from "../book";
import { alterationLink, cited, link } from "../links";
import { count, sentence } from "../words";
import type { Sheet } from "./blocks";
import { block, citation } from "./blocks";
import { roleWords } from "./entity";
import { groupedSheet } from "./record";

export function drugListSheet(book: Book): Sheet {
  const { therapies } = book.atlas;
  const rootOf = (id: string): string => book.classesOf(id).at(-1) ?? id;
  const ordered = therapies.map((row) => ({ row, rank: book.placeByClass(row.id) }))
    .sort((a, b) => compareRanks(a.rank, b.rank)).map(({ row }) => row);
  const items = ordered.map((row) => ({
    group: book.therapy(rootOf(row.id))?.name ?? row.id,
    item: element("span", { class: row.kind }, link("drug", row.id, row.name),
      row.synonyms.length > 0 && element("small", {}, ` ${row.synonyms.join(", ")}`)),
  }));
  return groupedSheet("Therapies",
    `${count(therapies.length, "agent and class", "agents and classes")}, by class.`, items);
}

export function geneListSheet(book: Book): Sheet {
  const { alterations, nodes, gene_symbols } = book.atlas;
  const used = new Map<string, number>();
  for (const gene of alterations.flatMap(({ genes }) => genes)) {
    used.set(gene, (used.get(gene) ?? 0) + 1);
  }
  const inPathway = new Set(nodes.flatMap(({ genes }) => genes));
  return groupedSheet("Genes", count(gene_symbols.length, "gene") + ", by what is known of them.",
    [...gene_symbols].sort((a, b) => (used.get(b.symbol) ?? 0) - (used.get(a.symbol) ?? 0))
      .map(({ symbol, name }) => ({
        group: used.has(symbol) ? "With alterations"
          : inPathway.has(symbol) ? "In the pathway" : "Others",
        item: element("span", {}, link("gene", symbol),
          name !== "" && element("small", {}, ` ${name}`)),
      })));
}

export function variantListSheet(book: Book): Sheet {
  const { alterations } = book.atlas;
  const rows = [...alterations].sort((a, b) => (a.category < b.category ? -1 : 1));
  return groupedSheet("Alterations",
    `${count(alterations.length, "row")}, one for each context; by what they do.`,
    rows.map((row) => ({
      group: sentence(row.category.replaceAll("-", " ")),
      item: element("span", {}, alterationLink(row),
        row.context !== "" && element("small", {}, ` ${row.context}`)),
    })));
}

export function regulatorListSheet(book: Book): Sheet {
  const { regulators } = book.atlas;
  return groupedSheet("Regulators",
    `${count(regulators.length, "molecule or process", "molecules and processes")} `
      + "by which cells adapt to therapy; by level.",
    regulators.map((row) => ({
      group: sentence(row.level),
      item: element("span", {}, link("regulator", row.id, row.name),
        element("small", {}, ` ${roleWords(row.role)}`)),
    })));
}

export function nodeListSheet(book: Book): Sheet {
  return groupedSheet("Nodes of the pathway", count(book.atlas.nodes.length, "node") + ", by kind.",
    book.atlas.nodes.map((row) => ({ group: sentence(row.kind), item: link("node", row.node) })));
}

export function cancerListSheet(book: Book): Sheet {
  return groupedSheet("Cancers", "Types named in the tables, with their OncoTree codes.",
    book.atlas.cancer_types.map((row) => ({
      group: book.cancer(row.parent)?.name ?? "Without a parent here",
      item: element("span", {}, link("cancer", row.code, row.name),
        element("small", {}, ` ${row.code}`)),
    })));
}

export function numberListSheet(book: Book): Sheet {
  const { figures } = book.atlas;
  return { title: "Numbers", lead: [`${count(figures.length, "printed number")}.`], content: [
    figures.length > 0 && table("In the order of the review", figures.map((row) => ({ cells: [
      { head: "Value", content: [link("number", row.id, `${row.value} ${row.unit}`)] },
      { head: "What", content: [row.what] }, { head: "Context", content: [row.context] },
      { head: "Section", content: [row.section] },
      { head: "Sources", content: [cited(book, row.refs)] },
    ] }))),
  ] };
}

export function referenceListSheet(book: Book): Sheet {
  const { references } = book.atlas;
  const known = references.filter(({ established }) => established !== "no");
  return {
    title: "References",
    lead: [`${count(references.length, "source")}, ${known.length} of them with full citation.`],
    content: [block("All", element("ol", { class: "references" }, ...references.map((row) =>
      element("li", {}, link("reference", row.key), " ", ...citation(row)))))],
  };
}

export function partListSheet(book: Book): Sheet {
  const { parts, claims } = book.atlas;
  const waiting = (part: string): number =>
    claims.filter((claim) => claim.parts.includes(part)).length;
  const order = ["missing", "partly", "modelled"];
  const rows = parts.map((row) => ({ row, n: waiting(row.part) })).sort((a, b) =>
    order.indexOf(a.row.state) - order.indexOf(b.row.state) || b.n - a.n);
  return { title: "Parts of the model", lead: ["What the model holds, and what waits for it."],
    content: [rows.length > 0 && table("Missing parts first", rows.map(({ row, n }) => ({ cells: [
      { head: "Part", content: [link("part", row.part, row.label || row.part)] },
      { head: "State",
        content: [element("span", { class: `part-state ${row.state}` }, row.state)] },
      { head: "Claims that need it", content: [n === 0 ? "" : String(n)] },
      { head: "What", content: [row.note] },
    ] })))] };
}

