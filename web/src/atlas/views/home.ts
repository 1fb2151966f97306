// SPDX-License-Identifier: MIT
import { element } from "../../element";
import type { Book } from "../book";
import type { EntityKind, View } from "../route";
import { hashOf } from "../route";
import type { Entry } from "../search";
import { groupHits, search } from "../search";
import { KIND_NAME, count, statusOf } from "../words";
import type { Sheet } from "./blocks";
import { block, chipList } from "./blocks";

function tile(view: View, n: number, words: string): HTMLElement {
  return element("div", { class: "tile" },
    element("dt", {}, element("a", { href: hashOf(view) }, words)),
    element("dd", { class: "big" }, n.toLocaleString("en")));
}

/** The therapies, genes and regulators that most is stated about: good places to begin. */
function busiest(book: Book): { kind: EntityKind; id: string; title: string }[] {
  const { therapies, gene_symbols, alterations, regulators } = book.atlas;
  const top = <T>(rows: T[], weight: (row: T) => number, n: number): T[] =>
    rows.map((row) => ({ row, n: weight(row) })).sort((a, b) => b.n - a.n).slice(0, n)
      .map(({ row }) => row);
  const agents = therapies.filter(({ kind }) => kind === "agent");
  return [
    ...top(agents, ({ id }) => book.statementsOn([id]).length, 5)
      .map(({ id, name }) => ({ kind: "drug" as const, id, title: name })),
    ...top(gene_symbols, ({ symbol }) =>
      alterations.filter(({ genes }) => genes.includes(symbol)).length, 6)
      .map(({ symbol }) => ({ kind: "gene" as const, id: symbol, title: symbol })),
    ...top(regulators, ({ refs, agents: on }) => refs.length + on.length, 5)
      .map(({ id, name }) => ({ kind: "regulator" as const, id, title: name })),
  ];
}

function claimBar(book: Book): HTMLElement | null {
  const { claims } = book.atlas;
  const order = ["reproduced", "missed", "not modelled", "not run"];
  const rows = order.map((status) =>
    ({ status, n: claims.filter((claim) => statusOf(claim) === status).length }))
    .filter(({ n }) => n > 0);
  if (rows.every(({ status }) => status === "not run")) return null;
  return block("What the model reproduces",
    element("div", { class: "status-bar", "aria-hidden": "true" }, ...rows.map(({ status, n }) =>
      element("i", { class: status.replaceAll(" ", "-"), style: `flex-grow:${n}` }))),
    element("p", { class: "status-line" }, ...rows.map(({ status, n }) =>
      element("a", { href: hashOf("claim", "", { status }) },
        element("span", { class: `status ${status.replaceAll(" ", "-")}` }, status), ` ${n}`))));
}

export function homeSheet(book: Book): Sheet {
  const { therapies, alterations, regulators, claims, references, conflicts } = book.atlas;
  return {
    title: "Therapies against the RAS pathway, and how tumours escape them",
    lead: ["Every therapy, alteration, regulator and claim that Rascade knows, with direction, "
      + "context, strength of evidence, contradictions and sources."],
    content: [
      element("dl", { class: "tiles" },
        tile("drug", therapies.length, "Therapies"),
        tile("variant", alterations.length, "Alterations"),
        tile("regulator", regulators.length, "Regulators"),
        tile("claim", claims.length, "Claims"),
        tile("conflict", conflicts.length, "Conflicts"),
        tile("reference", references.length, "References")),
      block("Begin with", chipList(busiest(book).map(({ kind, id, title }) =>
        element("a", { href: hashOf(kind, id) }, title)))),
      element("p", {},
        element("a", { href: hashOf("grid") }, "Therapies by alterations"),
        " shows who resists what. ",
        element("a", { href: hashOf("map") }, "The map"), " shows who acts on whom."),
      claimBar(book),
      block("More lists", chipList((["gene", "node", "cancer", "number", "part"] as const)
        .map((kind) => element("a", { href: hashOf(kind) }, KIND_NAME[kind].many)))),
    ],
  };
}

export function searchSheet(entries: Entry[], text: string): Sheet {
  const hits = search(entries, text);
  const groups = groupHits(hits);
  return {
    title: `Search: ${text}`,
    lead: [hits.length === 0 ? "Nothing is found. Try fewer words, or a synonym."
      : `${count(hits.length, "result")}, the best first.`],
    content: groups.map(({ kind, hits: of }) => {
      const item = ({ entry }: (typeof of)[number]): HTMLElement => element("li", {},
        element("a", { href: hashOf(entry.kind, entry.id) }, entry.title),
        entry.hint !== "" && element("small", {}, ` ${entry.hint}`));
      const rest = of.slice(15);
      return block(`${KIND_NAME[kind].many} (${of.length})`,
        element("ul", { class: "plain" }, ...of.slice(0, 15).map(item)),
        rest.length > 0 && element("details", {}, element("summary", {}, `${rest.length} more`),
          element("ul", { class: "plain" }, ...rest.map(item))));
    }),
  };
}
