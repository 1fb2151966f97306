// SPDX-License-Identifier: MIT
import type { Child } from "../../element";
import { element } from "../../element";
import { table } from "../../page";
import type { Alteration, PathwayNode, Regulator, Therapy } from "../atlas";
import type { Book } from "../book";
import { bareNode } from "../book";
import {
  alterationLink, cancerLinks, cited, geneLinks, joined, link, nodeLinks, outside, therapyLinks,
  therapyList,
} from "../links";
import { allEdges } from "../neighbourhood";
import { hashOf } from "../route";
import { alterationTitle } from "../search";
import { count, sentence } from "../words";
import type { Sheet } from "./blocks";
import {
  block, chipList, claimBlock, conflictBlock, evidence, facts, missingParts, paragraph, sourceBlock,
  statementTable,
} from "./blocks";

function allRefs(...rows: { refs: string[] }[]): string[] {
  return rows.flatMap(({ refs }) => refs);
}

function trialLink(id: string): Child {
  return /^NCT\d{8}$/.test(id) ? outside(`https://clinicaltrials.gov/study/${id}`, id) : id;
}

function regulatorTable(book: Book, caption: string, rows: Regulator[]): HTMLElement | null {
  if (rows.length === 0) return null;
  return table(caption, rows.map((row) => ({ cells: [
    { head: "Regulator", content: [link("regulator", row.id, row.name)] },
    { head: "Role", content: [roleWords(row.role)] },
    { head: "How", content: [row.mechanism, " ", cited(book, row.refs)] },
    { head: "Acts on", content: nodeLinks(book, row.acts_on) },
    { head: "Countered by", content: therapyList(book, row.counter) },
  ] })));
}

export function roleWords(role: string): string {
  if (role === "pro") return "supports resistance";
  return role === "contra" || role === "anti" ? "works against resistance" : role;
}

export function therapySheet(book: Book, row: Therapy): Sheet {
  const classes = book.classesOf(row.id);
  const members = book.membersOf(row.id);
  const own = book.statementsOn([row.id]);
  const byClass = book.statementsOn(classes)
    .filter((statement) => !own.includes(statement));
  const regulators = book.atlas.regulators
    .filter(({ agents }) => agents.some((id) => id === row.id || classes.includes(id)));
  const counters = book.atlas.regulators.filter(({ counter }) => counter.includes(row.id));
  const claims = book.claimsOn([row.id]);
  const conflicts = book.conflictsOn(claims, [row.name, ...row.synonyms]);
  return {
    title: row.name, kind: row.kind === "class" ? "Class of therapies" : "Therapy",
    lead: [sentence(row.action)],
    content: [
      facts(["Also called", [row.synonyms.join(", ")]],
        ["Class", joined(classes.map((id) => element("span", {}, ...therapyLinks(book, id))))],
        ["Binds", [joinText(row.target, row.target_state)]],
        ["Modality", [row.modality.replace(/^class:/, "")]],
        ["Cancers", cancerLinks(book, row.cancers)],
        ["Stage", [row.phase]], ["Sponsor", [row.sponsor]],
        ["Trials", joined(row.trials.map(trialLink))],
        ["In the model", row.missing.length > 0 ? missingParts(book, row.missing)
          : [row.drug === "" ? "" : `as ${row.drug}`]]),
      row.outcomes !== "" && block("Outcomes", paragraph(row.outcomes)),
      paragraph(row.note),
      block("What the tumour's alterations do to it",
        statementTable(book, "Statements about it, alone or combined", own),
        statementTable(book, "Statements about its class", byClass)),
      block("How cells adapt to it",
        regulatorTable(book, "Regulators that answer to it or to its class", regulators)),
      block("What it acts against",
        regulatorTable(book, "Regulators that it counters", counters)),
      block("Combined with",
        facts(["In trials or approved", therapyList(book, row.combinations)],
          ["Before the clinic", therapyList(book, row.preclinical)])),
      block(count(members.length, "member"),
        chipList(members.map(({ id, name }) => link("drug", id, name)))),
      conflictBlock(book, conflicts),
      claimBlock(book, claims),
      sourceBlock(book, [...row.refs,
        ...allRefs(...own.map(({ alteration }) => alteration), ...regulators, ...claims)]),
    ],
  };
}

function joinText(first: string, second: string): string {
  return [first, second].filter((text) => text !== "").join(": ");
}

