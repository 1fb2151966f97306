// SPDX-License-Identifier: MIT

/** The knowledge tables as the program writes them into the page (format rascade-atlas/1). */
const FORMAT = "rascade-atlas/1";

interface Shape<T extends string, L extends string> {
  texts: readonly T[];
  lists: readonly L[];
}

type RowOf<S> = S extends Shape<infer T, infer L> ? Record<T, string> & Record<L, string[]> : never;

function shape<T extends string, L extends string>(texts: T[], lists: L[]): Shape<T, L> {
  return { texts, lists };
}

const SHAPES = {
  parts: shape(["part", "label", "state", "note"], ["modules"]),
  therapies: shape(
    ["id", "name", "parent", "kind", "target", "target_state", "action", "modality", "drug",
      "phase", "sponsor", "outcomes", "note"],
    ["synonyms", "missing", "cancers", "combinations", "preclinical", "trials", "refs"]),
  alterations: shape(
    ["id", "variant", "hgvs", "kind", "category", "effect", "mechanism", "context", "evidence",
      "frequency", "note"],
    ["genes", "missing", "resists", "sensitive", "cancers", "refs"]),
  regulators: shape(
    ["id", "name", "role", "mechanism", "level", "note"],
    ["agents", "cancers", "acts_on", "counter", "missing", "refs"]),
  nodes: shape(["node", "kind", "compartment", "role"], ["genes", "parts", "refs"]),
  edges: shape(["from", "to", "sign", "basis"], ["refs"]),
  cancer_types: shape(["code", "name", "parent"], ["synonyms"]),
  gene_symbols: shape(["symbol", "name"], ["synonyms"]),
  figures: shape(["id", "value", "unit", "what", "context", "section"], ["refs"]),
  conflicts: shape(
    ["id", "kind", "subject", "first", "second", "resolution"], ["claims", "refs"]),
  claims: shape(
    ["id", "statement", "section", "level", "kind", "context", "a", "b", "readout", "expected",
      "doubt", "status", "label"],
    ["parts", "refs"]),
  references: shape(
    ["key", "kind", "authors", "year", "title", "journal", "doi", "pmid", "review", "established",
      "note", "citation", "url"],
    []),
};

type Tables = { [K in keyof typeof SHAPES]: RowOf<(typeof SHAPES)[K]>[] };

export type Part = Tables["parts"][number];
export type Therapy = Tables["therapies"][number];
export type Alteration = Tables["alterations"][number];
export type Regulator = Tables["regulators"][number];
export type PathwayNode = Tables["nodes"][number];
export type PathwayEdge = Tables["edges"][number];
export type CancerType = Tables["cancer_types"][number];
export type GeneSymbol = Tables["gene_symbols"][number];
export type Figure = Tables["figures"][number];
export type Conflict = Tables["conflicts"][number];
export type Claim = Tables["claims"][number];
export type Reference = Tables["references"][number];

export interface Atlas extends Tables {
  research_use_only: string;
  knowledge: string; // hash of the tables
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function toText(value: unknown): string {
  return typeof value === "string" || typeof value === "number" ? String(value).trim() : "";
}

function toList(value: unknown): string[] {
  const items = Array.isArray(value) ? value.map(toText) : toText(value).split(";");
  return items.map((item) => item.trim()).filter((item) => item !== "");
}

/** A row with every column of the shape: columns that the row lacks are empty. */
function toRow(row: unknown, { texts, lists }: Shape<string, string>): Record<string, unknown> {
  const from = isObject(row) ? row : {};
  return Object.fromEntries([
    ...texts.map((name) => [name, toText(from[name])] as const),
    ...lists.map((name) => [name, toList(from[name])] as const),
  ]);
}

export type AtlasRead = { atlas: Atlas } | { problem: string };

/** The atlas, or a sentence that says why there is none. */
export function readAtlas(text: string): AtlasRead {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return { problem: "The data of this page is not valid JSON. Write the page again." };
  }
  if (json === null) {
    return { problem: "This page is empty: `rascade atlas --html out/` writes one that is not." };
  }
  if (!isObject(json) || json.format !== FORMAT) {
    return { problem: `The data of this page is not of the format ${FORMAT}.` };
  }
  const from = json;
  const missing = Object.keys(SHAPES).filter((name) => !Array.isArray(from[name]));
  if (missing.length > 0) return { problem: `The data lacks the tables ${missing.join(", ")}.` };
  const tables = Object.fromEntries(Object.entries(SHAPES).map(([name, columns]) =>
    [name, (from[name] as unknown[]).map((row) => toRow(row, columns))]));
  return { atlas: {
    ...(tables as unknown as Tables),
    research_use_only: toText(from.research_use_only) || "Research use only.",
    knowledge: toText(from.knowledge),
  } };
}
