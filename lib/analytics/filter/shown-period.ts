import { isCalendarPeriod, type Period } from "./period";
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
  if (isCalendarPeriod(period)) return { button, after: `(${calendarWords(period, shown)})` };
  if (!shown.isNewest) return { button, after: "" };
  const after = period === "all" || typeof period === "object" ? "" : periodWordsWithin(period);
  return { button, after: after === "" ? "up to the newest data" : `(${after})` };
}

/** "last month", "last month as of 24 Sept 2026" where the data end there. */
function calendarWords(period: Period, { countedFromUs }: ShownPeriod): string {
  const words = periodWordsWithin(period);
  if (countedFromUs === undefined) return words;
  return `${words} as of ${formatInstant(countedFromUs, "day", countingZone)}`;
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
  /** The first day with data; absent where there is none. */
  readonly dataFromUs?: number;
  /** The newest day with data, where a period of the calendar counts from it instead of from today. */
  readonly countedFromUs?: number;
  /** What the days are called: "October 2026"; absent: so many days before others. */
  readonly name?: string;
};