export function alterationSheet(book: Book, row: Alteration): Sheet {
  const others = book.sameVariant(row);
  const claims = book.claimsOn([row.id]);
  const own = book.statements.filter(({ alteration }) => alteration === row);
  const rest = book.statements.filter(({ alteration }) => others.includes(alteration));
  const known = own.map(({ therapy }) => therapy);
  const disputed = rest.filter(({ therapy, direction }) => known.includes(therapy)
    && own.some((mine) => mine.therapy === therapy && mine.direction !== direction));
  const silent = others.filter(({ resists, sensitive }) => resists.length + sensitive.length === 0);
  return {
    title: alterationTitle(row), kind: `Alteration · ${row.category}`,
    lead: [sentence(row.mechanism)],
    content: [
      facts(["Genes", geneLinks(book, row.genes)],
        ["Variant", [[row.variant, row.hgvs].filter((text) => text !== "").join(" · ")]],
        ["Kind", [row.kind]], ["Context", [row.context]],
        ["Cancers", cancerLinks(book, row.cancers)],
        ["Evidence", [evidence(row.evidence)]], ["Frequency", [row.frequency]],
        ["Sources", [cited(book, row.refs)]],
        ["In the model", row.missing.length > 0 ? missingParts(book, row.missing)
          : [row.effect === "" ? "" : `as ${row.effect}`]]),
      paragraph(row.note),
      block("What it does to therapies",
        statementTable(book, "In this context", own),
        own.length === 0 && element("p", { class: "absent" }, "No therapy is named.")),
      block("The same change elsewhere",
        disputed.length > 0 && element("p", { class: "doubt" },
          "Another row says the opposite of ",
          ...joined(disputed.map(({ therapy }) =>
            element("span", {}, ...therapyLinks(book, therapy)))), "."),
        statementTable(book, "In other contexts", rest),
        contextList(silent)),
      conflictBlock(book, book.conflictsOn(claims, row.variant === "" ? [] : [row.variant])),
      claimBlock(book, claims),
      sourceBlock(book, allRefs(row, ...others, ...claims)),
    ],
  };
}

/** A change that several rows describe, each in its context. */
export function variantSheet(book: Book, rows: Alteration[]): Sheet {
  const [first] = rows;
  const own = book.statements.filter(({ alteration }) => rows.includes(alteration));
  const claims = book.claimsOn(rows.map(({ id }) => id));
  return {
    title: first ? alterationTitle(first) : "", kind: "Alteration",
    lead: [`${count(rows.length, "row")}, one for each context.`],
    content: [
      facts(["Genes", geneLinks(book, first?.genes ?? [])], ["Variant", [first?.hgvs ?? ""]]),
      block("What it does to therapies",
        statementTable(book, "Who resists, who stays sensitive", own)),
      block("Its rows", contextList(rows)),
      conflictBlock(book, book.conflictsOn(claims, first?.variant ? [first.variant] : [])),
      claimBlock(book, claims),
      sourceBlock(book, allRefs(...rows, ...claims)),
    ],
  };
}

function contextList(rows: Alteration[]): HTMLElement | null {
  return chipList(rows.map((row) => link("variant", row.id,
    `${alterationTitle(row)}: ${row.context || row.category.replaceAll("-", " ")}`)));
}

export function geneSheet(book: Book, symbol: string): Sheet {
  const gene = book.gene(symbol);
  const own = gene?.symbol ?? symbol;
  const alterations = book.atlas.alterations.filter(({ genes }) => genes.includes(own));
  const nodes = book.atlas.nodes.filter(({ genes, node }) => genes.includes(own) || node === own);
  const names = [own, ...nodes.map(({ node }) => node)];
  const regulators = book.atlas.regulators.filter((row) => names.includes(book.nodeOf(row)));
  const targeted = book.atlas.therapies.filter(({ target }) =>
    ` ${target.replace(/[^\w-]+/g, " ")} `.includes(` ${own} `));
  const claims = book.claimsOn([...names, ...alterations.map(({ id }) => id)]);
  const ids = new Set(alterations.map(({ id }) => id));
  const statements = book.statements.filter(({ alteration }) => ids.has(alteration.id));
  const silent = alterations.filter(({ resists, sensitive }) =>
    resists.length + sensitive.length === 0);
  return {
    title: own, kind: "Gene", lead: gene?.name ? [gene.name] : [],
    content: [
      facts(["Also called", [gene?.synonyms.join(", ") ?? ""]],
        ["In the pathway", joined(nodes.map(({ node }) => link("node", node)))],
        ["As a regulator", joined(regulators.map(({ id, name }) => link("regulator", id, name)))],
        ["Targeted by", joined(targeted.map(({ id, name }) => link("drug", id, name)))]),
      block("Its alterations and therapies",
        statementTable(book, "Who resists, who stays sensitive", statements)),
      block("Alterations without a statement on a therapy",
        chipList(silent.map((row) => element("span", {}, alterationLink(row),
          row.context !== "" && element("small", {}, ` ${row.context}`))))),
      conflictBlock(book, book.conflictsOn(claims, [own])),
      claimBlock(book, claims),
      sourceBlock(book, allRefs(...alterations, ...nodes, ...regulators, ...claims)),
    ],
  };
}

