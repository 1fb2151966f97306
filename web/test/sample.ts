// SPDX-License-Identifier: MIT
import { readFileSync } from "node:fs";
import type { Plan } from "../src/plan";
import { readPlan } from "../src/plan";
import type { Palette } from "../src/palette";

export const SAMPLE_TEXT = readFileSync(new URL("../sample/plan.json", import.meta.url), "utf8");

/** A fresh copy of the sample plan. */
export function samplePlan(): Plan {
  const read = readPlan(SAMPLE_TEXT);
  if (!("plan" in read)) throw new Error(read.problem);
  return read.plan;
}

export const PALETTE: Palette = {
  ink: "ink", quiet: "quiet", line: "line", paper: "paper", accent: "accent", warning: "warning",
  series: ["s1", "s2", "s3", "s4", "s5", "s6"], font: "sans",
};
