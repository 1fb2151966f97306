// SPDX-License-Identifier: MIT
import { expect, it } from "vitest";
import { buildGrid } from "../../src/atlas/grid";
import { sampleBook } from "../atlas_sample";

const book = sampleBook();
const ALL = { cancer: "", byClass: false, text: "" };

it("no statement is lost or counted twice", () => {
  const { rows } = buildGrid(book, ALL);
  const statements = rows.flatMap(({ cells }) => [...cells.values()])
    .flatMap((cell) => cell.statements);
  expect(statements).toHaveLength(book.statements.length);
  expect(new Set(statements).size).toBe(book.statements.length);
});

it("the same change in two contexts is one row, and disagreement shows", () => {
  const { rows } = buildGrid(book, ALL);
  const g13d = rows.filter(({ gene, variant }) => gene === "KRAS" && variant === "G13D");
  expect(g13d).toHaveLength(1);
  expect(g13d[0]?.alterations).toHaveLength(2);
  expect(g13d[0]?.cells.get("adagrasib")?.sign).toBe("both");
  expect(g13d[0]?.cells.get("sotorasib")?.sign).toBe("resists");
});

it("rows of a gene lie together; rows and columns without statement are left out", () => {
  const { rows, columns } = buildGrid(book, ALL);
  const genes = rows.map(({ gene }) => gene);
  expect(genes.filter((gene, i) => gene !== genes[i - 1])).toHaveLength(new Set(genes).size);
  expect(rows.every(({ cells }) => cells.size > 0)).toBe(true);
  for (const { id } of columns) expect(rows.some(({ cells }) => cells.has(id))).toBe(true);
});

it("agents stand behind their class, combinations last", () => {
  const ids = buildGrid(book, ALL).columns.map(({ id }) => id);
  expect(ids.indexOf("sotorasib")).toBe(ids.indexOf("g12ci-off") + 1);
  expect(ids.at(-1)).toBe("braf-v600e-monomer-i + meki");
});

it("agents go into the column of their class, classes do not go into theirs", () => {
  const ids = buildGrid(book, { ...ALL, byClass: true }).columns.map(({ id }) => id);
  expect(ids).not.toContain("sotorasib");
  expect(ids).toContain("g12ci-off");
  expect(ids).not.toContain("kras-i");
});

it("a cancer leaves its rows and those stated for none", () => {
  const { rows } = buildGrid(book, { ...ALL, cancer: "MEL" });
  expect(rows.map(({ gene }) => gene).sort()).toEqual(["KRAS", "MAP2K1", "NF1"]);
  expect(rows.find(({ gene }) => gene === "KRAS")?.variant).toBe("amplification");
});

it("text chooses by gene or variant", () => {
  expect(buildGrid(book, { ...ALL, text: "y96" }).rows).toHaveLength(1);
  expect(buildGrid(book, { ...ALL, text: "nothing" })).toEqual({ rows: [], columns: [] });
});
