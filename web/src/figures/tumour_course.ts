// SPDX-License-Identifier: MIT
import type { ChartOption } from "../chart_board";
import { months, percent, range } from "../format";
import type { Palette } from "../palette";
import type { Course } from "../plan";
import {
  acrossAxis, band, levelLines, line, monthsEnd, nearest, pairs, pointerCard, upAxis,
} from "./axes";

const HIGHEST = 100; // %, what grows beyond leaves the picture

function describe(course: Course, at: number) {
  const i = nearest(course.time_months, at);
  const between = (low: number[], high: number[]): string =>
    range({ value: null, low: low[i] ?? null, high: high[i] ?? null }, percent);
  return {
    title: `${months(course.time_months[i])} months`,
    rows: [
      { name: "Median", text: percent(course.median[i]) },
      { name: "Half of patients", text: between(course.q25, course.q75) },
      { name: "90 % of patients", text: between(course.q05, course.q95) },
    ],
  };
}

/** Change of diameter over time: median, middle half and middle 90 % of patients. */
export function tumourCourse(course: Course, palette: Palette): ChartOption {
  const x = course.time_months;
  return {
    grid: { left: 54, right: 12, top: 12, bottom: 44 },
    tooltip: pointerCard(palette, (at) => describe(course, at)),
    xAxis: acrossAxis(palette, { name: "months", min: 0, ...monthsEnd(x) }),
    yAxis: upAxis(palette, {
      name: "", min: -100, max: HIGHEST, interval: 50, format: (v) => percent(v),
    }),
    series: [
      band(x, course.q05, course.q95, palette.accent, 0.14),
      band(x, course.q25, course.q75, palette.accent, 0.24),
      line("Median", pairs(x, course.median), { color: palette.accent, width: 2.4 }, {
        markLine: levelLines(palette, [{ at: -30, text: "response, −30 %" }]),
      }),
    ],
  };
}
