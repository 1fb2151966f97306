// SPDX-License-Identifier: MIT
import type { ChartOption } from "../chart_board";
import { cells, months, percentOfShare, superscript } from "../format";
import type { Palette } from "../palette";
import type { Clones } from "../plan";
import { acrossAxis, band, line, monthsEnd, nearest, pairs, pointerCard, upAxis } from "./axes";

const EXPONENT_STEP = 3; // cells are told in thousands, millions, billions

export type CloneScale = "share" | "cells";

/** Colour of a clone: the first is what therapy met, the rest came through. */
export function cloneColor(index: number, palette: Palette): string {
  if (index === 0) return palette.quiet;
  return palette.series[(index - 1) % palette.series.length] ?? palette.ink;
}

/** Share of each clone at each time, [n_clones][n_times]; zero where no cell is left. */
export function cloneShares(clones: Clones): number[][] {
  const totals = clones.time_months.map((_, t) =>
    clones.cells.reduce((sum, clone) => sum + (clone[t] ?? 0), 0));
  return clones.cells.map((clone) =>
    clone.map((count, t) => ((totals[t] ?? 0) > 0 ? count / (totals[t] ?? 1) : 0)));
}

/** Lower edges of shares piled on each other, and the top: [n_clones + 1][n_times]. */
export function pile(shares: number[][]): number[][] {
  const edges: number[][] = [(shares[0] ?? []).map(() => 0)];
  for (const share of shares) {
    const below = edges[edges.length - 1] ?? [];
    edges.push(share.map((value, t) => value + (below[t] ?? 0)));
  }
  return edges;
}

function describe(clones: Clones, at: number) {
  const t = nearest(clones.time_months, at);
  const shares = cloneShares(clones);
  return {
    title: `${months(clones.time_months[t])} months`,
    rows: clones.names.map((name, c) => ({
      name,
      text: `${cells(clones.cells[c]?.[t] ?? 0)} cells, ${percentOfShare(shares[c]?.[t])}`,
    })),
  };
}

function shareSeries(clones: Clones, palette: Palette) {
  const edges = pile(cloneShares(clones));
  const outline = line("", pairs(clones.time_months, edges[1] ?? []), { width: 0 });
  const areas = clones.names.map((_, c) => band(clones.time_months, edges[c] ?? [],
    edges[c + 1] ?? [], cloneColor(c, palette), c === 0 ? 0.35 : 1));
  return [outline, ...areas];
}

function cellSeries(clones: Clones, palette: Palette) {
  return clones.names.map((name, c) => {
    const alive = (clones.cells[c] ?? []).map((count) => (count >= 1 ? Math.log10(count) : null));
    return line(name, pairs(clones.time_months, alive), {
      color: cloneColor(c, palette), width: 2.2, type: c === 0 ? [6, 3] : "solid",
    });
  });
}

/**
 * Clones of the median patient over time, as shares of the tumour or as cells on a log scale up
 * to 10 to the power of `top`.
 */
export function cloneAreas(
  clones: Clones, scale: CloneScale, top: number, palette: Palette,
): ChartOption {
  const asShare = scale === "share";
  return {
    grid: { left: asShare ? 48 : 56, right: 12, top: 12, bottom: 44 },
    tooltip: pointerCard(palette, (at) => describe(clones, at)),
    xAxis: acrossAxis(palette, { name: "months", min: 0, ...monthsEnd(clones.time_months) }),
    yAxis: asShare
      ? upAxis(palette, { name: "", min: 0, max: 1, interval: 0.25, format: percentOfShare })
      : upAxis(palette, {
        name: "", min: 0, max: top, interval: EXPONENT_STEP, format: powerOfTen,
      }),
    series: asShare ? shareSeries(clones, palette) : cellSeries(clones, palette),
  };
}

/** 3 -> "10³" */
export function powerOfTen(exponent: number): string {
  return exponent === 0 ? "1" : `10${superscript(exponent)}`;
}

/** Exponent of the first of 10³, 10⁶, 10⁹ … above all counts: one scale for all arms. */
export function topExponent(all: Clones[]): number {
  const most = Math.max(10, ...all.flatMap((clones) => clones.cells.flat()));
  return EXPONENT_STEP * Math.ceil(Math.log10(most) / EXPONENT_STEP);
}
