// SPDX-License-Identifier: MIT
import { gradeChip } from "../drawer";
import { element } from "../element";
import type { Formatter } from "../format";
import { months, percentOfShare, quantity, withRange } from "../format";
import { progressionFree, publishedRate, publishedSurvival, responseRate } from "../numbers";
import type { Page } from "../page";
import { intervalBar, section, table } from "../page";
import type { Grade, Interval, Plan } from "../plan";
import type { Provenance } from "../sources";
import { resolveSources } from "../sources";

const GRADES: Grade[] = ["measured", "fitted", "assumed"];

/** How many compared numbers lie within their published intervals. */
export function agreement(plan: Plan): { within: number; compared: number } {
  const checks = plan.arms.flatMap(({ published }) =>
    (published ? [published.orr_within, published.pfs_within] : []));
  return { within: checks.filter(Boolean).length, compared: checks.length };
}

export function trustLead(plan: Plan): string {
  const { within, compared } = agreement(plan);
  if (compared === 0) return "No arm of this plan could be compared with a published trial.";
  return `${within} of ${compared} numbers that were also published lie within the published `
    + "interval.";
}

interface Comparison {
  what: string;
  simulated: Interval;
  published: Interval;
  within: boolean;
  format: Formatter;
  sources: [Provenance, Provenance];
}

function comparisons(plan: Plan): Comparison[] {
  return plan.arms.flatMap((arm) => {
    const { published } = arm;
    if (!published) return [];
    return [
      { what: `${arm.name}, response rate`, simulated: arm.orr, published: published.orr,
        within: published.orr_within, format: percentOfShare,
        sources: [responseRate(plan, arm), publishedRate(published)] },
      { what: `${arm.name}, median months without progression`, simulated: arm.pfs_months,
        published: published.pfs_months, within: published.pfs_within, format: months,
        sources: [progressionFree(arm), publishedSurvival(published)] },
    ];
  });
}

function comparisonTable({ plan, drawer }: Page): HTMLElement | null {
  const rows = comparisons(plan).map(({ what, simulated, published, within, format, sources }) => {
    const ends = [simulated, published].flatMap((i) => [i.value ?? 0, i.high ?? 0]);
    const scale = { from: 0, to: 1.1 * Math.max(...ends) };
    const bar = (i: Interval, mark?: "diamond"): HTMLElement =>
      intervalBar(i.value, i.low, i.high, { ...scale, mark });
    return { cells: [
      { head: "Compared", content: [what] },
      { head: "● Simulated", content: [drawer.button(sources[0], withRange(simulated, format))] },
      { head: "◆ Published", content: [drawer.button(sources[1], withRange(published, format))] },
      { head: "Together", class: "wide", content: [bar(simulated), bar(published, "diamond")] },
      { head: "Verdict", content: [element("span", { class: within ? "within" : "outside" },
        within ? "✓ within" : "✗ outside")] },
    ] };
  });
  return rows.length > 0 ? table("Simulated against published", rows) : null;
}

function gradesBar(plan: Plan): HTMLElement {
  const counts = plan.parameters_by_grade;
  const total = GRADES.reduce((sum, grade) => sum + (counts[grade] ?? 0), 0);
  return element("div", { class: "grades" },
    element("h3", {}, `${total} quantities behind this report`),
    element("div", { class: "grades-bar", "aria-hidden": "true" }, ...GRADES.map((grade) =>
      element("i", { class: grade, style: `flex-grow:${counts[grade] ?? 0}` }))),
    element("p", { class: "key-line" }, ...GRADES.map((grade) =>
      element("span", {}, gradeChip(grade), ` ${counts[grade] ?? 0}`))));
}

function assumedList(plan: Plan): HTMLElement | null {
  if (plan.assumed.length === 0) return null;
  const rows = plan.assumed.map(({ parameter, value, unit, note }) => ({ cells: [
    { head: "Quantity", content: [element("code", {}, parameter)] },
    { head: "Value", content: [quantity(value, unit)] },
    { head: "Note", content: [note || "–"] },
  ] }));
  return element("details", {},
    element("summary", {}, `Assumed, for want of a measurement (${plan.assumed.length})`),
    table("Assumed quantities", rows));
}

function referenceList(plan: Plan): HTMLElement {
  const keys = Object.keys(plan.references).filter((key) => key !== "assumed")
    .sort((a, b) => a.localeCompare(b));
  return element("details", {},
    element("summary", {}, `References (${keys.length})`),
    element("ol", { class: "references" }, ...resolveSources(plan, keys).map((source) =>
      element("li", {}, element("b", {}, source.key), ` ${source.citation} `,
        source.link
          ? element("a", { href: source.link, rel: "noopener noreferrer", target: "_blank" },
            source.identifier)
          : source.identifier))));
}

function copyButton(text: string): HTMLButtonElement {
  const button = element("button", { type: "button", class: "copy" }, "copy");
  button.addEventListener("click", () => {
    navigator.clipboard?.writeText(text).then(
      () => { button.textContent = "copied"; },
      () => { button.textContent = "select the line to copy it"; });
  });
  return button;
}

function runFacts(plan: Plan): HTMLElement {
  const fact = (name: string, value: string) =>
    element("div", {}, element("dt", {}, name), element("dd", {}, value));
  return element("div", { class: "rerun" },
    element("h3", {}, "Run it again, get the same bytes"),
    element("p", {}, element("code", {}, plan.rerun), copyButton(plan.rerun)),
    element("dl", { class: "facts" },
      fact("Knowledge", plan.knowledge), fact("Seed", String(plan.seed)),
      fact("Simulated patients", String(plan.patients)),
      fact("Courses computed", String(plan.solves)), fact("Rascade", plan.version)));
}

export function trustSection(page: Page): HTMLElement {
  const { plan } = page;
  return section({
    id: "trust", title: "Why believe this", lead: trustLead(plan),
  },
  comparisonTable(page),
  gradesBar(plan),
  plan.notes.length > 0 && element("div", { class: "limits" },
    element("h3", {}, "Limits"),
    element("ul", {}, ...plan.notes.map((note) => element("li", {}, note)))),
  assumedList(plan), referenceList(plan), runFacts(plan));
}
