// SPDX-License-Identifier: MIT
import type { Grade, Plan } from "./plan";

/** Where a shown number comes from; "computed" for the outcome of the simulation itself. */
export type Origin = Grade | "computed";

/** What the drawer says of one number. */
export interface Provenance {
  title: string; // "Response rate, sotorasib"
  shown: string; // the number with its interval and unit
  meaning: string; // one or two sentences
  origin: Origin;
  sources: string[]; // reference keys
}

export interface Source {
  key: string;
  citation: string;
  identifier: string;
  link: string | null;
  parameters: { label: string; grade: Grade }[]; // the influential ones resting on it
}

export const ORIGIN_MEANING: Record<Origin, string> = {
  computed: "Outcome of the simulation; it rests on the sources below.",
  measured: "Measured and published.",
  fitted: "Fitted to published data.",
  assumed: "Assumed within a stated range, for want of a measurement.",
};

/** The address of "doi:10.1/x" or "pmid:123"; null where there is none to link to. */
export function linkOf(identifier: string): string | null {
  const doi = /^doi:(10\.\S+)$/i.exec(identifier)?.[1];
  if (doi) return `https://doi.org/${encodeURI(doi)}`;
  const pmid = /^pmid:(\d+)$/i.exec(identifier)?.[1];
  if (pmid) return `https://pubmed.ncbi.nlm.nih.gov/${pmid}/`;
  return /^https:\/\/\S+$/.test(identifier) ? identifier : null;
}

/** The references behind keys, each once, the bare assumption last. */
export function resolveSources(plan: Plan, keys: string[]): Source[] {
  const unique = [...new Set(keys)];
  unique.sort((a, b) => Number(a === "assumed") - Number(b === "assumed"));
  return unique.map((key) => {
    const reference = plan.references[key];
    const identifier = reference?.identifier ?? "";
    return {
      key,
      citation: reference?.citation ?? "This reference is missing from the report.",
      identifier,
      link: linkOf(identifier),
      parameters: plan.uncertainty.filter((u) => u.source === key)
        .map(({ label, grade }) => ({ label, grade })),
    };
  });
}

/** "Skoulidis2021, Awad2021 and 3 more": what hovering over a number shows. */
export function sourceSummary(keys: string[]): string {
  if (keys.length === 0) return "computed";
  const shown = keys.slice(0, 3).join(", ");
  return keys.length > 3 ? `${shown} and ${keys.length - 3} more` : shown;
}
