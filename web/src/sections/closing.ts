// SPDX-License-Identifier: MIT
import type { CombinationMap } from "../figures/combination_map";
import { combinationMap, depth, sameDrugs } from "../figures/combination_map";
import type { Child } from "../element";
import { element } from "../element";
import { list, months, percent, percentOfShare, range, signedMonths } from "../format";
import { bestIn, gain, normalTissue, progressionFree, responseRate } from "../numbers";
import type { Cell, Page } from "../page";
import { intervalBar, section, table } from "../page";
import type { Arm, Plan, ScreenedArm } from "../plan";
import { baseArm, recommendedArm } from "../plan";
import { grounds } from "./grounds";

/** Candidates by gain, the longest first, after the base arm. */
export function armsByGain(plan: Plan): Arm[] {
  const base = baseArm(plan);
  const gained = (arm: Arm): number => arm.delta_pfs_months?.value ?? -Infinity;
  const candidates = plan.arms.filter((arm) => arm !== base);
  return [base, ...candidates.sort((a, b) => gained(b) - gained(a))];
}

/** What the recommended arm buys and costs, in a sentence. */
export function closingLead(plan: Plan): string {
  const best = recommendedArm(plan);
  if (best === baseArm(plan)) return `No arm tried does better than ${best.name}.`;
  const closed = plan.routes.filter((route) => route.closed_by.includes(best.name));
  const cost = percentOfShare(best.normal_tissue_cost.value);
  const share = closed.reduce((sum, route) => sum + (route.share.value ?? 0), 0);
  return `${best.name} closes ${closed.length} of ${plan.routes.length} escape routes, together `
    + `${percentOfShare(share)} of progressions, at the price of ${cost} of the growth signal of `
    + "normal tissue.";
}

function gainScale(plan: Plan): { from: number; to: number; zero: number } {
  const ends = plan.arms.flatMap(({ delta_pfs_months: delta }) =>
    (delta ? [delta.low ?? 0, delta.high ?? delta.value ?? 0] : []));
  return { from: Math.min(0, ...ends), to: Math.max(1, ...ends), zero: 0 };
}

function gainContent({ plan, drawer }: Page, arm: Arm): Child[] {
  const delta = arm.delta_pfs_months;
  if (!delta) return [element("span", { class: "absent" }, "today’s treatment")];
  return [
    drawer.button(gain(arm, delta), signedMonths(delta.value)),
    element("span", { class: "ends" }, range(delta, signedMonths)),
    intervalBar(delta.value, delta.low, delta.high, gainScale(plan)),
  ];
}

function armCells(page: Page, arm: Arm): Cell[] {
  const { plan, drawer } = page;
  const regimens = arm.drugs.map(({ name, regimen, sources }) => drawer.button({
    title: `Regimen of ${name}`, shown: regimen, meaning: "Dose and schedule given in this arm.",
    origin: sources.includes("assumed") ? "assumed" : "measured", sources,
  }, arm.drugs.length > 1 ? `${name} ${regimen}` : regimen));
  const cost = arm.normal_tissue_cost;
  return [
    { head: "Arm", content: [
      element("span", { class: "arm" }, arm.name,
        arm === recommendedArm(plan) && element("span", { class: "pick" }, "recommended")),
      ...regimens.map((regimen) => element("small", {}, regimen)),
      element("small", {}, arm.mechanism),
      grounds(page, arm.claims, arm.basis)] },
    { head: "Gain, months", class: "wide", content: gainContent(page, arm) },
    { head: "Median, months", content: [
      drawer.button(progressionFree(arm), months(arm.pfs_months.value)),
      element("span", { class: "ends" }, range(arm.pfs_months, months))] },
    { head: "Best in", content: [drawer.button(bestIn(arm), percentOfShare(arm.robust))] },
    { head: "Response", content: [
      drawer.button(responseRate(plan, arm), percentOfShare(arm.orr.value)),
      element("span", { class: "ends" }, range(arm.orr, percentOfShare))] },
    { head: "Normal-tissue cost", content: [
      drawer.button(normalTissue(arm), percentOfShare(cost.value)),
      element("span", { class: "ends" }, range(cost, percentOfShare))] },
  ];
}

