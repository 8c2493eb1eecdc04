import type { ContactDimensions } from "./contact-table";
import type { HandoffDimensions } from "./handoff-table";
import type { PromiseDimensions } from "./promise-table";
import type { CaseDimensions } from "../facets/case-dimensions";

/** Cases are put together by the day on which they were opened, in UTC: whole days since 1970. */
export const openedDayUs = 86_400_000_000;

/** The day of an instant. @param openedUs microseconds since 1970; NaN, which is a day of its own, where nobody knows */
export function openedDay(openedUs: number): number {
  return Math.floor(openedUs / openedDayUs);
}

/**
 * From which side the day's cases or parts of them stand otherwise; "rows" where cases came, went or were written
 * again, "rates" where things cost something else now.
 */
export type DayChange =
  | keyof (CaseDimensions & ContactDimensions & HandoffDimensions & PromiseDimensions)
  | "rows"
  | "rates";

/** What changed of the cases opened on each day since somebody took note. */
export type ChangedDays = Map<number, Set<DayChange>>;

export function noteChange(days: ChangedDays, openedUs: number, change: DayChange): void {
  const day = openedDay(openedUs);
  const changes = days.get(day);
  if (changes === undefined) days.set(day, new Set([change]));
  else changes.add(change);
}
