// SPDX-License-Identifier: MIT
import { describe, expect, it } from "vitest";
import { lastNotAbove, monthsEnd, nearest } from "../src/figures/axes";
import { topExponent, cloneAreas, cloneShares, pile, powerOfTen } from "../src/figures/clone_areas";
import { combinationMap, depth } from "../src/figures/combination_map";
import { signalCourse, signalsNamed, signalTop } from "../src/figures/signal_course";
import { corners, fromStart, survival } from "../src/figures/survival";
import { tumourCourse } from "../src/figures/tumour_course";
import { countResponses, responseOf, waterfall, waterfallBars } from "../src/figures/waterfall";
import { armStyle } from "../src/palette";
import { baseArm, comparedArms } from "../src/plan";
import { PALETTE, samplePlan } from "./sample";

interface Drawn { type?: string; name?: string; data?: unknown[] }
const seriesOf = (option: { series?: unknown }): Drawn[] => option.series as Drawn[];

describe("waterfall", () => {
  it("judges by RECIST: −30 % responds, +20 % progresses", () => {
    expect([-30, -29.9, 19.9, 20].map(responseOf))
      .toEqual(["response", "stable", "stable", "progression"]);
    expect(countResponses([-60, -30, 0, 50])).toEqual({ response: 2, stable: 1, progression: 1 });
  });

  it("runs from worst to best and cuts tall bars without changing what they say", () => {
    expect(waterfallBars([-50, 240, 10])).toEqual([
      { shown: 100, change: 240 }, { shown: 10, change: 10 }, { shown: -50, change: -50 },
    ]);
  });

  it("has a bar for each patient", () => {
    const { waterfall: changes } = baseArm(samplePlan());
    expect(seriesOf(waterfall(changes, PALETTE))[0]?.data).toHaveLength(changes.length);
  });
});

describe("tumour course", () => {
  it("draws two bands below one median", () => {
    const types = seriesOf(tumourCourse(baseArm(samplePlan()).course, PALETTE));
    expect(types.map(({ type }) => type)).toEqual(["custom", "custom", "line"]);
  });
});

describe("survival", () => {
  it("starts at time 0 with everybody", () => {
    const curve = { time_months: [2], probability: [0.5], low: [0.3], high: [0.7] };
    expect(fromStart(curve)).toEqual({
      time_months: [0, 2], probability: [1, 0.5], low: [1, 0.3], high: [1, 0.7],
    });
    expect(fromStart(fromStart(curve))).toEqual(fromStart(curve));
  });

  it("keeps each value until the next time", () => {
    expect(corners([0, 2, 5], [1, 0.6, 0.1]))
      .toEqual({ x: [0, 2, 2, 5, 5], y: [1, 1, 0.6, 0.6, 0.1] });
    expect([0, 1.9, 2, 9].map((at) => lastNotAbove([0, 2, 5], at))).toEqual([0, 0, 1, 2]);
  });

  it("has a curve for each arm and marks published medians only", () => {
    const plan = samplePlan();
    const names = seriesOf(survival(plan, PALETTE)).map(({ name }) => name);
    for (const arm of plan.arms) expect(names).toContain(arm.name);
    expect(names.filter((name) => name === "published")).toHaveLength(1);
  });

  it("tells arms apart without colour", () => {
    const plan = samplePlan();
    const looks = plan.arms.map((arm) => {
      const { dash, width } = armStyle(plan, arm, PALETTE);
      return `${String(dash)} ${width}`;
    });
    expect(new Set(looks).size).toBe(plan.arms.length);
  });
});

describe("clones", () => {
  const clones = { time_months: [0, 1, 2], names: ["a", "b"], cells: [[9, 1, 0], [1, 1, 0]] };

  it("share a whole, or nothing where no cell is left", () => {
    expect(cloneShares(clones)).toEqual([[0.9, 0.5, 0], [0.1, 0.5, 0]]);
  });

  it("pile up from 0 to 1", () => {
    expect(pile([[0.9, 0.5], [0.1, 0.5]])).toEqual([[0, 0], [0.9, 0.5], [1, 1]]);
  });

  it("end their scale at a thousand, a million … above all counts", () => {
    expect(topExponent([clones])).toBe(3);
    expect(topExponent([{ ...clones, cells: [[1001], [3]] }])).toBe(6);
  });

  it("label powers of ten", () => {
    expect([0, 3, 9, 12].map(powerOfTen)).toEqual(["1", "10³", "10⁹", "10¹²"]);
  });

  it("break the line of a clone that is gone", () => {
    const [, second] = seriesOf(cloneAreas(clones, "cells", 10, PALETTE));
    expect(second?.data).toEqual([[0, 0], [1, 0], [2, null]]);
  });
});

describe("combination map", () => {
  const arm = (drugs: string[], pfs: number | null) =>
    ({ drugs, pfs_months: pfs, normal_tissue_cost: 0, best_change: 0 });
  const map = combinationMap([
    arm(["x"], 3), arm(["y"], 2), arm(["y", "x"], 8), arm(["z", "x"], 4), arm(["x", "y", "z"], 20),
  ]);

  it("orders drugs by their best entry, then by what they do alone", () => {
    expect(map.drugs).toEqual(["x", "y", "z"]);
  });

  it("finds a pair in either order, and says where nothing was screened", () => {
    const months = map.entries.map((row) => row.map((entry) => entry?.pfs_months ?? null));
    expect(months).toEqual([[3], [8, 2], [4, null, null]]);
  });

  it("scales from the shortest to the longest pair, leaving larger arms out", () => {
    expect([2, 5, 8, null].map((months) => depth(map, months))).toEqual([0, 0.5, 1, 1]);
  });
});

describe("signals", () => {
  it("draw a band and a line for each compared arm", () => {
    const plan = samplePlan();
    const signals = signalsNamed(comparedArms(plan), "ERK activity");
    expect(signals).toHaveLength(2);
    expect(seriesOf(signalCourse(plan, signals, 150, PALETTE))).toHaveLength(4);
    expect(signalsNamed(plan.arms, "no such read-out")).toEqual([]);
  });

  it("end their scale at a quarter above the highest band", () => {
    const [first] = signalsNamed(comparedArms(samplePlan()), "ERK activity");
    if (!first) throw new Error("the sample has this read-out");
    const raised = { ...first, signal: { ...first.signal, q95: [101, 90] } };
    expect(signalTop([raised])).toBe(125);
  });
});

describe("axes", () => {
  it("find the nearest time", () => {
    expect([-1, 0.4, 0.6, 9].map((at) => nearest([0, 1, 2], at))).toEqual([0, 0, 1, 2]);
  });

  it("end at a whole step of months", () => {
    expect(monthsEnd([0, 7])).toEqual({ max: 9, interval: 3 });
    expect(monthsEnd([0, 24])).toEqual({ max: 24, interval: 6 });
  });
});
