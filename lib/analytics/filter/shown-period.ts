import type { Period } from "./cases-query";
import { periodWordsWithin } from "../words/facet-words";
import { countingZone, formatInstant, isoDay } from "@/lib/format/format";

/** The days that are shown in words: on a button, and what is said after it. */
export type ShownPeriodWords = { readonly button: string; readonly after: string };

/**
 * Says which days are shown, and that they end with the newest data rather than today where they do.
 * @param shown the days that the period came to; null where no case says when it was opened
 */
export function shownPeriodWords(period: Period, shown: ShownPeriod | null): ShownPeriodWords {
  if (shown === null) return { button: periodWordsWithin(period), after: "" };
  const first = formatInstant(shown.fromUs, "day", countingZone);
  const last = formatInstant(shown.toUs - 1, "day", countingZone);
  const button = first === last ? first : `${first} – ${last}`;
  if (!shown.isNewest) return { button, after: "" };
  const after = period === "all" || typeof period === "object" ? "" : periodWordsWithin(period);
  return { button, after: after === "" ? "up to the newest data" : `(${after})` };
}

/** The first and last day of what is shown, as a date field takes them; "" where there is none. */
export function periodDays(
  period: Period,
  shown: ShownPeriod | null,
): { readonly from: string; readonly to: string } {
  if (shown !== null) return { from: isoDay(shown.fromUs), to: isoDay(shown.toUs - 1) };
  const { from, to } = typeof period === "object" ? period : { from: null, to: null };
  return { from: from ?? "", to: to ?? "" };
}

/**
 * Whole days of the display zone, each written as its midnight in UTC (microseconds since 1970; see
 * `startOfDay`); `toUs` is the first day after them.
 */
export type ShownPeriod = {
  readonly fromUs: number;
  readonly toUs: number;
  /** True where it ends with the newest data. */
  readonly isNewest: boolean;
};