function mapCell(page: Page, map: CombinationMap, entry: ScreenedArm): HTMLElement {
  const { plan, drawer } = page;
  const tone = depth(map, entry.pfs_months);
  const drugNames = (arm: Arm): string[] => arm.drugs.map((drug) => drug.name);
  const isBase = sameDrugs(entry.drugs, drugNames(baseArm(plan)));
  const isBest = sameDrugs(entry.drugs, drugNames(recommendedArm(plan)));
  const name = entry.drugs.join(" + ");
  const button = drawer.button({
    title: name, shown: `${months(entry.pfs_months)} months`,
    meaning: "Mean time without progression, up to two years, in a quick screen of few simulated patients, so a "
      + `rank rather than a forecast. Best change ${percent(entry.best_change)}; cost to normal `
      + `tissue ${percentOfShare(entry.normal_tissue_cost)} of its growth signal.`,
    origin: "computed", sources: screenSources(plan, entry),
  },
  element("b", {}, months(entry.pfs_months)),
  element("small", {}, percentOfShare(entry.normal_tissue_cost)));
  const mark = isBest ? "best" : isBase ? "base" : "";
  return element("td", {
    class: `tone ${mark}`, style: `--tone:${tone.toFixed(3)}`,
  }, button);
}

/** References of the drugs of a screened arm, where an arm of the plan tells them. */
export function screenSources(plan: Plan, entry: ScreenedArm): string[] {
  const drugs = plan.arms.flatMap((arm) => arm.drugs);
  return [...new Set(drugs.filter((drug) => entry.drugs.includes(drug.name))
    .flatMap((drug) => drug.sources))];
}

function mapTable(page: Page): HTMLElement {
  const map = combinationMap(page.plan.screen);
  const rows = map.entries.map((row, r) => element("tr", {},
    element("th", { scope: "row" }, map.drugs[r] ?? ""),
    ...row.map((entry) => (entry ? mapCell(page, map, entry)
      : element("td", { class: "absent", "aria-label": "not screened" }, "·")))));
  const foot = element("tr", {}, element("td", {}),
    ...map.drugs.map((drug) => element("th", { scope: "col" }, element("span", {}, drug))));
  return element("figure", { class: "map" },
    element("figcaption", {}, element("strong", {}, "Every pair tried"),
      element("span", {}, "median months without progression, small: cost to normal tissue; on the "
        + "diagonal each drug alone; a quick screen of few patients")),
    element("p", { class: "key-line" },
      element("span", { class: "key box-base" }, "today’s treatment"),
      element("span", { class: "key box-best" }, "recommended")),
    element("div", { class: "scroll", tabindex: "0", role: "region",
      "aria-label": "Map of combinations" },
    element("table", { class: "heat" }, element("tbody", {}, ...rows, foot))));
}

function largerArms({ plan }: Page): HTMLElement | null {
  const larger = plan.screen.filter((arm) => arm.drugs.length > 2)
    .sort((a, b) => (b.pfs_months ?? Infinity) - (a.pfs_months ?? Infinity));
  if (larger.length === 0) return null;
  return element("p", { class: "sentence" }, "With three or more drugs: ",
    list(larger.map((arm) => `${arm.drugs.join(" + ")} ${months(arm.pfs_months)} months`)), ".");
}

export function closingSection(page: Page): HTMLElement {
  const { plan } = page;
  const rows = armsByGain(plan).map((arm) => ({
    class: arm === recommendedArm(plan) ? "recommended" : undefined, cells: armCells(page, arm),
  }));
  return section({
    id: "closing", title: "What closes the escape routes", lead: closingLead(plan),
  },
  table("Arms, by gain over today’s treatment", rows),
  plan.screen.length > 0 && mapTable(page),
  largerArms(page));
}
