// SPDX-License-Identifier: MIT
import type { Child } from "../../element";
import { element } from "../../element";
import type { Claim, Conflict, Figure, Part, Reference } from "../atlas";
import type { Book } from "../book";
import {
  alterationLink, armLinks, cited, claimSentence, joined, link, partLinks,
} from "../links";
import { hashOf } from "../route";
import { count, statusOf } from "../words";
import type { Sheet } from "./blocks";
import {
  block, chipList, citation, claimBlock, conflictBlock, conflictCard, facts, identifiers,
  sourceBlock, statusChip,
} from "./blocks";

export function claimSheet(book: Book, row: Claim): Sheet {
  const others = book.atlas.claims
    .filter(({ statement, id }) => statement === row.statement && id !== row.id);
  const conflicts = book.atlas.conflicts.filter(({ claims }) => claims.includes(row.id));
  return {
    title: row.id, kind: `Claim · ${row.level}`, lead: claimSentence(book, row),
    content: [
      facts(["Context", [row.context]],
        ["Arm a", armLinks(book, row.a)], ["Arm b", row.b === "-" ? [] : armLinks(book, row.b)],
        ["Read-out", [row.readout]], ["Expected", [element("code", {}, row.expected)]],
        ["Kind", [row.kind]], ["Statement", [row.statement]],
        ["Section", [row.section !== "" && element("a", {
          href: hashOf("claim", "", { section: row.section }) }, row.section)]],
        ["In the model", [statusChip(row), row.label !== "" && ` ${row.label}`,
          row.status.toLowerCase() !== statusOf(row)
            && row.status !== "" && element("small", {}, ` ${row.status}`)]],
        ["Needs", partLinks(book, row.parts)],
        ["Sources", [cited(book, row.refs)]]),
      row.doubt !== "" && element("p", { class: "doubt" }, `Doubted: ${row.doubt}`),
      conflictBlock(book, conflicts),
      block("Other checks of the same statement",
        others.length > 0 && element("ul", { class: "plain" }, ...others.map((claim) =>
          element("li", {}, link("claim", claim.id), " ", ...claimSentence(book, claim))))),
      sourceBlock(book, row.refs),
    ],
  };
}

export function conflictSheet(book: Book, row: Conflict): Sheet {
  const claims = book.atlas.claims.filter(({ id }) => row.claims.includes(id));
  return {
    title: row.subject || row.id, kind: `Conflict · ${row.kind}`,
    content: [conflictCard(book, row), claimBlock(book, claims), sourceBlock(book, row.refs)],
  };
}

export function conflictListSheet(book: Book): Sheet {
  const { conflicts, claims } = book.atlas;
  const doubted = claims.filter(({ doubt }) => doubt !== "");
  return {
    title: "Conflicts", lead: ["Statements that cannot both be right, defects, and what is used."],
    content: [
      ...conflicts.map((row) => conflictCard(book, row)),
      conflicts.length === 0 && element("p", { class: "absent" }, "None is recorded."),
      claimBlock(book, doubted, 40),
    ],
  };
}

export function referenceSheet(book: Book, row: Reference): Sheet {
  const names = [row.key, ...(row.review === "" ? [] : [`r${row.review}`])];
  const cites = ({ refs }: { refs: string[] }): boolean => refs.some((ref) => names.includes(ref));
  const { therapies, alterations, regulators, nodes, figures, conflicts, claims } = book.atlas;
  const title = row.title || row.key;
  return {
    title, kind: `Reference · ${row.kind || "source"}`,
    lead: row.title === "" ? citation(row) : joined(identifiers(row), " "),
    content: [
      facts(["Authors", [row.authors]], ["Journal", [row.journal]], ["Year", [row.year]],
        ["Key", [row.key]], ["Number in the review", [row.review]],
        ["Established by", [row.established === "no" ? "not established" : row.established]],
        ["Note", [row.note]]),
      block("Therapies", chipList(therapies.filter(cites).map((t) => link("drug", t.id, t.name)))),
      block("Alterations", chipList(alterations.filter(cites).map(alterationLink))),
      block("Regulators", chipList(regulators.filter(cites)
        .map((r) => link("regulator", r.id, r.name)))),
      block("Nodes", chipList(nodes.filter(cites).map((n) => link("node", n.node)))),
      block("Numbers", chipList(figures.filter(cites)
        .map((f) => link("number", f.id, `${f.value} ${f.unit}: ${f.what}`)))),
      conflictBlock(book, conflicts.filter(cites)),
      claimBlock(book, claims.filter(cites)),
    ],
  };
}

export function partSheet(book: Book, row: Part): Sheet {
  const { therapies, alterations, regulators, nodes, claims } = book.atlas;
  const waits = ({ missing }: { missing: string[] }): boolean => missing.includes(row.part);
  const needed = claims.filter(({ parts }) => parts.includes(row.part));
  return {
    title: row.label || row.part, kind: `Part of the model · ${row.state}`,
    lead: row.note === "" ? [] : [row.note],
    content: [
      facts(["Held by", [row.modules.join(", ")]],
        ["Nodes", joined(nodes.filter(({ parts }) => parts.includes(row.part))
          .map(({ node }) => link("node", node)))]),
      block("Therapies that wait for it",
        chipList(therapies.filter(waits).map((t) => link("drug", t.id, t.name)))),
      block("Alterations that wait for it",
        chipList(alterations.filter(waits).map(alterationLink))),
      block("Regulators that wait for it",
        chipList(regulators.filter(waits).map((r) => link("regulator", r.id, r.name)))),
      claimBlock(book, needed),
    ],
  };
}

export function numberSheet(book: Book, row: Figure): Sheet {
  return {
    title: `${row.value} ${row.unit}`, kind: "Number", lead: [row.what],
    content: [facts(["Context", [row.context]], ["Section", [row.section]]),
      sourceBlock(book, row.refs)],
  };
}

/** Lists of all rows of one kind, grouped. */
export function groupedSheet(
  title: string, lead: string, items: { group: string; item: Child }[],
): Sheet {
  const groups = [...new Set(items.map(({ group }) => group))];
  return { title, lead: [lead], content: groups.map((group) => {
    const own = items.filter((entry) => entry.group === group);
    return block(group || "Others",
      element("p", { class: "fine" }, count(own.length, "entry", "entries")),
      chipList(own.map(({ item }) => item)));
  }) };
}
