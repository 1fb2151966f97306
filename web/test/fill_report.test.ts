// SPDX-License-Identifier: MIT
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { EMPTY_ATLAS, EMPTY_REPORT, fillReport } from "../tools/fill_report.mjs";
import { ATLAS_TEXT } from "./atlas_sample";
import { SAMPLE_TEXT } from "./sample";

const page = readFileSync(new URL("../index.html", import.meta.url), "utf8");
const atlasPage = readFileSync(new URL("../atlas.html", import.meta.url), "utf8");

function held(filled: string, id = "rascade-report"): unknown {
  const [, rest = ""] = filled.split(`<script id="${id}" type="application/json">`);
  return JSON.parse(rest.slice(0, rest.indexOf("</script>")));
}

it("the page holds the empty report once", () => {
  expect(page.split(EMPTY_REPORT)).toHaveLength(2);
});

it("a filled page gives the plan back", () => {
  expect(held(fillReport(page, SAMPLE_TEXT))).toEqual(JSON.parse(SAMPLE_TEXT));
});

it("no text of a plan can end the element or be taken for a pattern", () => {
  const plan = { note: "</script><b>$& $1" };
  expect(held(fillReport(page, JSON.stringify(plan)))).toEqual(plan);
});

it("the page of the atlas is filled in the same way", () => {
  expect(atlasPage.split(EMPTY_ATLAS)).toHaveLength(2);
  expect(held(fillReport(atlasPage, ATLAS_TEXT), "rascade-atlas")).toEqual(JSON.parse(ATLAS_TEXT));
});
