// SPDX-License-Identifier: MIT
import { element } from "./element";
import type { Child } from "./element";
import { list } from "./format";
import type { Plan } from "./plan";
import type { Origin, Provenance, Source } from "./sources";
import { ORIGIN_MEANING, resolveSources, sourceSummary } from "./sources";

/** A small sign of the grade: full, half and empty circle, a square for what was computed. */
export function gradeChip(origin: Origin): HTMLElement {
  return element("span", { class: `grade ${origin}` }, origin);
}

function sourceEntry(source: Source): HTMLElement {
  const { key, citation, identifier, link, parameters } = source;
  const where = link
    ? element("a", { href: link, rel: "noopener noreferrer", target: "_blank" }, identifier)
    : identifier;
  return element("li", {},
    element("p", { class: "source-key" }, key === "assumed" ? "No published source" : key),
    element("p", {}, citation),
    where !== "" && element("p", { class: "identifier" }, where),
    ...parameters.map(({ label, grade }) =>
      element("p", { class: "rests" }, gradeChip(grade), ` ${label}`)));
}

/** The panel at the side that tells where a number comes from. One for the whole page. */
export class SourceDrawer {
  readonly node = element("dialog", { class: "drawer", "aria-labelledby": "drawer-title" });

  constructor(private readonly plan: Plan) {
    this.node.addEventListener("click", (event) => {
      if (event.target === this.node) this.node.close();
    });
  }

  /** A number (or any words) that opens the drawer; hovering names its sources. */
  button(provenance: Provenance, ...content: Child[]): HTMLButtonElement {
    const { title, shown, sources, origin } = provenance;
    const hint = `${title}. ${origin}; sources: ${sourceSummary(sources)}`;
    const shownContent = content.length > 0 ? content : [shown];
    const button = element("button", {
      type: "button", class: "number", title: hint, "aria-haspopup": "dialog",
    }, ...shownContent);
    button.addEventListener("click", () => this.open(provenance));
    return button;
  }

  private open(provenance: Provenance): void {
    const { title, shown, meaning, origin, sources } = provenance;
    const close = element("button", { type: "button", class: "close", "aria-label": "Close" }, "×");
    close.addEventListener("click", () => this.node.close());
    const entries = resolveSources(this.plan, sources);
    this.node.replaceChildren(element("div", { class: "sheet" },
      close,
      element("h2", { id: "drawer-title" }, title),
      element("p", { class: "shown" }, shown),
      element("p", {}, meaning),
      element("p", { class: "origin" }, gradeChip(origin), ` ${ORIGIN_MEANING[origin]}`),
      element("h3", {}, entries.length > 0 ? "Sources" : "No sources are listed"),
      element("ul", { class: "sources" }, ...entries.map(sourceEntry)),
      element("p", { class: "fine" }, this.basis())));
    this.node.showModal();
  }

  private basis(): string {
    const { patients, seed, knowledge } = this.plan;
    return list([`${patients} simulated patients`, `seed ${seed}`, `knowledge ${knowledge}`]);
  }
}
