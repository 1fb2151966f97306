// SPDX-License-Identifier: MIT
import type { Arm, Plan } from "./plan";
import { baseArm, recommendedArm } from "./plan";

/** Colours of the figures; the style sheet holds them for light, dark and paper. */
export interface Palette {
  ink: string;
  quiet: string;
  line: string;
  paper: string;
  accent: string;
  warning: string;
  series: string[]; // distinguishable without red-green vision
  font: string;
}

export interface ArmStyle {
  color: string;
  dash: number[] | "solid"; // arms differ in dash too: colour is never the only sign
  width: number;
}

const NUM_SERIES = 6;
const DASHES: ArmStyle["dash"][] = [[7, 3], [2, 2], [9, 3, 2, 3], [4, 4], [12, 4], [1, 3]];

export function readPalette(root: HTMLElement): Palette {
  const style = getComputedStyle(root);
  const read = (name: string): string => style.getPropertyValue(`--${name}`).trim();
  return {
    ink: read("ink"), quiet: read("quiet"), line: read("line"), paper: read("paper"),
    accent: read("accent"), warning: read("warning"), font: read("sans"),
    series: Array.from({ length: NUM_SERIES }, (_, i) => read(`series-${i + 1}`)),
  };
}

/** Base in ink, recommended in the accent, the others in turn. */
export function armStyle(plan: Plan, arm: Arm, palette: Palette): ArmStyle {
  if (arm === recommendedArm(plan)) return { color: palette.accent, dash: "solid", width: 2.6 };
  if (arm === baseArm(plan)) return { color: palette.ink, dash: "solid", width: 2 };
  const rest = plan.arms.filter((a) => a !== baseArm(plan) && a !== recommendedArm(plan));
  const i = rest.indexOf(arm);
  const color = palette.series[i % palette.series.length] ?? palette.quiet;
  return { color, dash: DASHES[i % DASHES.length] ?? "solid", width: 1.6 };
}
