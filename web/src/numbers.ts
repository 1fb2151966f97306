// SPDX-License-Identifier: MIT
import { months, percent, percentOfShare, signedMonths, withRange } from "./format";
import type { Arm, Interval, Plan, Published, Route } from "./plan";
import type { Provenance } from "./sources";

/** The numbers of the report with what they mean and where they come from. */

function computed(
  title: string, shown: string, meaning: string, sources: string[],
): Provenance {
  return { title, shown, meaning, origin: "computed", sources };
}

export function responseRate(plan: Plan, arm: Arm): Provenance {
  return computed(`Response rate, ${arm.name}`, withRange(arm.orr, percentOfShare),
    `Share of ${plan.patients} simulated patients whose tumour diameter shrinks by 30 % or more `
    + "(RECIST 1.1), with its 95 % interval.", arm.sources);
}

export function progressionFree(arm: Arm): Provenance {
  return computed(`Median progression-free survival, ${arm.name}`,
    `${withRange(arm.pfs_months, months)} months`,
    "Time by which half of the simulated patients have progressed, with its 95 % interval.",
    arm.sources);
}

export function gain(arm: Arm, delta: Interval): Provenance {
  return computed(`Gain over today’s treatment, ${arm.name}`,
    `${withRange(delta, signedMonths)} months`,
    "Mean over patients of the difference from the base arm in the same patient, each followed for "
    + "at most two years, with its 95 % interval.", arm.sources);
}

export function bestIn(arm: Arm): Provenance {
  return computed(`How often ${arm.name} is best`, percentOfShare(arm.robust),
    "Share of simulated patients, each with another plausible set of what is not known exactly, in "
    + "whom this arm controls the tumour longest for its cost to normal tissue.", arm.sources);
}

export function normalTissue(arm: Arm): Provenance {
  return computed(`Cost to normal tissue, ${arm.name}`,
    withRange(arm.normal_tissue_cost, percentOfShare),
    "Share of the growth signal that a normal cell loses at the same drug levels. It ranks arms; "
    + "it is not a rate of side effects.", arm.sources);
}

export function bestChange(arm: Arm): Provenance {
  return computed(`Median best change, ${arm.name}`, withRange(arm.best_change, percent),
    "Best change of tumour diameter from the start, median of the simulated patients.",
    arm.sources);
}

export function publishedRate(published: Published): Provenance {
  return {
    title: `Response rate in ${published.trial}`, shown: withRange(published.orr, percentOfShare),
    meaning: "Confirmed response rate as published.", origin: "measured",
    sources: published.sources,
  };
}

export function publishedSurvival(published: Published): Provenance {
  return {
    title: `Median progression-free survival in ${published.trial}`,
    shown: `${withRange(published.pfs_months, months)} months`,
    meaning: "Median as published, with its 95 % interval.", origin: "measured",
    sources: published.sources,
  };
}

export function routeShare(route: Route): Provenance {
  return {
    title: `Share of progressions: ${route.name}`, shown: withRange(route.share, percentOfShare),
    meaning: "Share of the patients progressing on today’s treatment in whom this is the leading "
      + "cause. The grade is that of the evidence for the route itself.",
    origin: route.evidence, sources: route.sources,
  };
}

export function routeTime(route: Route): Provenance {
  return {
    title: `Time to progression: ${route.name}`, shown: `${months(route.median_months)} months`,
    meaning: "Median time at which the patients with this leading cause progress.",
    origin: "computed", sources: route.sources,
  };
}
