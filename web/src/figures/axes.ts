// SPDX-License-Identifier: MIT
import type { CustomSeriesOption, LineSeriesOption } from "echarts/charts";
import type { XAXisOption, YAXisOption } from "echarts/types/dist/shared";
import type { ChartOption } from "../chart_board";
import { escapeHtml } from "../format";
import type { Palette } from "../palette";

export type Point = [number, number | null];

interface AxisChoice {
  name: string;
  min?: number;
  max?: number;
  interval?: number;
  format?: (value: number) => string;
}

/** A horizontal axis of numbers, its name below. */
export function acrossAxis(palette: Palette, choice: AxisChoice): XAXisOption {
  const { name, min, max, interval, format } = choice;
  return {
    type: "value", name, min, max, interval, nameLocation: "middle", nameGap: 28,
    nameTextStyle: { color: palette.quiet, fontFamily: palette.font, fontSize: 12 },
    axisLine: { lineStyle: { color: palette.line } }, axisTick: { show: false },
    splitLine: { show: false },
    axisLabel: {
      color: palette.quiet, fontFamily: palette.font, hideOverlap: true,
      ...(format ? { formatter: format } : {}),
    },
  };
}

/** An upright axis of numbers; its name belongs into the figure's title. */
export function upAxis(palette: Palette, choice: AxisChoice): YAXisOption {
  const { min, max, interval, format } = choice;
  return {
    type: "value", min, max, interval, axisLine: { show: false }, axisTick: { show: false },
    splitLine: { lineStyle: { color: palette.line, width: 1 } },
    axisLabel: {
      color: palette.quiet, fontFamily: palette.font,
      ...(format ? { formatter: format } : {}),
    },
  };
}

export function pairs(x: number[], y: (number | null)[]): Point[] {
  return x.map((value, i) => [value, y[i] ?? null]);
}

export function line(
  name: string, points: Point[], style: LineSeriesOption["lineStyle"], extra: LineSeriesOption = {},
): LineSeriesOption {
  return {
    type: "line", name, data: points, showSymbol: false, silent: true, clip: true,
    lineStyle: style, emphasis: { disabled: true }, ...extra,
  };
}

/** The area between two lines, drawn as one shape behind everything else. */
export function band(
  x: number[], low: number[], high: number[], color: string, opacity: number,
): CustomSeriesOption {
  const rows = x.map((value, i) => [value, low[i] ?? 0, high[i] ?? 0]);
  return {
    type: "custom", data: rows, silent: true, clip: true, z: 1, tooltip: { show: false },
    renderItem: (params, api) => {
      if (params.dataIndexInside !== 0) return null;
      const lower = rows.map(([at, down]) => api.coord([at ?? 0, down ?? 0]));
      const upper = rows.map(([at, , up]) => api.coord([at ?? 0, up ?? 0]));
      const points = [...lower, ...upper.reverse()];
      return { type: "polygon", shape: { points }, style: { fill: color, opacity } };
    },
  };
}

/** A dashed line across at a height that means something. */
export function levelLines(
  palette: Palette, levels: { at: number; text: string; side?: "start" }[],
): LineSeriesOption["markLine"] {
  return {
    silent: true, symbol: "none", animation: false,
    data: levels.map(({ at, text, side }) => ({
      yAxis: at,
      lineStyle: { color: palette.quiet, type: [3, 3] as number[], width: 1 },
      label: {
        formatter: text, color: palette.quiet, fontFamily: palette.font, fontSize: 11,
        position: side === "start" ? "insideStartBottom" as const : "insideEndTop" as const,
      },
    })),
  };
}

/** Index of the value nearest to `at`. @pre values ascend */
export function nearest(values: number[], at: number): number {
  let best = 0;
  for (const [i, value] of values.entries()) {
    if (Math.abs(value - at) < Math.abs((values[best] ?? 0) - at)) best = i;
  }
  return best;
}

/** Index of the last value not above `at`: where a step curve stands. @pre values ascend */
export function lastNotAbove(values: number[], at: number): number {
  const next = values.findIndex((value) => value > at);
  return next < 0 ? values.length - 1 : Math.max(0, next - 1);
}

export interface TooltipRow {
  name: string;
  text: string;
}

/** A card that says, for the place under the pointer, a title and rows of name and number. */
export function pointerCard(
  palette: Palette, describe: (at: number) => { title: string; rows: TooltipRow[] },
): ChartOption["tooltip"] {
  return {
    trigger: "axis", confine: true, transitionDuration: 0, backgroundColor: palette.paper,
    borderColor: palette.line, padding: [8, 12],
    textStyle: { color: palette.ink, fontFamily: palette.font, fontSize: 12 },
    axisPointer: { type: "line", snap: false, lineStyle: { color: palette.quiet, type: "solid" } },
    formatter: (params) => {
      const first = (Array.isArray(params) ? params[0] : params) as { axisValue?: number | string };
      const { title, rows } = describe(Number(first?.axisValue ?? 0));
      const body = rows.map(({ name, text }) =>
        `<tr><td>${escapeHtml(name)}</td><td>${escapeHtml(text)}</td></tr>`).join("");
      return `<b>${escapeHtml(title)}</b><table class="card">${body}</table>`;
    },
  };
}

/** A round upper end for an axis that starts at 0 and steps by 3 or 6 months. */
export function monthsEnd(times: number[]): { max: number; interval: number } {
  const last = Math.max(3, ...times);
  const interval = last > 15 ? 6 : 3;
  return { max: Math.ceil(last / interval - 1e-9) * interval, interval };
}
