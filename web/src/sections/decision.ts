// SPDX-License-Identifier: MIT
import { element } from "../element";
import { months, percentOfShare, range, signedMonths } from "../format";
import type { Formatter } from "../format";
import { bestIn, gain, normalTissue, progressionFree, responseRate } from "../numbers";
import type { Page } from "../page";
import type { Arm, Interval } from "../plan";
import { baseArm, recommendedArm } from "../plan";
import type { Provenance } from "../sources";

interface Headline {
  name: string;
  interval: Interval;
  format: Formatter;
  unit: string;
  provenance: Provenance;
  beside?: Provenance; // the same number of the base arm
  besideText?: string;
}

function headlines({ plan }: Page): Headline[] {
  const base = baseArm(plan);
  const best = recommendedArm(plan);
  const against = (text: string) => (best === base ? undefined : `${text} on ${base.name}`);
  const delta = best.delta_pfs_months;
  const all: (Headline | null)[] = [
    { name: "Progression-free survival", interval: best.pfs_months, format: months,
      unit: "months, median", provenance: progressionFree(best), beside: progressionFree(base),
      besideText: against(months(base.pfs_months.value)) },
    delta ? { name: `Gain over ${base.name}`, interval: delta, format: signedMonths,
      unit: "months", provenance: gain(best, delta) } : null,
    { name: "Response rate", interval: best.orr, format: percentOfShare, unit: "",
      provenance: responseRate(plan, best), beside: responseRate(plan, base),
      besideText: against(percentOfShare(base.orr.value)) },
    { name: "Cost to normal tissue", interval: best.normal_tissue_cost, format: percentOfShare,
      unit: "of growth signal", provenance: normalTissue(best), beside: normalTissue(base),
      besideText: against(percentOfShare(base.normal_tissue_cost.value)) },
  ];
  return all.filter((headline): headline is Headline => headline !== null);
}

function headlineTile({ drawer }: Page, headline: Headline): HTMLElement {
  const { name, interval, format, unit, provenance, beside, besideText } = headline;
  const ends = range(interval, format);
  return element("div", { class: "tile" },
    element("dt", {}, name),
    element("dd", {},
      drawer.button(provenance, element("span", { class: "big" }, format(interval.value))),
      unit !== "" && interval.value !== null && element("span", { class: "unit" }, ` ${unit}`),
      ends !== "" && element("span", { class: "ends" }, ends),
      beside && besideText && element("span", { class: "beside" },
        drawer.button(beside, besideText))));
}

function fact(name: string, values: string[]): HTMLElement | null {
  if (values.length === 0) return null;
  return element("div", {}, element("dt", {}, name), element("dd", {}, values.join(", ")));
}

function robustSentence({ plan, drawer }: Page, best: Arm): HTMLElement {
  const share = drawer.button(bestIn(best), percentOfShare(best.robust));
  return element("p", { class: "robust" },
    `Across everything that is not known exactly, ${best.name} is the best of `
    + `${plan.arms.length} arms in `, share, " of simulated patients.");
}

export function decisionSection(page: Page): HTMLElement {
  const { plan } = page;
  const { title, cancer, genotype, environment, prior } = plan.tumour;
  return element("section", { id: "decision", "aria-label": "Decision" },
    element("p", { class: "title" }, title),
    element("h1", {}, plan.decision.sentence),
    element("dl", { class: "tiles" }, ...headlines(page).map((h) => headlineTile(page, h))),
    plan.arms.length > 1 && robustSentence(page, recommendedArm(plan)),
    element("dl", { class: "facts" },
      fact("Cancer", [cancer.name]), fact("Genotype", genotype),
      fact("Environment", environment), fact("Treated before with", prior)),
    element("p", { class: "fine" }, plan.research_use_only,
      " Ranges: 95\u00a0% intervals for rates and medians, 5 to 95\u00a0% of patients for change and"
      + " cost. Click a number to see its sources."));
}
