// SPDX-License-Identifier: MIT
import { gradeChip } from "../drawer";
import { element } from "../element";
import type { Page } from "../page";
import type { Basis, Claim } from "../plan";

/** "review: 3 for it, 1 against it; 4 quantities". */
export function groundsLead(claims: Claim[], basis: Basis[]): string {
  const supporting = claims.filter((claim) => claim.says === "supports").length;
  const against = claims.length - supporting;
  const parts: string[] = [];
  if (supporting > 0) parts.push(`${supporting} for it`);
  if (against > 0) parts.push(`${against} against it`);
  const review = parts.length > 0 ? `review: ${parts.join(", ")}` : "review: no statement";
  return basis.length > 0 ? `${review}; ${basis.length} quantities` : review;
}

const MODEL: Record<string, string> = {
  reproduced: "this model shows it",
  missed: "this model does not show it",
  not_modelled: "not in this model",
  open: "not judged",
};

function claimEntry({ drawer }: Page, claim: Claim): HTMLElement {
  const source = drawer.button({
    title: `Claim ${claim.id}`, shown: claim.sentence, meaning: claim.context,
    origin: "measured", sources: claim.sources,
  }, claim.id);
  const model = MODEL[claim.model];
  return element("li", {}, claim.says === "supports" ? "for: " : "against: ", source,
    ` ${claim.sentence} (${claim.context})`, model !== undefined && ` – ${model}`);
}

/** What a route or an arm rests on: statements of the review, and quantities with their grade. */
export function grounds(page: Page, claims: Claim[], basis: Basis[]): HTMLElement | null {
  if (claims.length + basis.length === 0) return null;
  return element("details", { class: "grounds" },
    element("summary", {}, groundsLead(claims, basis)),
    element("ul", {},
      ...claims.map((claim) => claimEntry(page, claim)),
      ...basis.map(({ what, source, grade }) =>
        element("li", {}, gradeChip(grade), ` ${what}: ${source}`))));
}
