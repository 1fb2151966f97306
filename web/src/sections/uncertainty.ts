// SPDX-License-Identifier: MIT
import { gradeChip } from "../drawer";
import { element } from "../element";
import { fixed, quantity, significant } from "../format";
import type { Page } from "../page";
import { section, table } from "../page";
import type { Plan, Uncertainty } from "../plan";

const NUM_SHOWN = 12;

/** The strongest first, whatever their direction. */
export function byEffect(plan: Plan): Uncertainty[] {
  return [...plan.uncertainty].sort((a, b) => Math.abs(b.effect) - Math.abs(a.effect))
    .slice(0, NUM_SHOWN);
}

export function uncertaintyLead(plan: Plan): string {
  const first = byEffect(plan)[0];
  if (!first) return "Nothing uncertain was varied in this run.";
  const turn = first.effect < 0 ? "shorter" : "longer";
  return `What moves the outcome most: “${first.label}”. More of it means ${turn} control.`;
}

function effectBar(effect: number, most: number): HTMLElement {
  const half = (50 * Math.abs(effect)) / most;
  const left = effect < 0 ? 50 - half : 50;
  return element("span", { class: "tornado", "aria-hidden": "true" },
    element("i", { class: effect < 0 ? "shorter" : "longer",
      style: `left:${left.toFixed(2)}%;width:${half.toFixed(2)}%` }));
}

export function uncertaintySection(page: Page): HTMLElement {
  const { plan, drawer } = page;
  const shown = byEffect(plan);
  const most = Math.max(0.1, ...shown.map(({ effect }) => Math.abs(effect)));
  const rows = shown.map((row) => {
    const ends = `${significant(row.low)} to ${quantity(row.high, row.unit)}`;
    const value = drawer.button({
      title: row.label, shown: `${quantity(row.value, row.unit)} (${ends})`,
      meaning: `Named ${row.parameter}; varied over this range among simulated patients.`,
      origin: row.grade, sources: [row.source],
    }, quantity(row.value, row.unit));
    const effect = drawer.button({
      title: `Effect of: ${row.label}`, shown: fixed(row.effect, 2),
      meaning: "Rank correlation of this quantity with progression-free survival among simulated "
        + "patients: −1 always shortens, +1 always lengthens, 0 does not matter.",
      origin: "computed", sources: [row.source],
    }, fixed(row.effect, 2));
    return { cells: [
      { head: "Assumption", content: [row.label, element("small", {}, value, ` (${ends})`)] },
      { head: "← shorter, longer →", class: "wide", content: [
        effect, effectBar(row.effect, most)] },
      { head: "Grade", content: [gradeChip(row.grade)] },
      { head: "What would settle it", content: [row.experiment] },
    ] };
  });
  return section({
    id: "uncertainty", title: "Where we are least certain", lead: uncertaintyLead(plan),
  }, rows.length > 0 && table("Assumptions, by how strongly they shorten or lengthen control", rows));
}
