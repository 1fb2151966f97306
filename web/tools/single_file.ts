// SPDX-License-Identifier: MIT
import type { Plugin } from "vite";
import { EMPTY_ATLAS, EMPTY_REPORT } from "./fill_report.mjs";

/** Nothing may be loaded: the page works offline and sends nothing anywhere. */
const POLICY =
  `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; ` +
  `script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data:; ` +
  `base-uri 'none'; form-action 'none'">`;

interface Asset {
  name: string;
  text: string;
}

/** Puts every script and style sheet into the page, so that one file is the whole report. */
function inline(page: string, assets: Asset[]): string {
  let out = page;
  for (const { name, text } of assets) {
    const isStyle = name.endsWith(".css");
    const tag = isStyle
      ? new RegExp(`<link[^>]*href="[^"]*${name}"[^>]*>`)
      : new RegExp(`<script[^>]*src="[^"]*${name}"[^>]*></script>`);
    const safe = text.replace(/<\/(script|style)/gi, "<\\/$1").replaceAll("<!--", "<\\!--");
    const element = isStyle ? `<style>${safe}</style>` : `<script type="module">${safe}</script>`;
    out = out.replace(tag, () => element);
  }
  return out.replace("<head>", () => `<head>\n  ${POLICY}`);
}

/** Fails the build unless the page is complete in itself and can be filled. */
function assertWhole(page: string): void {
  const empty = [EMPTY_REPORT, EMPTY_ATLAS].flatMap((element) => page.split(element).slice(1));
  if (empty.length !== 1) {
    throw new Error("the page must hold one empty report or atlas, exactly once");
  }
  const tags = page.replace(/(<(?:script|style)[^>]*>)[^]*?<\//g, "$1</");
  if (/(src|href)="(?!data:)/.test(tags)) throw new Error("the page refers to another file");
}

/** @param entry  the page that is built, @param fileName  what it is called when whole */
export function singleFile(entry: string, fileName: string): Plugin {
  return {
    name: "single-file",
    apply: "build",
    enforce: "post",
    generateBundle(_, bundle) {
      const page = bundle[entry];
      if (page?.type !== "asset") throw new Error(`the build made no ${entry}`);
      const assets: Asset[] = [];
      for (const [name, item] of Object.entries(bundle)) {
        if (item === page) continue;
        assets.push({ name, text: item.type === "chunk" ? item.code : String(item.source) });
        delete bundle[name];
      }
      page.source = inline(String(page.source), assets);
      assertWhole(page.source);
      page.fileName = fileName;
    },
  };
}
