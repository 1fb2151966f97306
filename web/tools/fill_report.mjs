// SPDX-License-Identifier: MIT
// Puts a plan or an atlas into its empty page, as the rascade program does:
//   node tools/fill_report.mjs dist/report.html sample/plan.json dist/sample.html
import { readFileSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const OPEN = '<script id="rascade-report" type="application/json">';
const OPEN_ATLAS = '<script id="rascade-atlas" type="application/json">';

/** What an empty page holds and the program replaces. */
export const EMPTY_REPORT = `${OPEN}null</script>`;
export const EMPTY_ATLAS = `${OPEN_ATLAS}null</script>`;

/**
 * The page with the data in it. `</` becomes `<\/`, which means the same in JSON, so that no text
 * of the data can end the element.
 * @param {string} page
 * @param {string} json
 */
export function fillReport(page, json) {
  const safe = json.trim().replaceAll("</", "<\\/");
  const open = page.includes(EMPTY_ATLAS) ? OPEN_ATLAS : OPEN;
  return page.replace(`${open}null</script>`, () => `${open}${safe}</script>`);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [page, data, out] = process.argv.slice(2);
  if (!page || !data || !out) throw new Error("usage: fill_report.mjs PAGE DATA OUT");
  writeFileSync(out, fillReport(readFileSync(page, "utf8"), readFileSync(data, "utf8")));
}
