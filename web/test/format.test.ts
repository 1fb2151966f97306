// SPDX-License-Identifier: MIT
import { describe, expect, it } from "vitest";
import {
  cells, escapeHtml, list, months, percent, percentOfShare, quantity, range, signedMonths,
  significant, withRange,
} from "../src/format";

const plain = (text: string): string => text.replaceAll("\u00a0", " ");

describe("numbers", () => {
  it("carry a true minus sign, and never a negative zero", () => {
    expect(months(-1.25)).toBe("−1.3");
    expect(months(-0.04)).toBe("0.0");
    expect(plain(percent(-31.4))).toBe("−31 %");
  });

  it("say that a median was not reached", () => {
    expect(months(null)).toBe("not reached");
    expect(percentOfShare(null)).toBe("not reached");
    expect(months(Infinity)).toBe("not reached");
  });

  it("keep the percent sign on the line of its number", () => {
    expect(percentOfShare(0.371)).toBe("37\u00a0%");
  });

  it("show the direction of a difference", () => {
    expect(signedMonths(2.61)).toBe("+2.6");
    expect(signedMonths(-0.4)).toBe("−0.4");
    expect(signedMonths(0.01)).toBe("0.0");
  });

  it("have three significant digits, grouped or with a power of ten", () => {
    expect(significant(69000)).toBe("69 000");
    expect(significant(0.0099)).toBe("0.0099");
    expect(significant(1.2345)).toBe("1.23");
    expect(significant(3e-9)).toBe("3 × 10⁻⁹");
    expect(significant(-2.5e12)).toBe("−2.5 × 10¹²");
    expect(significant(0)).toBe("0");
  });

  it("leave out the unit of a pure number", () => {
    expect(quantity(3, "1")).toBe("3");
    expect(quantity(55, "nM")).toBe("55 nM");
  });
});

describe("ranges", () => {
  const interval = (low: number | null, high: number | null) => ({ value: 1, low, high });

  it("join their ends with a dash and one unit", () => {
    expect(range(interval(5.1, 8.2), months)).toBe("5.1–8.2");
    expect(plain(range(interval(0.286, 0.462), percentOfShare))).toBe("29–46 %");
  });

  it("use a word where a dash would look like a minus", () => {
    expect(range(interval(-0.5, 4.1), signedMonths)).toBe("−0.5 to +4.1");
    expect(plain(range(interval(-50, -20), percent))).toBe("−50 to −20 %");
  });

  it("say where an end was not reached", () => {
    expect(range(interval(8.4, null), months)).toBe("8.4 or more");
    expect(range(interval(null, null), months)).toBe("");
    expect(withRange({ value: null, low: 8.4, high: null }, months))
      .toBe("not reached (8.4 or more)");
  });
});

describe("words", () => {
  it("list as a sentence does", () => {
    expect(list([])).toBe("");
    expect(list(["a"])).toBe("a");
    expect(list(["a", "b", "c"])).toBe("a, b and c");
  });

  it("count cells as one says them", () => {
    expect(cells(2.44e9)).toBe("2.4 billion");
    expect(cells(830)).toBe("830");
    expect(cells(0.2)).toBe("none");
  });

  it("cannot become HTML", () => {
    expect(escapeHtml(`<img src="x">&`)).toBe("&lt;img src=&quot;x&quot;&gt;&amp;");
  });
});
