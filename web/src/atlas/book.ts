// SPDX-License-Identifier: MIT
import type {
  Alteration, Atlas, CancerType, Claim, Conflict, GeneSymbol, Part, PathwayNode, Reference,
  Regulator, Therapy,
} from "./atlas";

export type Direction = "resists" | "sensitive";

/** That a tumour with the alteration resists a therapy, or stays sensitive to it. */
export interface Statement {
  alteration: Alteration;
  direction: Direction;
  therapy: string; // as stated: an id, or ids joined by ` + `
}

function byKey<T>(rows: T[], key: (row: T) => string): Map<string, T> {
  return new Map(rows.map((row) => [key(row), row]));
}

/** `a + b` and `a+b` -> [a, b] */
export function partsOf(therapy: string): string[] {
  return therapy.split("+").map((id) => id.trim()).filter((id) => id !== "");
}

/** `ko:BRAF + meki` -> [ko:BRAF, meki] */
export function tokensOf(arm: string): string[] {
  return arm.split(" + ").map((token) => token.trim()).filter((token) => token !== "");
}

/** `-ERK` -> ERK: a leading sign says how a regulator acts on the node. */
export function bareNode(text: string): string {
  return text.replace(/^[-?+]/, "");
}

/** Word by word as in a dictionary: a rank that another begins with comes before it. */
export function compareRanks(a: number[], b: number[]): number {
  const i = a.findIndex((value, at) => value !== b[at]);
  return i < 0 ? a.length - b.length : a[i]! - (b[i] ?? -1);
}

/** The tables with their links followed. */
export class Book {
  readonly statements: Statement[];
  private readonly therapies: Map<string, Therapy>;
  private readonly places: Map<string, number>;
  private readonly alterations: Map<string, Alteration>;
  private readonly regulators: Map<string, Regulator>;
  private readonly nodes: Map<string, PathwayNode>;
  private readonly cancers: Map<string, CancerType>;
  private readonly claims: Map<string, Claim>;
  private readonly conflicts: Map<string, Conflict>;
  private readonly references: Map<string, Reference>;
  private readonly parts: Map<string, Part>;
  private readonly symbols = new Map<string, GeneSymbol>();

  constructor(readonly atlas: Atlas) {
    this.therapies = byKey(atlas.therapies, (row) => row.id);
    this.places = new Map(atlas.therapies.map((row, i) => [row.id, i]));
    this.alterations = byKey(atlas.alterations, (row) => row.id);
    this.regulators = byKey(atlas.regulators, (row) => row.id);
    this.nodes = byKey(atlas.nodes, (row) => row.node);
    this.cancers = byKey(atlas.cancer_types, (row) => row.code);
    this.claims = byKey(atlas.claims, (row) => row.id);
    this.conflicts = byKey(atlas.conflicts, (row) => row.id);
    this.parts = byKey(atlas.parts, (row) => row.part);
    const reviewed = atlas.references.filter((row) => row.review !== "");
    this.references = new Map([
      ...byKey(reviewed, (row) => `r${row.review}`), ...byKey(atlas.references, (row) => row.key),
    ]);
    for (const gene of atlas.gene_symbols) {
      for (const name of gene.synonyms) this.symbols.set(name.toUpperCase(), gene);
    }
    for (const gene of atlas.gene_symbols) this.symbols.set(gene.symbol.toUpperCase(), gene);
    this.statements = atlas.alterations.flatMap((alteration) => [
      ...alteration.resists.map((therapy) =>
        ({ alteration, direction: "resists" as const, therapy })),
      ...alteration.sensitive.map((therapy) =>
        ({ alteration, direction: "sensitive" as const, therapy })),
    ]);
  }

