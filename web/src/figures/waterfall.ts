// SPDX-License-Identifier: MIT
import type { ChartOption } from "../chart_board";
import { percent } from "../format";
import type { Palette } from "../palette";
import { levelLines, pointerCard, upAxis } from "./axes";

export const PARTIAL_RESPONSE = -30; // %, RECIST 1.1
export const PROGRESSION = 20; // %, RECIST 1.1
const CUT = 100; // %, taller bars are cut here

export type Response = "response" | "stable" | "progression";

/** RECIST 1.1 by size alone: −30 % or less responds, +20 % or more progresses. */
export function responseOf(change: number): Response {
  if (change <= PARTIAL_RESPONSE) return "response";
  return change >= PROGRESSION ? "progression" : "stable";
}

export function countResponses(changes: number[]): Record<Response, number> {
  const counts: Record<Response, number> = { response: 0, stable: 0, progression: 0 };
  for (const change of changes) counts[responseOf(change)] += 1;
  return counts;
}

/** Bars from the worst to the best change, cut at +100 %. */
export function waterfallBars(changes: number[]): { shown: number; change: number }[] {
  const sorted = [...changes].sort((a, b) => b - a);
  return sorted.map((change) => ({ shown: Math.min(CUT, change), change }));
}

export function waterfall(changes: number[], palette: Palette): ChartOption {
  const bars = waterfallBars(changes);
  const colors = {
    response: palette.accent, stable: palette.quiet, progression: palette.warning,
  };
  const top = bars.some(({ shown }) => shown > 50) ? CUT : 50;
  return {
    grid: { left: 54, right: 8, top: 12, bottom: 16 },
    tooltip: pointerCard(palette, (at) => ({
      title: `Patient ${at + 1} of ${bars.length}`,
      rows: [{ name: "Best change", text: percent(bars[at]?.change ?? null) }],
    })),
    xAxis: {
      type: "category", data: bars.map((_, i) => String(i)), axisLabel: { show: false },
      axisTick: { show: false }, axisLine: { lineStyle: { color: palette.quiet } },
    },
    yAxis: upAxis(palette, {
      name: "", min: -CUT, max: top, interval: 50, format: (v) => percent(v),
    }),
    series: [{
      type: "bar", barCategoryGap: "18%", emphasis: { disabled: true },
      data: bars.map(({ shown, change }) => ({
        value: shown, itemStyle: { color: colors[responseOf(change)] },
      })),
      markLine: levelLines(palette, [
        { at: PARTIAL_RESPONSE, text: "response, −30 %", side: "start" },
        { at: PROGRESSION, text: "progression, +20 %" },
      ]),
    }],
  };
}
