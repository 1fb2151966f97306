// SPDX-License-Identifier: MIT
import { element } from "../element";
import { signalCourse, signalsNamed, signalTop } from "../figures/signal_course";
import type { ArmSignal } from "../figures/signal_course";
import { list, percent } from "../format";
import type { Page } from "../page";
import { section } from "../page";
import type { Plan, Signal } from "../plan";
import { baseArm, comparedArms } from "../plan";

/** Lowest and last level of a median: how far a signal falls and how much of it returns. */
export function fallAndReturn(median: number[]): { lowest: number; last: number } {
  return { lowest: Math.min(...median), last: median[median.length - 1] ?? NaN };
}

export function pathwayLead(plan: Plan): string {
  const base = baseArm(plan);
  const signal = base.signals[0];
  if (!signal) return "No read-out was recorded.";
  const { lowest, last } = fallAndReturn(signal.median);
  return `On ${base.name}, ${signal.name} falls to ${percent(lowest)} of untreated and stands at `
    + `${percent(last)} two weeks later.`;
}

function readOut(page: Page, name: string, signals: ArmSignal[], top: number): HTMLElement {
  const { plan, board, drawer } = page;
  const words = signals.map(({ arm, signal }) => {
    const { lowest, last } = fallAndReturn(signal.median);
    return `${arm.name}: down to ${percent(lowest)}, ${percent(last)} on day 14`;
  });
  const figure = board.figure({
    title: name, note: signals[0]?.signal.unit, height: 240,
    label: `${name} over 14 days. ${words.join("; ")}.`,
    draw: (palette) => signalCourse(plan, signals, top, palette),
  });
  const last = (signal: Signal): string => percent(fallAndReturn(signal.median).last);
  const lines = signals.map(({ arm, signal }, i) => element("p", { class: "read-out" },
    element("span", { class: `swatch ${i === signals.length - 1 && i > 0 ? "accent" : "ink"}` }),
    drawer.button({
      title: `${name}, ${arm.name}`, shown: `${last(signal)} on day 14`,
      meaning: `${words[i] ?? ""}; median of the simulated patients, level before treatment 100 %.`,
      origin: "computed", sources: signal.sources,
    }, last(signal)), ` on day 14, ${arm.name}`));
  figure.append(...lines);
  return figure;
}

export function pathwaySection(page: Page): HTMLElement {
  const arms = comparedArms(page.plan);
  const names = [...new Set(arms.flatMap((arm) => arm.signals.map((signal) => signal.name)))];
  const found = names.map((name) => ({ name, signals: signalsNamed(arms, name) }));
  const top = signalTop(found.flatMap(({ signals }) => signals));
  return section({
    id: "pathway", title: "Inside the pathway, first 14 days",
    lead: pathwayLead(page.plan),
  },
  element("p", { class: "sentence" },
    `Lines: median on ${list(arms.map((arm) => arm.name))}; bands: 90\u00a0% of patients.`),
  element("div", { class: "triple" },
    ...found.map(({ name, signals }) => readOut(page, name, signals, top))));
}