  therapy(id: string): Therapy | undefined { return this.therapies.get(id); }
  alteration(id: string): Alteration | undefined { return this.alterations.get(id); }
  regulator(id: string): Regulator | undefined { return this.regulators.get(id); }
  node(id: string): PathwayNode | undefined { return this.nodes.get(id); }
  cancer(code: string): CancerType | undefined { return this.cancers.get(code); }
  claim(id: string): Claim | undefined { return this.claims.get(id); }
  conflict(id: string): Conflict | undefined { return this.conflicts.get(id); }
  part(id: string): Part | undefined { return this.parts.get(id); }
  /** @param alias  a key, or r34 for number 34 of the review */
  reference(alias: string): Reference | undefined { return this.references.get(alias); }
  /** @param name  a symbol or a synonym */
  gene(name: string): GeneSymbol | undefined { return this.symbols.get(name.toUpperCase()); }

  /** The regulator that a node of the pathway is: it has the node's name as id or as name. */
  regulatorAt(node: string): Regulator | undefined {
    return this.regulators.get(node)
      ?? this.atlas.regulators.find(({ id, name }) => name === node && !this.nodes.has(id));
  }

  /** Where the regulator lies in the pathway. */
  nodeOf({ id, name }: Regulator): string {
    return !this.nodes.has(id) && this.nodes.has(name) ? name : id;
  }

  /** The therapy's class, that one's class, and so on; without the therapy itself. */
  classesOf(id: string): string[] {
    const classes: string[] = [];
    let at = this.therapy(id)?.parent ?? "";
    while (at !== "" && at !== id && !classes.includes(at)) {
      classes.push(at);
      at = this.therapy(at)?.parent ?? "";
    }
    return classes;
  }

  /** Places in the table of its outermost class, of the next, and so on to its own. */
  placeByClass(id: string): number[] {
    return [...this.classesOf(id).reverse(), id].map((step) => this.places.get(step) ?? Infinity);
  }

  membersOf(id: string): Therapy[] {
    return this.atlas.therapies.filter((row) => row.id !== id && row.parent === id);
  }

  /** Statements that name one of the therapies, alone or in a combination. */
  statementsOn(ids: string[]): Statement[] {
    return this.statements.filter(({ therapy }) =>
      partsOf(therapy).some((id) => ids.includes(id)));
  }

  /** Rows of the same change in other contexts. */
  sameVariant(row: Alteration): Alteration[] {
    const key = row.genes.join(";");
    return this.atlas.alterations.filter((other) => other.id !== row.id
      && other.variant === row.variant && other.kind === row.kind && other.genes.join(";") === key);
  }

  /** Claims with an arm that has one of the tokens, `KRAS` also as in `ko:KRAS`. */
  claimsOn(names: string[]): Claim[] {
    const wanted = new Set(names);
    return this.atlas.claims.filter(({ a, b }) => [...tokensOf(a), ...tokensOf(b)].some((token) =>
      wanted.has(token) || wanted.has(token.replace(/^\w+:/, ""))));
  }

  /** Conflicts about the claims, or that name the subject. */
  conflictsOn(claims: Claim[], names: string[]): Conflict[] {
    const ids = new Set(claims.map((claim) => claim.id));
    const words = names.filter((name) => name.length > 2).map((name) => name.toLowerCase());
    return this.atlas.conflicts.filter((row) => row.claims.some((id) => ids.has(id))
      || words.some((word) => ` ${row.subject.toLowerCase()} `
        .replace(/[^\p{L}\p{N}-]+/gu, " ").includes(` ${word} `)));
  }

  /** Whether a row stated for `cancers` is about `wanted`: the same, a kind of it, or its kind. */
  isAbout(cancers: string[], wanted: string): boolean {
    if (wanted === "" || cancers.length === 0) return true;
    return cancers.some((code) => code === wanted || this.lineage(code).includes(wanted)
      || this.lineage(wanted).includes(code));
  }

  private lineage(code: string): string[] {
    const parents: string[] = [];
    let at = this.cancer(code)?.parent ?? "";
    while (at !== "" && at !== code && !parents.includes(at)) {
      parents.push(at);
      at = this.cancer(at)?.parent ?? "";
    }
    return parents;
  }
}
