import type { ContactDimensions } from "./contact-table";
import type { DisclosureDimensions } from "./disclosure-table";
import type { HandoffDimensions } from "./handoff-table";
import type { PiiDimensions } from "./pii-table";
import type { PromiseDimensions } from "./promise-table";
import type { CaseDimensions } from "../facets/case-dimensions";

/** Cases are aggregated by the day of their opening, in UTC: whole days since 1970. */
export const openedDayUs = 86_400_000_000;

/** The day of an instant. @param openedUs microseconds since 1970; NaN, unknown, is a day of its own */
export function openedDay(openedUs: number): number {
  return Math.floor(openedUs / openedDayUs);
}

/**
 * The dimension group in which the day's cases or their children changed; "rows" where cases were added, removed or
 * rewritten, "rates" where prices changed.
 */
export type DayChange =
  | keyof (CaseDimensions &
      ContactDimensions &
      HandoffDimensions &
      PromiseDimensions &
      DisclosureDimensions &
      PiiDimensions)
  | "rows"
  | "rates";

/** What changed in the cases opened on each day since it was last read. */
export type ChangedDays = Map<number, Set<DayChange>>;

export function noteChange(days: ChangedDays, openedUs: number, change: DayChange): void {
  const day = openedDay(openedUs);
  const changes = days.get(day);
  if (changes === undefined) days.set(day, new Set([change]));
  else changes.add(change);
}
