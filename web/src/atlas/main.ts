// SPDX-License-Identifier: MIT
import { element } from "../element";
import type { Atlas } from "./atlas";
import { readAtlas } from "./atlas";
import { Book } from "./book";
import type { View } from "./route";
import { hashOf, parseRoute } from "./route";
import { indexAtlas } from "./search";
import { searchBox } from "./search_box";
import { sheetOf } from "./sheet";
import type { Sheet } from "./views/blocks";
import "../style.css";
import "../tables.css";
import "../print.css";
import "./atlas.css";

const CHAPTERS: [View, string][] = [
  ["home", "Start"], ["drug", "Therapies"], ["variant", "Alterations"], ["regulator", "Regulators"],
  ["grid", "Grid"], ["map", "Map"], ["claim", "Claims"], ["conflict", "Conflicts"],
  ["reference", "References"],
];

function banner(search: HTMLElement | null): HTMLElement {
  return element("header", { class: "banner" },
    element("strong", {}, "Research use only"),
    element("nav", { "aria-label": "Parts of the atlas" }, ...CHAPTERS.map(([view, name]) =>
      element("a", { href: hashOf(view), "data-view": view }, name))),
    search);
}

function markChapter(view: View): void {
  for (const node of document.querySelectorAll(".banner nav a")) {
    if (node.getAttribute("data-view") === view) node.setAttribute("aria-current", "page");
    else node.removeAttribute("aria-current");
  }
}

function fillMain(main: HTMLElement, sheet: Sheet): HTMLElement {
  const title = element("h1", { tabindex: -1 }, sheet.title);
  main.className = sheet.isWide ? "wide" : "";
  main.replaceChildren(element("header", { class: "sheet-head" },
    sheet.kind && element("p", { class: "title" }, sheet.kind), title,
    sheet.lead && sheet.lead.length > 0 && element("p", { class: "lead" }, ...sheet.lead)),
  ...sheet.content.filter((child): child is Node | string => Boolean(child)));
  document.title = `${sheet.title} · Rascade atlas`;
  return title;
}

function footer(atlas: Atlas): HTMLElement {
  return element("footer", {}, element("p", {}, atlas.research_use_only),
    element("p", {}, "Knowledge ", element("code", {}, atlas.knowledge || "without a hash")));
}

function show(root: HTMLElement, atlas: Atlas): void {
  const book = new Book(atlas);
  const entries = indexAtlas(atlas);
  const main = element("main", {});
  root.append(banner(searchBox(entries)), main, footer(atlas));
  const open = (isFirst: boolean): void => {
    const route = parseRoute(location.hash);
    const sheet = sheetOf(book, entries, route);
    const title = fillMain(main, sheet);
    markChapter(route.view);
    sheet.start?.();
    if (isFirst) return;
    window.scrollTo(0, 0);
    title.focus({ preventScroll: true });
  };
  window.addEventListener("hashchange", () => open(false));
  // On paper the colours are those of the light scheme, in the drawings too.
  const print = (isPrinting: boolean) => (): void => {
    document.documentElement.toggleAttribute("data-print", isPrinting);
  };
  window.addEventListener("beforeprint", print(true));
  window.addEventListener("afterprint", print(false));
  open(true);
}

/** While developing, the page shows the sample; the built page only what the program put in. */
async function atlasText(): Promise<string> {
  const held = document.getElementById("rascade-atlas")?.textContent ?? "null";
  if (!import.meta.env.DEV || held !== "null") return held;
  return JSON.stringify((await import("../../sample/atlas.json")).default);
}

async function start(): Promise<void> {
  const root = document.getElementById("atlas");
  if (!root) return;
  const read = readAtlas(await atlasText());
  if ("atlas" in read) show(root, read.atlas);
  else {
    root.append(banner(null),
      element("main", {}, element("p", { class: "problem" }, read.problem)));
  }
}

void start();
