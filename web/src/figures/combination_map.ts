// SPDX-License-Identifier: MIT
import type { ScreenedArm } from "../plan";

/** Screened singles and pairs as a lower triangle, drugs ordered by their best entry. */
export interface CombinationMap {
  drugs: string[];
  entries: (ScreenedArm | null)[][]; // [row][column], column <= row; null: not screened
  shortest: number; // months over all entries
  longest: number;
}

export const sameDrugs = (a: string[], b: string[]): boolean =>
  a.length === b.length && a.every((drug) => b.includes(drug));

export function combinationMap(screen: ScreenedArm[]): CombinationMap {
  const small = screen.filter((arm) => arm.drugs.length === 1 || arm.drugs.length === 2);
  const single = (drug: string): number =>
    Math.max(0, ...small.filter((arm) => sameDrugs(arm.drugs, [drug]))
      .map((arm) => arm.pfs_months ?? 0));
  const best = (drug: string): number =>
    Math.max(0, ...small.filter((arm) => arm.drugs.includes(drug))
      .map((arm) => arm.pfs_months ?? 0));
  const drugs = [...new Set(small.flatMap((arm) => arm.drugs))]
    .sort((a, b) => best(b) - best(a) || single(b) - single(a) || a.localeCompare(b));
  const find = (x: string, y: string): ScreenedArm | null =>
    small.find((arm) => sameDrugs(arm.drugs, x === y ? [x] : [x, y])) ?? null;
  const reached = small.flatMap((arm) => (arm.pfs_months === null ? [] : [arm.pfs_months]));
  return {
    drugs,
    entries: drugs.map((row, r) => drugs.slice(0, r + 1).map((column) => find(row, column))),
    shortest: Math.min(...reached, Infinity),
    longest: Math.max(...reached, 0),
  };
}

/** Where an entry lies from the shortest (0) to the longest (1); not reached counts as longest. */
export function depth(map: CombinationMap, months: number | null): number {
  if (months === null) return 1;
  const span = map.longest - map.shortest;
  return span > 0 ? (months - map.shortest) / span : 0.5;
}
