import type { Period } from "./cases-query";
import { periodWordsWithin } from "../words/facet-words";
import { countingZone, formatInstant, isoDay } from "@/lib/format/format";

/** The shown days in words: on a button, and the words after it. */
export type ShownPeriodWords = { readonly button: string; readonly after: string };

/**
 * The shown days in words, with a note where they end with the newest data before today.
 * @param shown the days of the period; null where no case has an opening
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
  readonly isNewest: boolean;
};
