// SPDX-License-Identifier: MIT
import type { Claim } from "./atlas";
import type { EntityKind } from "./route";

export const KIND_NAME: Record<EntityKind, { one: string; many: string }> = {
  drug: { one: "Therapy", many: "Therapies" },
  gene: { one: "Gene", many: "Genes" },
  variant: { one: "Alteration", many: "Alterations" },
  regulator: { one: "Regulator", many: "Regulators" },
  node: { one: "Node", many: "Nodes" },
  cancer: { one: "Cancer", many: "Cancers" },
  claim: { one: "Claim", many: "Claims" },
  conflict: { one: "Conflict", many: "Conflicts" },
  number: { one: "Number", many: "Numbers" },
  reference: { one: "Reference", many: "References" },
  part: { one: "Model part", many: "Model parts" },
};

const RELATION: Record<string, string> = {
  "b<a": "is lower", "b>a": "is higher", "b<<a": "is much lower", "b>>a": "is much higher",
  "b~a": "is no other", "b!=a": "is other", "b=0": "is gone, rather", "b<=a": "is not higher",
  "b>=a": "is not lower",
};

/** `b<a` -> "is lower"; other relations have no such words. */
export function relationWords(expected: string): string | undefined {
  return RELATION[expected.replace(/\s*\(.*\)$/, "").trim()];
}

/** `value: 0.32..0.38 1` -> "0.32 to 0.38", `freq: 2..2 %` -> "2 %"; the rest as it is written. */
export function expectedWords(expected: string): string {
  const value = /^(?:value|freq): *([^ ]+?)\.\.([^ ]+) *(.*)$/.exec(expected);
  if (!value) return expected;
  const [, low = "", high = "", unit = ""] = value;
  return `${low === high ? low : `${low} to ${high}`}${unit === "1" ? "" : ` ${unit}`}`.trim();
}

/** How strong the evidence is: patients, animals, cells or less. */
export const STRENGTHS = ["patients", "animals or models", "cells", "stated only"] as const;
export type Strength = (typeof STRENGTHS)[number];

export function strengthOf(evidence: string): Strength {
  const text = evidence.toLowerCase();
  if (/\b(clinical|patient|tcga)/.test(text)) return "patients";
  if (/vivo|mouse|model|xenograft|animal|preclinical/.test(text)) return "animals or models";
  if (/vitro|cell|screen|structur|biochem/.test(text)) return "cells";
  return "stated only";
}

/** Every status that starts alike is one: `not modelled: apoptosis` is `not modelled`. */
export function statusOf(claim: Claim): string {
  const text = claim.status.toLowerCase();
  for (const known of ["reproduced", "missed", "not modelled"]) {
    if (text.startsWith(known)) return known;
  }
  return text === "" ? "not run" : text;
}

/** 1 claim, 2 claims */
export function count(n: number, one: string, many = `${one}s`): string {
  return `${n.toLocaleString("en")} ${n === 1 ? one : many}`;
}

export function sentence(text: string): string {
  return text === "" ? "" : text.charAt(0).toUpperCase() + text.slice(1);
}
