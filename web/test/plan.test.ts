// SPDX-License-Identifier: MIT
import { describe, expect, it } from "vitest";
import { baseArm, comparedArms, readPlan, recommendedArm } from "../src/plan";
import { linkOf, resolveSources, sourceSummary } from "../src/sources";
import { agreement } from "../src/sections/trust";
import { armsByGain, closingLead, screenSources } from "../src/sections/closing";
import { escapeLead, rankedRoutes } from "../src/sections/escape";
import { byEffect } from "../src/sections/uncertainty";
import { responseLead } from "../src/sections/response";
import { samplePlan } from "./sample";

describe("reading a plan", () => {
  it.each([
    ["null", /no plan yet/], ["{", /cannot be read/], ['{"schema":"rascade-plan/9"}', /plan\/9/],
    ['{"schema":"rascade-plan/1","arms":[]}', /no treatment arm/],
  ])("explains why %s cannot be shown", (text, reason) => {
    const read = readPlan(text);
    expect("problem" in read && read.problem).toMatch(reason);
  });

  it("finds the base and the recommended arm", () => {
    const plan = samplePlan();
    expect(baseArm(plan).name).toBe(plan.decision.base);
    expect(recommendedArm(plan).name).toBe(plan.decision.recommended);
  });

  it("compares one arm only where staying on it is the advice", () => {
    const plan = samplePlan();
    plan.decision.recommended = plan.decision.base;
    expect(comparedArms(plan)).toEqual([baseArm(plan)]);
    expect(closingLead(plan)).toContain("No arm tried does better");
  });
});

describe("sources", () => {
  it("link a DOI and nothing that is no address", () => {
    expect(linkOf("doi:10.1056/NEJMoa2103695")).toBe("https://doi.org/10.1056/NEJMoa2103695");
    expect(linkOf("pmid:34161704")).toBe("https://pubmed.ncbi.nlm.nih.gov/34161704/");
    expect(linkOf("ESMO 2021 LBA6")).toBeNull();
    expect(linkOf("javascript:alert(1)")).toBeNull();
  });

  it("come once each, with the bare assumption last", () => {
    const sources = resolveSources(samplePlan(), ["assumed", "Canon2019", "Canon2019"]);
    expect(sources.map((source) => source.key)).toEqual(["Canon2019", "assumed"]);
  });

  it("say that a citation is missing instead of hiding it", () => {
    expect(resolveSources(samplePlan(), ["Nobody1900"])[0]?.citation).toContain("missing");
  });

  it("name the influential quantities that rest on them", () => {
    const [source] = resolveSources(samplePlan(), ["Lenzen1998"]);
    expect(source?.parameters).toEqual([{ label: "Exchange speed of SOS1", grade: "measured" }]);
  });

  it("are shortened on hovering", () => {
    expect(sourceSummary(["a", "b", "c", "d", "e"])).toBe("a, b, c and 2 more");
  });

  it("of the sample all have a citation", () => {
    const plan = samplePlan();
    const keys = [
      ...plan.arms.flatMap((arm) => [...arm.sources, ...arm.signals.flatMap((s) => s.sources)]),
      ...plan.routes.flatMap((route) => route.sources), ...plan.uncertainty.map((u) => u.source),
    ];
    expect(keys.filter((key) => !(key in plan.references))).toEqual([]);
  });
});

describe("orders and sentences", () => {
  it("put the base arm first, then the largest gain", () => {
    const gains = armsByGain(samplePlan()).map((arm) => arm.delta_pfs_months?.value ?? null);
    expect(gains[0]).toBeNull();
    const rest = gains.slice(1).map(Number);
    expect(rest).toEqual([...rest].sort((a, b) => b - a));
  });

  it("rank routes by share and name the first", () => {
    const plan = samplePlan();
    plan.routes.reverse();
    expect(rankedRoutes(plan)[0]?.name).toBe("RAS reactivated through EGFR");
    expect(escapeLead(plan).replaceAll("\u00a0", " "))
      .toBe("Most often: RAS reactivated through EGFR, in 38 % of progressions, "
        + "after a median of 3.1 months.");
  });

  it("rank assumptions by the size of their effect, whatever its sign", () => {
    const sizes = byEffect(samplePlan()).map(({ effect }) => Math.abs(effect));
    expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
  });

  it("count responders and name the median", () => {
    const arm = { ...baseArm(samplePlan()), waterfall: [40, -29.9, -30, -80] };
    arm.pfs_months = { value: 6.04, low: 5, high: null };
    expect(responseLead(arm))
      .toBe("2 of 4 simulated patients respond; half have progressed by 6.0 months.");
  });

  it("count published numbers that were met", () => {
    const plan = samplePlan();
    const published = baseArm(plan).published;
    if (published) Object.assign(published, { orr_within: true, pfs_within: false });
    expect(agreement(plan)).toEqual({ within: 1, compared: 2 });
  });

  it("know the sources of a screened pair from the arms that hold its drugs", () => {
    const plan = samplePlan();
    const pair = { drugs: ["sotorasib", "cetuximab"], pfs_months: 8, normal_tissue_cost: 0.1,
      best_change: -30 };
    expect(screenSources(plan, pair)).toEqual(["Canon2019", "Nagase2025", "ErbituxLabel"]);
  });
});
