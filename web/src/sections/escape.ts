// SPDX-License-Identifier: MIT
import { element } from "../element";
import { gradeChip } from "../drawer";
import type { CloneScale } from "../figures/clone_areas";
import { topExponent, cloneAreas } from "../figures/clone_areas";
import { list, months, percentOfShare, range } from "../format";
import { routeShare, routeTime } from "../numbers";
import type { Page } from "../page";
import { intervalBar, section, table } from "../page";
import type { Arm, Plan, Route } from "../plan";
import { baseArm, comparedArms } from "../plan";
import { grounds } from "./grounds";

const KIND: Record<Route["kind"], string> = {
  adaptive: "the pathway adapts, within days",
  clone: "a resistant clone grows",
  "before treatment": "there before treatment",
};

export function rankedRoutes(plan: Plan): Route[] {
  return [...plan.routes].sort((a, b) => (b.share.value ?? 0) - (a.share.value ?? 0));
}

/** "Most often: RAS reactivated, in 38 % of progressions, after a median of 3.1 months." */
export function escapeLead(plan: Plan): string {
  const first = rankedRoutes(plan)[0];
  if (!first) return "No patient progresses while watched.";
  const time = first.median_months === null
    ? "" : `, after a median of ${months(first.median_months)} months`;
  const share = percentOfShare(first.share.value);
  return `Most often: ${first.name}, in ${share} of progressions${time}.`;
}

function routesTable(page: Page): HTMLElement {
  const { plan, drawer } = page;
  const routes = rankedRoutes(plan);
  const to = Math.max(0.1, ...routes.map((route) => route.share.high ?? route.share.value ?? 0));
  return table("Escape routes, by share of progressions", routes.map((route) => {
    const { value, low, high } = route.share;
    const bar = element("span", { class: "share", "aria-hidden": "true" },
      element("i", { class: "fill", style: `width:${(100 * (value ?? 0)) / to}%` }),
      intervalBar(null, low, high, { from: 0, to }));
    return { cells: [
      { head: "Route", content: [route.name, element("small", {}, KIND[route.kind]),
        route.mechanism !== "" && element("small", {}, route.mechanism),
        grounds(page, route.claims, route.basis)] },
      { head: "Share of progressions", class: "wide", content: [
        drawer.button(routeShare(route), percentOfShare(value)),
        element("span", { class: "ends" }, range(route.share, percentOfShare)), bar] },
      { head: "Months", content: [drawer.button(routeTime(route), months(route.median_months))] },
      { head: "Evidence", content: [gradeChip(route.evidence)] },
      { head: "Closed by", content: [route.closed_by.length > 0 ? list(route.closed_by)
        : element("span", { class: "absent" }, "none of the arms")] },
    ] };
  }));
}

function cloneKey(arm: Arm): HTMLElement {
  const color = (c: number): string => (c === 0 ? "sensitive" : `series-${((c - 1) % 6) + 1}`);
  return element("p", { class: "key-line" }, ...arm.clones.names.map((name, c) =>
    element("span", { class: `key ${color(c)}` }, name)));
}

function scaleSwitch(page: Page, choose: (scale: CloneScale) => void): HTMLElement {
  const button = (scale: CloneScale, text: string): HTMLButtonElement => {
    const node = element("button", {
      type: "button", "aria-pressed": scale === "share" ? "true" : "false",
    }, text);
    node.addEventListener("click", () => {
      for (const other of node.parentElement?.children ?? []) {
        other.setAttribute("aria-pressed", String(other === node));
      }
      choose(scale);
      page.board.redraw();
    });
    return node;
  };
  return element("div", { class: "switch", role: "group", "aria-label": "Scale of the clones" },
    button("share", "share of tumour"), button("cells", "number of cells, log"));
}

function cloneFigures(page: Page): HTMLElement | null {
  const { plan, board } = page;
  const arms = comparedArms(plan).filter((arm) => arm.clones.names.length > 0);
  if (arms.length === 0) return null;
  const top = topExponent(arms.map((arm) => arm.clones));
  let chosen: CloneScale = "share";
  const figures = arms.map((arm) => board.figure({
    title: arm.name, note: "clones of the median patient", height: 280,
    label: `Clones over time on ${arm.name}: ${list(arm.clones.names)}.`,
    draw: (palette) => cloneAreas(arm.clones, chosen, top, palette),
  }));
  const first = arms[0];
  return element("div", { class: "clones" },
    element("h3", {}, "Which cells carry the tumour"),
    first && cloneKey(first),
    scaleSwitch(page, (scale) => { chosen = scale; }),
    element("div", { class: figures.length > 1 ? "pair" : "single" }, ...figures));
}

export function escapeSection(page: Page): HTMLElement {
  return section({
    id: "escape", title: `How the tumour escapes ${baseArm(page.plan).name}`,
    lead: escapeLead(page.plan),
  },
  page.plan.routes.length > 0 && routesTable(page),
  cloneFigures(page));
}
