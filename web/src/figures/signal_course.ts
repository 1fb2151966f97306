// SPDX-License-Identifier: MIT
import type { ChartOption } from "../chart_board";
import { fixed, percent, range } from "../format";
import type { Palette } from "../palette";
import { armStyle } from "../palette";
import type { Arm, Plan, Signal } from "../plan";
import { acrossAxis, band, line, nearest, pairs, pointerCard, upAxis } from "./axes";

const HOURS_PER_DAY = 24;
const LAST_DAY = 14;

export interface ArmSignal {
  arm: Arm;
  signal: Signal;
}

/** One read-out in several arms, where they have it. */
export function signalsNamed(arms: Arm[], name: string): ArmSignal[] {
  return arms.flatMap((arm) => {
    const signal = arm.signals.find((s) => s.name === name);
    return signal ? [{ arm, signal }] : [];
  });
}

const days = (signal: Signal): number[] => signal.time_h.map((hour) => hour / HOURS_PER_DAY);

function describe(signals: ArmSignal[], at: number) {
  return {
    title: `Day ${fixed(at, 1)}`,
    rows: signals.map(({ arm, signal }) => {
      const i = nearest(days(signal), at);
      const low = signal.q05[i] ?? null;
      const spread = range({ value: null, low, high: signal.q95[i] ?? null }, percent);
      return { name: arm.name, text: `${percent(signal.median[i])} (${spread})` };
    }),
  };
}

/** The highest level any band reaches, rounded up to a quarter of the untreated level. */
export function signalTop(signals: ArmSignal[]): number {
  const highest = Math.max(100, ...signals.flatMap(({ signal }) => signal.q95));
  return Math.ceil(highest / 25) * 25;
}

/** A read-out over the first two weeks: median and middle 90 % of patients of each arm. */
export function signalCourse(
  plan: Plan, signals: ArmSignal[], top: number, palette: Palette,
): ChartOption {
  return {
    grid: { left: 54, right: 10, top: 10, bottom: 44 },
    tooltip: pointerCard(palette, (at) => describe(signals, at)),
    xAxis: acrossAxis(palette, { name: "days", min: 0, max: LAST_DAY, interval: 2 }),
    yAxis: upAxis(palette, {
      name: "", min: 0, max: top, interval: top > 150 ? 50 : 25, format: (v) => percent(v),
    }),
    series: signals.flatMap(({ arm, signal }) => {
      const { color, width } = armStyle(plan, arm, palette);
      const x = days(signal);
      return [
        band(x, signal.q05, signal.q95, color, 0.13),
        line(arm.name, pairs(x, signal.median), { color, width }),
      ];
    }),
  };
}
