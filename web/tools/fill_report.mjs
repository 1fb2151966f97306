// SPDX-License-Identifier: MIT
// Puts a plan into the empty page, as the rascade program does:
//   node tools/fill_report.mjs dist/report.html sample/plan.json dist/sample.html
import { readFileSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const OPEN = '<script id="rascade-report" type="application/json">';

/** What an empty page holds and the program replaces. */
export const EMPTY_REPORT = `${OPEN}null</script>`;

/**
 * The page with the plan in it. `</` becomes `<\/`, which means the same in JSON, so that no text
 * of the plan can end the element.
 * @param {string} page
 * @param {string} json
 */
export function fillReport(page, json) {
  const safe = json.trim().replaceAll("</", "<\\/");
  return page.replace(EMPTY_REPORT, () => `${OPEN}${safe}</script>`);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [page, plan, out] = process.argv.slice(2);
  if (!page || !plan || !out) throw new Error("usage: fill_report.mjs PAGE PLAN OUT");
  writeFileSync(out, fillReport(readFileSync(page, "utf8"), readFileSync(plan, "utf8")));
}
