// SPDX-License-Identifier: MIT

/** A number with its interval. `null` where the value was not reached (a median survival). */
export interface Interval {
  value: number | null;
  low: number | null;
  high: number | null;
}

export type Grade = "measured" | "fitted" | "assumed";

export interface Drug {
  name: string;
  regimen: string;
  sources: string[];
}

export interface Published {
  trial: string;
  orr: Interval; // 0..1
  pfs_months: Interval;
  sources: string[];
  orr_within: boolean; // the simulated value lies in the published interval
  pfs_within: boolean;
}

/** A quantity that a result rests on. */
export interface Basis {
  what: string;
  source: string;
  grade: Grade;
}

/** A statement of the review about an escape route or a combination. */
export interface Claim {
  id: string;
  says: "supports" | "contradicts";
  sentence: string;
  context: string;
  sources: string[];
  model: string; // what became of it on this model; empty if not tried
}

/** Kaplan-Meier curve: steps, all arrays of one length. */
export interface SurvivalCurve {
  time_months: number[];
  probability: number[];
  low: number[];
  high: number[];
}

/** Change of tumour diameter from the start over time, %; quantiles over patients. */
export interface Course {
  time_months: number[];
  median: number[];
  q05: number[];
  q25: number[];
  q75: number[];
  q95: number[];
}

export interface Clones {
  time_months: number[];
  names: string[];
  cells: number[][]; // [n_clones][n_times], cells, of the median patient
}

export interface Signal {
  name: string;
  unit: string;
  time_h: number[];
  median: number[];
  q05: number[];
  q95: number[];
  sources: string[];
}

export interface Arm {
  id: string;
  name: string;
  drugs: Drug[];
  role: "base" | "candidate";
  best_change: Interval; // %
  orr: Interval; // 0..1
  pfs_months: Interval;
  delta_pfs_months?: Interval; // against the base arm
  robust: number; // share of patients in whom this arm is the best, 0..1
  normal_tissue_cost: Interval; // share of normal growth signal lost, 0..1
  published: Published | null;
  waterfall: number[]; // %, one per patient, sorted
  km: SurvivalCurve;
  course: Course;
  clones: Clones;
  signals: Signal[];
  solves: number;
  sources: string[];
  mechanism: string;
  basis: Basis[];
  claims: Claim[];
}

export interface ScreenedArm {
  drugs: string[];
  pfs_months: number | null;
  normal_tissue_cost: number | null;
  best_change: number | null;
}

export interface Route {
  name: string;
  kind: "adaptive" | "clone" | "before treatment";
  share: Interval; // of progressions, 0..1
  median_months: number | null;
  evidence: Grade;
  sources: string[];
  closed_by: string[];
  mechanism: string;
  basis: Basis[];
  claims: Claim[];
}

export interface Uncertainty {
  parameter: string;
  label: string;
  unit: string;
  value: number;
  low: number;
  high: number;
  grade: Grade;
  source: string;
  effect: number; // rank correlation with progression-free survival, -1..1
  experiment: string;
}

export interface AssumedParameter {
  parameter: string;
  value: number;
  unit: string;
  note: string;
}

export interface Reference {
  citation: string;
  identifier: string;
}

export interface Plan {
  schema: string;
  research_use_only: string;
  version: string;
  seed: number;
  knowledge: string;
  patients: number;
  solves: number;
  tumour: {
    name: string;
    title: string;
    cancer: { code: string; name: string };
    genotype: string[];
    environment: string[];
    prior: string[];
  };
  decision: { sentence: string; base: string; recommended: string };
  arms: Arm[];
  screen: ScreenedArm[];
  routes: Route[];
  uncertainty: Uncertainty[];
  parameters_by_grade: Record<Grade, number>;
  assumed: AssumedParameter[];
  references: Record<string, Reference>;
  rerun: string;
  notes: string[];
}

export const SCHEMA = "rascade-plan/1";

export type PlanOrProblem = { plan: Plan } | { problem: string };

/** The plan a page holds, or a sentence on why it cannot be shown. */
export function readPlan(json: string): PlanOrProblem {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (error) {
    return { problem: `The report's data cannot be read: ${String(error)}` };
  }
  if (value === null) {
    return { problem: "This page holds no plan yet. Run “rascade plan” to fill it." };
  }
  const plan = value as Partial<Plan>;
  if (plan.schema !== SCHEMA) {
    const found = plan.schema ?? "none";
    return { problem: `This page shows “${SCHEMA}”, but the data say “${found}”.` };
  }
  if (!plan.arms?.length) return { problem: "The plan holds no treatment arm." };
  return { plan: plan as Plan };
}

/** The arm given today: the one with the role, else the first. */
export function baseArm(plan: Plan): Arm {
  const base = plan.arms.find((arm) => arm.role === "base") ?? plan.arms[0];
  if (!base) throw new Error("a plan has at least one arm");
  return base;
}

/** The arm the decision names, or the base arm where it names none of them. */
export function recommendedArm(plan: Plan): Arm {
  return plan.arms.find((arm) => arm.name === plan.decision.recommended) ?? baseArm(plan);
}

/** Base and recommended arm, once where they are the same. */
export function comparedArms(plan: Plan): Arm[] {
  return [...new Set([baseArm(plan), recommendedArm(plan)])];
}
