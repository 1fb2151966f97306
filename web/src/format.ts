// SPDX-License-Identifier: MIT
import type { Interval } from "./plan";

const PERCENT = "\u00a0%"; // never alone on the next line
const NOT_REACHED = "not reached";
const SUPERSCRIPT = "⁰¹²³⁴⁵⁶⁷⁸⁹";

export type Formatter = (value: number | null | undefined) => string;

function withMinus(text: string): string {
  return /^-0(\.0*)?$/.test(text) ? text.slice(1) : text.replace("-", "−");
}

/** Fixed digits with a true minus sign; "not reached" for null. */
export function fixed(value: number | null | undefined, digits: number): string {
  if (value === null || value === undefined || !Number.isFinite(value)) return NOT_REACHED;
  return withMinus(value.toFixed(digits));
}

/** 6.83 -> "6.8" */
export const months: Formatter = (value) => fixed(value, 1);

/** 0.371 -> "37 %" */
export const percentOfShare: Formatter = (share) =>
  share === null || share === undefined ? NOT_REACHED : fixed(100 * share, 0) + PERCENT;

/** −31.4 -> "−31 %" */
export const percent: Formatter = (value) =>
  value === null || value === undefined ? NOT_REACHED : fixed(value, 0) + PERCENT;

/** A difference: +2.6, −0.4, 0.0 */
export const signedMonths: Formatter = (value) => {
  const text = months(value);
  const isGain = value !== null && value !== undefined && value > 0 && text !== "0.0";
  return isGain ? `+${text}` : text;
};

/** −9 -> "⁻⁹" */
export function superscript(exponent: number): string {
  const digits = [...String(Math.abs(exponent))].map((d) => SUPERSCRIPT[Number(d)]).join("");
  return (exponent < 0 ? "⁻" : "") + digits;
}

/** Three significant digits as a person writes them: 69 000, 0.0099, 3 × 10⁻⁹. */
export function significant(value: number): string {
  if (value === 0) return "0";
  const size = Math.abs(value);
  if (size >= 1e6 || size < 1e-3) {
    const [mantissa = "", exponent = "0"] = value.toExponential(2).split("e");
    return `${withMinus(String(Number(mantissa)))} × 10${superscript(Number(exponent))}`;
  }
  const text = String(Number(value.toPrecision(3)));
  return withMinus(text).replace(/\B(?=(\d{3})+$)/g, text.includes(".") ? "" : " ");
}

/** A quantity; the unit "1" stands for none. */
export function quantity(value: number, unit: string): string {
  return unit === "" || unit === "1" ? significant(value) : `${significant(value)} ${unit}`;
}

/** "5.1–8.2", "5.1 or more" where the upper end was not reached, "" without an interval. */
export function range(interval: Interval, format: Formatter): string {
  const { low, high } = interval;
  if (low === null && high === null) return "";
  if (high === null) return `${format(low)} or more`;
  if (low === null) return `up to ${format(high)}`;
  const ends = [format(low), format(high)] as const;
  if (ends.every((end) => end.endsWith(PERCENT))) {
    const [from, to] = ends.map((end) => end.slice(0, -PERCENT.length));
    return joinRange(from ?? "", to ?? "") + PERCENT;
  }
  return joinRange(...ends);
}

/** A dash reads as a minus beside a sign, so signed ends take a word. */
function joinRange(low: string, high: string): string {
  return /^[−+]/.test(low) || /^[−+]/.test(high) ? `${low} to ${high}` : `${low}–${high}`;
}

/** "6.4 (5.1–8.2)" */
export function withRange(interval: Interval, format: Formatter): string {
  const ends = range(interval, format);
  return ends ? `${format(interval.value)} (${ends})` : format(interval.value);
}

/** 2.4e9 -> "2.4 billion": cells, as one says them. */
export function cells(count: number): string {
  if (count < 1) return "none";
  const scales: [number, string][] = [[1e9, " billion"], [1e6, " million"], [1e3, " thousand"]];
  const [scale, word] = scales.find(([size]) => count >= size) ?? [1, ""];
  return `${Number((count / scale).toPrecision(2))}${word}`;
}

/** ["a", "b", "c"] -> "a, b and c" */
export function list(words: string[]): string {
  const last = words[words.length - 1];
  if (last === undefined) return "";
  return words.length === 1 ? last : `${words.slice(0, -1).join(", ")} and ${last}`;
}

/** Text that may stand in the HTML of a chart's tooltip. */
export function escapeHtml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
