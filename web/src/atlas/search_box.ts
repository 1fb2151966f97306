// SPDX-License-Identifier: MIT
import { element } from "../element";
import { hashOf } from "./route";
import type { Entry, Hit } from "./search";
import { groupHits, search } from "./search";
import { KIND_NAME } from "./words";

const PER_GROUP = 4;
const MOST_GROUPS = 6;

interface Parts {
  input: HTMLInputElement;
  list: HTMLElement;
}

function optionOf({ entry }: Hit, i: number): HTMLElement {
  return element("a", {
    role: "option", id: `hit-${i}`, href: hashOf(entry.kind, entry.id), tabindex: -1,
    "aria-selected": "false",
  }, element("b", {}, entry.title), " ", element("small", {}, entry.hint));
}

function fill({ list }: Parts, hits: Hit[]): void {
  let i = 0;
  list.replaceChildren(...groupHits(hits).slice(0, MOST_GROUPS).map(({ kind, hits: of }) =>
    element("div", { role: "group", "aria-label": KIND_NAME[kind].many },
      element("p", { class: "group-name", "aria-hidden": "true" },
        `${KIND_NAME[kind].many} `, element("small", {}, String(of.length))),
      ...of.slice(0, PER_GROUP).map((hit) => {
        i += 1;
        return optionOf(hit, i);
      }))));
}

function choose({ input, list }: Parts, at: number): number {
  const options = [...list.querySelectorAll("[role=option]")];
  const i = options.length === 0 ? -1 : (at + options.length + 1) % (options.length + 1);
  options.forEach((option, k) => option.setAttribute("aria-selected", String(k === i)));
  const chosen = options[i];
  if (chosen) {
    input.setAttribute("aria-activedescendant", chosen.id);
    chosen.scrollIntoView({ block: "nearest" });
  } else {
    input.removeAttribute("aria-activedescendant");
  }
  return i;
}

/**
 * The search of every view: a list opens while typing; arrows choose, Enter goes there, or without
 * a choice to all results; `/` goes to the box from anywhere.
 */
export function searchBox(entries: Entry[]): HTMLElement {
  const input = element("input", {
    type: "search", id: "search", role: "combobox", placeholder: "Search  /", autocomplete: "off",
    spellcheck: "false", "aria-label": "Search everything", "aria-expanded": "false",
    "aria-controls": "hits", "aria-autocomplete": "list",
  });
  const list = element("div", { id: "hits", role: "listbox", "aria-label": "Results" });
  const parts = { input, list };
  let at = -1;
  const close = (): void => {
    list.replaceChildren();
    input.setAttribute("aria-expanded", "false");
    at = choose(parts, -1);
  };
  input.addEventListener("input", () => {
    fill(parts, search(entries, input.value));
    input.setAttribute("aria-expanded", String(list.childElementCount > 0));
    at = choose(parts, -1);
  });
  input.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      at = choose(parts, at + (event.key === "ArrowDown" ? 1 : -1));
    } else if (event.key === "Escape") {
      close();
    }
  });
  const form = element("form", { class: "search", role: "search" }, input, list);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const chosen = list.querySelector<HTMLAnchorElement>("[aria-selected=true]");
    const wanted = input.value.trim();
    if (chosen) location.hash = chosen.hash;
    else if (wanted !== "") location.hash = hashOf("search", wanted);
    close();
  });
  form.addEventListener("focusout", (event) => {
    if (!(event.relatedTarget instanceof Node && form.contains(event.relatedTarget))) close();
  });
  list.addEventListener("click", close);
  document.addEventListener("keydown", (event) => {
    const isTyping = event.target instanceof HTMLElement
      && /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName);
    if (event.key !== "/" || isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    input.focus();
    input.select();
  });
  return form;
}
