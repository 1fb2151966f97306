// SPDX-License-Identifier: MIT
import { element } from "../element";
import { months, percent, percentOfShare, range, withRange } from "../format";
import { survival } from "../figures/survival";
import { tumourCourse } from "../figures/tumour_course";
import { countResponses, waterfall } from "../figures/waterfall";
import {
  bestChange, progressionFree, publishedRate, publishedSurvival, responseRate,
} from "../numbers";
import type { Page } from "../page";
import { section, table } from "../page";
import type { Arm } from "../plan";
import { baseArm, recommendedArm } from "../plan";

/** "39 of 100 simulated patients respond; half have progressed by 6.1 months." */
export function responseLead(arm: Arm): string {
  const { response } = countResponses(arm.waterfall);
  const half = arm.pfs_months.value === null
    ? "fewer than half progress while watched"
    : `half have progressed by ${months(arm.pfs_months.value)} months`;
  return `${response} of ${arm.waterfall.length} simulated patients respond; ${half}.`;
}

function waterfallFigure({ plan, board }: Page): HTMLElement {
  const base = baseArm(plan);
  const counts = countResponses(base.waterfall);
  const key = element("p", { class: "key-line" },
    element("span", { class: "key warning" }, `progression ${counts.progression}`),
    element("span", { class: "key quiet" }, `stable ${counts.stable}`),
    element("span", { class: "key accent" }, `response ${counts.response}`));
  return board.figure({
    title: "Best change of tumour diameter", note: "one bar per patient", height: 300,
    label: `Waterfall plot of ${base.waterfall.length} patients on ${base.name}: `
      + `${counts.response} respond, ${counts.stable} are stable, ${counts.progression} progress.`,
    draw: (palette) => waterfall(base.waterfall, palette),
  }, key);
}

function courseFigure({ plan, board }: Page): HTMLElement {
  const base = baseArm(plan);
  const key = element("p", { class: "key-line" },
    element("span", { class: "key accent" }, "median"),
    element("span", { class: "key half" }, "half of patients"),
    element("span", { class: "key most" }, "90 %"));
  return board.figure({
    title: "Course of tumour diameter", note: "change from the start", height: 300,
    label: `Tumour diameter over time on ${base.name}, best median change `
      + `${percent(base.best_change.value)}.`,
    draw: (palette) => tumourCourse(base.course, palette),
  }, key);
}

/** The mark of an arm's curve: filled and shaped by the style sheet through its place. */
function swatch(page: Page, arm: Arm): HTMLElement {
  const { plan } = page;
  const rest = plan.arms.filter((a) => a !== baseArm(plan) && a !== recommendedArm(plan));
  const kind = arm === recommendedArm(plan) ? "accent"
    : arm === baseArm(plan) ? "ink" : `series-${(rest.indexOf(arm) % 6) + 1}`;
  return element("span", { class: `swatch ${kind}`, "aria-hidden": "true" });
}

function survivalTable(page: Page): HTMLElement {
  const { plan, drawer } = page;
  return table("Median progression-free survival, months", plan.arms.map((arm) => ({
    cells: [
      { head: "Arm", content: [swatch(page, arm), arm.name] },
      { head: "Simulated", content: [
        drawer.button(progressionFree(arm), withRange(arm.pfs_months, months))] },
      { head: "Published", content: arm.published
        ? [drawer.button(publishedSurvival(arm.published),
          `◆ ${withRange(arm.published.pfs_months, months)}`), ` ${arm.published.trial}`]
        : [element("span", { class: "absent" }, "not validated here")] },
    ],
  })));
}

function survivalFigure(page: Page): HTMLElement {
  const { plan, board } = page;
  const curves = plan.arms.map((arm) => `${arm.name} ${months(arm.pfs_months.value)} months`);
  const figure = board.figure({
    title: "Progression-free survival, all arms", height: 360,
    note: "band: 95 % interval of today’s treatment; diamond: published median",
    label: `Curves of progression-free survival; medians: ${curves.join("; ")}.`,
    draw: (palette) => survival(plan, palette),
  });
  figure.append(survivalTable(page));
  return figure;
}

function numbersLine({ plan, drawer }: Page): HTMLElement {
  const base = baseArm(plan);
  const { published } = base;
  return element("p", { class: "sentence" },
    "Response rate ", drawer.button(responseRate(plan, base),
      withRange(base.orr, percentOfShare)),
    published && " against ",
    published && drawer.button(publishedRate(published), percentOfShare(published.orr.value)),
    published && ` (${range(published.orr, percentOfShare)}) in ${published.trial}`,
    "; median best change ", drawer.button(bestChange(base), percent(base.best_change.value)), ".");
}

export function responseSection(page: Page): HTMLElement {
  const base = baseArm(page.plan);
  return section({
    id: "response", title: `Response to ${base.name}`, lead: responseLead(base),
  },
  numbersLine(page),
  element("div", { class: "pair" }, waterfallFigure(page), courseFigure(page)),
  survivalFigure(page));
}
