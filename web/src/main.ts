// SPDX-License-Identifier: MIT
import { ChartBoard } from "./chart_board";
import { SourceDrawer } from "./drawer";
import { element } from "./element";
import type { Page } from "./page";
import type { Plan } from "./plan";
import { readPlan } from "./plan";
import { closingSection } from "./sections/closing";
import { decisionSection } from "./sections/decision";
import { escapeSection } from "./sections/escape";
import { pathwaySection } from "./sections/pathway";
import { responseSection } from "./sections/response";
import { trustSection } from "./sections/trust";
import { uncertaintySection } from "./sections/uncertainty";
import "./style.css";
import "./tables.css";
import "./print.css";

const CHAPTERS = [
  ["decision", "Decision"], ["response", "Response"], ["escape", "Escape"],
  ["closing", "Combinations"], ["pathway", "Pathway"], ["uncertainty", "Uncertainty"],
  ["trust", "Trust"],
] as const;

function banner(): HTMLElement {
  return element("header", { class: "banner" },
    element("strong", {}, "Research use only"),
    element("nav", { "aria-label": "Sections" }, ...CHAPTERS.map(([id, name]) =>
      element("a", { href: `#${id}` }, name))));
}

function show(root: HTMLElement, plan: Plan): void {
  const board = new ChartBoard(document.documentElement);
  const drawer = new SourceDrawer(plan);
  const page: Page = { plan, board, drawer };
  document.title = `${plan.tumour.title} · Rascade`;
  root.append(banner(),
    element("main", {},
      decisionSection(page), responseSection(page), escapeSection(page), closingSection(page),
      pathwaySection(page), uncertaintySection(page), trustSection(page)),
    element("footer", {}, plan.research_use_only),
    drawer.node);
  board.start();
}

/** While developing, the page shows the sample; the built page only what the program put in. */
async function planText(): Promise<string> {
  const held = document.getElementById("rascade-report")?.textContent ?? "null";
  if (!import.meta.env.DEV || held !== "null") return held;
  return JSON.stringify((await import("../sample/plan.json")).default);
}

async function start(): Promise<void> {
  const root = document.getElementById("report");
  if (!root) return;
  const read = readPlan(await planText());
  if ("plan" in read) show(root, read.plan);
  else root.append(banner(), element("main", {}, element("p", { class: "problem" }, read.problem)));
}

void start();
