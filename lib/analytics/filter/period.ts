import { dayRange, oneOf, type Field } from "@/lib/format/address/field";

/** Days counted back from the newest data. */
export const relativePeriods = ["7d", "30d", "90d"] as const;
export type RelativePeriod = (typeof relativePeriods)[number];

/** Periods of the calendar; what they are moves on with it, see `resolvePeriod`. */
export const calendarPeriods = [
  "this-month",
  "last-month",
  "this-quarter",
  "last-quarter",
  "this-year",
  "last-week",
] as const;
export type CalendarPeriod = (typeof calendarPeriods)[number];

/** Every period with a name, in the order of menus. */
export const namedPeriods = [...relativePeriods, ...calendarPeriods, "all"] as const;
export type NamedPeriod = (typeof namedPeriods)[number];

/** ISO dates in the display zone, both inclusive; null: unbounded. At least one is a day. */
export type PeriodDays =
  | { readonly from: string; readonly to: string | null }
  | { readonly from: null; readonly to: string };

/** By the instant a case was opened. */
export type Period = NamedPeriod | PeriodDays;

/** The period of every page whose address names none, except Insights. */
export const defaultPeriod: NamedPeriod = "90d";

/** That of Insights, which says so: what goes with what shows in more cases than a few months have. */
export const learningPeriod: Period = "all";

const days = dayRange();
const named = oneOf(namedPeriods);
/** The parameters of a period. */
export const periodNames: readonly string[] = ["period", ...days.names];

/** One of two days makes a period without the other end. */
export function periodField(defaultValue: Period): Field<Period> {
  return {
    names: periodNames,
    defaultValue,
    read: (read) => {
      const name = read("period", named) ?? defaultValue;
      const { from, to } = days.read(read);
      if (from !== null) return { from, to };
      return to === null ? name : { from, to };
    },
    write: (period, add) => {
      if (typeof period !== "string") days.write(period, add);
      else if (period !== defaultValue) add("period", period);
    },
  };
}

/** Whether a period is one of the calendar's. */
export function isCalendarPeriod(period: Period): period is CalendarPeriod {
  return calendarPeriods.some((each) => each === period);
}
