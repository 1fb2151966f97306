// SPDX-License-Identifier: MIT
import { element } from "../../element";
import type { Book } from "../book";

export type Option = readonly [value: string, text: string];

/** A labelled choice; `change` gets the value. */
export function choice(
  label: string, options: Option[], value: string, change: (value: string) => void,
): HTMLLabelElement {
  const select = element("select", {}, ...options.map(([of, text]) =>
    element("option", { value: of, selected: of === value }, text)));
  select.addEventListener("change", () => change(select.value));
  return element("label", { class: "control" }, element("span", {}, label), select);
}

export function textFilter(
  label: string, value: string, change: (value: string) => void, suggestions: string[] = [],
): HTMLLabelElement {
  const listId = suggestions.length > 0 ? `list-${label.toLowerCase().replace(/\W+/g, "-")}` : "";
  const input = element("input", {
    type: "search", value, autocomplete: "off", spellcheck: "false", list: listId || undefined,
  });
  input.addEventListener(suggestions.length > 0 ? "change" : "input", () => change(input.value));
  return element("label", { class: "control" }, element("span", {}, label), input,
    listId !== "" && element("datalist", { id: listId },
      ...suggestions.map((text) => element("option", { value: text }))));
}

export function tick(
  label: string, value: boolean, change: (value: boolean) => void,
): HTMLLabelElement {
  const input = element("input", { type: "checkbox", checked: value });
  input.addEventListener("change", () => change(input.checked));
  return element("label", { class: "control tick" }, input, element("span", {}, label));
}

export function cancerOptions(book: Book): Option[] {
  return [["", "all"], ...[...book.atlas.cancer_types]
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map(({ code, name }) => [code, name] as const)];
}

/** Keeps the filters in the address, so that it can be passed on, without a new view. */
export function keepAddress(hash: string): void {
  history.replaceState(null, "", hash);
}
