// SPDX-License-Identifier: MIT
import type { LineSeriesOption } from "echarts/charts";
import type { ChartOption } from "../chart_board";
import { months, percentOfShare } from "../format";
import type { Palette } from "../palette";
import { armStyle } from "../palette";
import type { Arm, Plan, SurvivalCurve } from "../plan";
import { baseArm } from "../plan";
import {
  acrossAxis, band, lastNotAbove, line, monthsEnd, pairs, pointerCard, upAxis,
} from "./axes";

/** The curve from time 0 and probability 1, which an estimate may leave out. */
export function fromStart(curve: SurvivalCurve): SurvivalCurve {
  if (curve.time_months[0] === 0) return curve;
  return {
    time_months: [0, ...curve.time_months], probability: [1, ...curve.probability],
    low: [1, ...curve.low], high: [1, ...curve.high],
  };
}

/** Corners of a falling staircase: each value holds until the next time. */
export function corners(times: number[], values: number[]): { x: number[]; y: number[] } {
  const x: number[] = [];
  const y: number[] = [];
  for (const [i, time] of times.entries()) {
    const before = values[i - 1];
    if (before !== undefined) {
      x.push(time);
      y.push(before);
    }
    x.push(time);
    y.push(values[i] ?? 0);
  }
  return { x, y };
}

function baseBand(arm: Arm, palette: Palette) {
  const curve = fromStart(arm.km);
  const low = corners(curve.time_months, curve.low);
  const high = corners(curve.time_months, curve.high);
  return band(low.x, low.y, high.y, palette.ink, 0.1);
}

/** The published median as an upright mark at one half, in the arm's colour. */
function publishedMark(arm: Arm, color: string): LineSeriesOption[] {
  const published = arm.published?.pfs_months;
  if (!published || published.value === null) return [];
  const { value, low, high } = published;
  const point = { ...line("published", [[value, 0.5]], {}), showSymbol: true, symbol: "diamond",
    symbolSize: 11, itemStyle: { color }, z: 6 };
  if (low === null || high === null) return [point];
  return [point, line("published interval", [[low, 0.5], [high, 0.5]], { color, width: 3 },
    { z: 5 })];
}

function describe(plan: Plan, at: number) {
  return {
    title: `${months(at)} months: free of progression`,
    rows: plan.arms.map((arm) => {
      const { time_months, probability } = fromStart(arm.km);
      return { name: arm.name, text: percentOfShare(probability[lastNotAbove(time_months, at)]) };
    }),
  };
}

/** Progression-free survival of all arms; band of the base arm; published medians as diamonds. */
export function survival(plan: Plan, palette: Palette): ChartOption {
  const base = baseArm(plan);
  const others = plan.arms.filter((arm) => arm !== base);
  const curves = [...others, base].flatMap((arm) => {
    const { color, dash, width } = armStyle(plan, arm, palette);
    const { time_months, probability } = fromStart(arm.km);
    return [
      line(arm.name, pairs(time_months, probability), { color, width, type: dash },
        { step: "end", z: 3 }),
      ...publishedMark(arm, color),
    ];
  });
  return {
    grid: { left: 48, right: 12, top: 12, bottom: 44 },
    tooltip: pointerCard(palette, (at) => describe(plan, at)),
    xAxis: acrossAxis(palette, {
      name: "months", min: 0, ...monthsEnd(plan.arms.flatMap((arm) => arm.km.time_months)),
    }),
    yAxis: upAxis(palette, {
      name: "", min: 0, max: 1, interval: 0.25, format: (v) => percentOfShare(v),
    }),
    series: [baseBand(base, palette), ...curves],
  };
}
