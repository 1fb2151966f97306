// SPDX-License-Identifier: MIT
import type { Atlas } from "./atlas";
import type { EntityKind } from "./route";
import { ENTITY_KINDS } from "./route";
import { relationWords } from "./words";

/** Something that can be found: by its names first, then by what is written about it. */
export interface Entry {
  kind: EntityKind;
  id: string;
  title: string;
  hint: string;    // one line beside the title
  names: string[]; // as normal() leaves them
  text: string;    // as normal() leaves it
}

export interface Hit {
  entry: Entry;
  score: number;
}

export interface HitGroup {
  kind: EntityKind;
  hits: Hit[];
}

const SCORE = { same: 100, start: 70, wordStart: 50, within: 30, near: 24, text: 10 };

/** Lower case, without accents; everything that is not a letter or digit is a space. */
export function normal(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase()
    .replace(/[^\p{L}\p{N}+]+/gu, " ").trim();
}

const squeezed = (text: string): string => text.replaceAll(" ", "");

function makeEntry(
  kind: EntityKind, id: string, title: string, names: string[], hint: string, ...texts: string[]
): Entry {
  const all = [id, title, ...names].map(normal).filter((name) => name !== "");
  return { kind, id, title, hint, names: [...new Set(all)], text: normal(texts.join(" ")) };
}

export function indexAtlas(atlas: Atlas): Entry[] {
  return [
    ...atlas.therapies.map((t) => makeEntry("drug", t.id, t.name, t.synonyms,
      t.target === "" ? t.kind : `${t.kind} · ${t.target}`,
      t.target, t.target_state, t.action, t.modality, t.outcomes, t.note, t.sponsor, ...t.trials)),
    ...atlas.gene_symbols.map((g) =>
      makeEntry("gene", g.symbol, g.symbol, [...g.synonyms, g.name], g.name)),
    ...atlas.alterations.map((a) => makeEntry("variant", a.id, alterationTitle(a),
      [a.variant, a.hgvs, ...a.genes.map((gene) => `${gene}:${a.variant}`)],
      a.context || a.category, a.category, a.mechanism, a.context, a.note, a.frequency,
      ...a.resists, ...a.sensitive)),
    ...atlas.regulators.map((r) => makeEntry("regulator", r.id, r.name, [r.id], r.mechanism,
      r.mechanism, r.level, r.note, ...r.acts_on, ...r.agents)),
    ...atlas.nodes.map((n) =>
      makeEntry("node", n.node, n.node, n.genes, n.role || n.kind, n.role, n.kind, n.compartment)),
    ...atlas.cancer_types.map((c) =>
      makeEntry("cancer", c.code, c.name, [c.code, ...c.synonyms], c.code)),
    ...atlas.claims.map((c) => makeEntry("claim", c.id, c.id, [],
      `${c.readout} ${relationWords(c.expected) ?? `: ${c.expected}`}`
        + ` with ${c.b === "-" ? c.a : `${c.b} than with ${c.a}`}`, c.statement,
      c.section, c.context, c.a, c.b, c.readout, c.doubt)),
    ...atlas.conflicts.map((c) => makeEntry("conflict", c.id, c.subject, [], c.resolution,
      c.first, c.second, c.resolution, ...c.claims)),
    ...atlas.figures.map((f) => makeEntry("number", f.id, `${f.value} ${f.unit}`, [],
      f.what, f.what, f.context, f.section)),
    ...atlas.references.map((r) => makeEntry("reference", r.key, r.citation || r.key,
      [r.doi, r.pmid, r.review === "" ? "" : `r${r.review}`], r.journal || r.note,
      r.authors, r.title, r.journal, r.note, r.year)),
    ...atlas.parts.map((p) =>
      makeEntry("part", p.part, p.label || p.part, [], p.state, p.note, ...p.modules)),
  ];
}

/** KRAS Y96D */
export function alterationTitle(row: { genes: string[]; variant: string; id: string; kind: string })
  : string {
  const what = row.variant || row.kind;
  const title = `${row.genes.join(", ")} ${what}`.trim();
  return title === "" ? row.id : title;
}

/** Whether a and b differ by at most `most` inserted, lost, changed or swapped letters. */
export function isNear(a: string, b: string, most: number): boolean {
  if (Math.abs(a.length - b.length) > most) return false;
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const change = a[i - 1] === b[j - 1] ? 0 : 1;
      let best = Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + change);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        best = Math.min(best, before[j - 2]! + 1);
      }
      next.push(best);
    }
    before = row;
    row = next;
  }
  return row[b.length]! <= most;
}

function scoreName(name: string, query: string): number {
  const tight = squeezed(query);
  const tightName = squeezed(name);
  if (tightName === tight) return SCORE.same;
  if (tightName.startsWith(tight)) return SCORE.start;
  if (` ${name}`.includes(` ${query}`)) return SCORE.wordStart;
  return tight.length > 2 && tightName.includes(tight) ? SCORE.within : 0;
}

function scoreEntry(entry: Entry, query: string): number {
  const whole = Math.max(0, ...entry.names.map((name) => scoreName(name, query)));
  if (whole > 0) return whole;
  let sum = 0;
  const words = query.split(" ");
  for (const word of words) {
    const named = Math.max(0, ...entry.names.map((name) => scoreName(name, word)));
    const score = Math.max(named * 0.6, ` ${entry.text}`.includes(` ${word}`) ? SCORE.text : 0);
    if (score === 0) return 0;
    sum += score;
  }
  return sum / words.length;
}

function scoreMisspelt(entry: Entry, query: string): number {
  const tight = squeezed(query);
  const most = tight.length > 7 ? 2 : 1;
  return entry.names.some((name) => isNear(squeezed(name), tight, most)) ? SCORE.near : 0;
}

/**
 * Best first. Misspellings count only where nothing has the name as it is written, and only for
 * words long enough to tell.
 */
export function search(entries: Entry[], text: string): Hit[] {
  const query = normal(text);
  if (query === "") return [];
  const rank = (kind: EntityKind): number => ENTITY_KINDS.indexOf(kind);
  let hits = entries.map((entry) => ({ entry, score: scoreEntry(entry, query) }));
  const isNamed = hits.some(({ score }) => score > SCORE.near);
  if (!isNamed && squeezed(query).length > 3) {
    hits = hits.map(({ entry, score }) =>
      ({ entry, score: Math.max(score, scoreMisspelt(entry, query)) }));
  }
  return hits.filter(({ score }) => score > 0).sort((a, b) =>
    b.score - a.score || rank(a.entry.kind) - rank(b.entry.kind)
      || a.entry.title.length - b.entry.title.length
      || (a.entry.title < b.entry.title ? -1 : 1));
}

/** The hits by kind; the kind of the best hit comes first. */
export function groupHits(hits: Hit[]): HitGroup[] {
  const groups = new Map<EntityKind, Hit[]>();
  for (const hit of hits) {
    const group = groups.get(hit.entry.kind);
    if (group) group.push(hit);
    else groups.set(hit.entry.kind, [hit]);
  }
  return [...groups].map(([kind, of]) => ({ kind, hits: of }));
}
