// SPDX-License-Identifier: MIT

/** Kinds of pages that stand for one row, in the order in which search results are shown. */
export const ENTITY_KINDS = [
  "drug", "gene", "variant", "regulator", "node", "cancer", "claim", "conflict", "number",
  "reference", "part",
] as const;
export type EntityKind = (typeof ENTITY_KINDS)[number];

const VIEWS = ["search", "grid", "map", ...ENTITY_KINDS] as const;
export type View = (typeof VIEWS)[number] | "home" | "unknown";

/** What the address asks for: #/view/id?key=value */
export interface Route {
  view: View;
  id: string; // empty: the list of all
  query: URLSearchParams;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The id may hold any sign, slashes too; it is encoded by hashOf. */
export function parseRoute(hash: string): Route {
  const text = hash.replace(/^#?\/?/, "");
  const cut = text.indexOf("?");
  const path = cut < 0 ? text : text.slice(0, cut);
  const query = new URLSearchParams(cut < 0 ? "" : text.slice(cut + 1));
  const slash = path.indexOf("/");
  const name = slash < 0 ? path : path.slice(0, slash);
  const id = slash < 0 ? "" : decode(path.slice(slash + 1));
  if (name === "") return { view: "home", id: "", query };
  const view = VIEWS.find((known) => known === name);
  return view ? { view, id, query } : { view: "unknown", id: decode(path), query };
}

export function hashOf(view: View, id = "", query: Record<string, string> = {}): string {
  if (view === "home") return "#/";
  const set = Object.entries(query).filter(([, value]) => value !== "");
  const tail = set.length > 0 ? `?${new URLSearchParams(set).toString()}` : "";
  const path = encodeURIComponent(id).replaceAll("%3A", ":");
  return `#/${view}${id === "" ? "" : `/${path}`}${tail}`;
}