export function regulatorSheet(book: Book, row: Regulator): Sheet {
  const node = book.nodeOf(row);
  const claims = book.claimsOn([row.name, row.id]);
  return {
    title: row.name, kind: `Regulator · ${roleWords(row.role)}`, lead: [sentence(row.mechanism)],
    content: [
      facts(["Answers to", therapyList(book, row.agents)], ["Level", [row.level]],
        ["Cancers", cancerLinks(book, row.cancers)],
        ["Acts on", nodeLinks(book, row.acts_on)],
        ["Countered by", therapyList(book, row.counter)],
        ["Sources", [cited(book, row.refs)]],
        ["In the model", row.missing.length > 0 ? missingParts(book, row.missing) : ["held"]]),
      paragraph(row.note),
      element("p", {}, element("a", { href: hashOf("map", node) }, "Show it on the map")),
      block("Edges", edgeTable(book, node)),
      conflictBlock(book, book.conflictsOn(claims, [row.name, row.id])),
      claimBlock(book, claims),
      sourceBlock(book, allRefs(row, ...claims)),
    ],
  };
}

export const SIGN_WORDS: Record<string, string> = {
  "+": "activates", "-": "inhibits", "?": "acts on (disputed)",
};

function edgeTable(book: Book, node: string): HTMLElement | null {
  const edges = allEdges(book).filter(({ from, to }) => from === node || to === node);
  if (edges.length === 0) return null;
  return table("What acts on it, and what it acts on", edges.map((edge) => ({ cells: [
    { head: "From", content: nodeLinks(book, [edge.from]) },
    { head: "Effect", content: [SIGN_WORDS[edge.sign] ?? edge.sign] },
    { head: "To", content: nodeLinks(book, [edge.to]) },
    { head: "Basis", content: [edge.basis] },
    { head: "Sources", content: [cited(book, edge.refs)] },
  ] })));
}

export function nodeSheet(book: Book, row: PathwayNode): Sheet {
  const claims = book.claimsOn([row.node]);
  const regulator = book.regulatorAt(row.node);
  const under = book.atlas.regulators
    .filter(({ acts_on }) => acts_on.map(bareNode).includes(row.node));
  return {
    title: row.node, kind: `Node of the pathway · ${row.kind}`, lead: [sentence(row.role)],
    content: [
      facts(["Where", [row.compartment]], ["Genes", geneLinks(book, row.genes)],
        ["As a regulator", [regulator && link("regulator", regulator.id, regulator.name)]],
        ["Model parts", row.parts.length > 0 ? missingParts(book, row.parts).slice(1) : []]),
      element("p", {}, element("a", { href: hashOf("map", row.node) }, "Show it on the map")),
      block("Edges", edgeTable(book, row.node)),
      block("Regulators that act on it", regulatorTable(book, "Of resistance", under)),
      conflictBlock(book, book.conflictsOn(claims, [row.node])),
      claimBlock(book, claims),
      sourceBlock(book, allRefs(row, ...claims)),
    ],
  };
}

export function cancerSheet(book: Book, code: string): Sheet {
  const row = book.cancer(code);
  const isHere = ({ cancers }: { cancers: string[] }): boolean =>
    cancers.length > 0 && book.isAbout(cancers, code);
  const { therapies, regulators, alterations, cancer_types } = book.atlas;
  const ids = new Set(alterations.filter(isHere).map(({ id }) => id));
  const kinds = cancer_types.filter(({ parent }) => parent === code);
  return {
    title: row?.name ?? code, kind: `Cancer · OncoTree ${code}`,
    content: [
      facts(["Also called", [row?.synonyms.join(", ") ?? ""]],
        ["Kind of", row?.parent ? cancerLinks(book, [row.parent]) : []],
        ["Kinds", joined(kinds.map((kind) => link("cancer", kind.code, kind.name)))]),
      element("p", {},
        element("a", { href: hashOf("grid", "", { cancer: code }) }, "Therapies by alterations"),
        " · ",
        element("a", { href: hashOf("map", "", { cancer: code }) }, "Its regulators as a map")),
      block("Therapies", chipList(therapies.filter(isHere)
        .map(({ id, name }) => link("drug", id, name)))),
      block("Alterations", statementTable(book, "Who resists, who stays sensitive",
        book.statements.filter(({ alteration }) => ids.has(alteration.id)))),
      block("Regulators", regulatorTable(book, "Of resistance", regulators.filter(isHere))),
      sourceBlock(book, allRefs(...alterations.filter(isHere), ...regulators.filter(isHere))),
    ],
  };
}

