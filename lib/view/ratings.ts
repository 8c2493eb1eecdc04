import type { DerivedCase } from "@/lib/domain/case";

/**
 * The customer's ratings by the contact they were given in or after; of several the last.
 * @returns 1 to 5 by the contact's place in the case
 */
export function ratingsByContact({
  interactions,
  caseEvents,
}: Pick<DerivedCase, "interactions" | "caseEvents">): ReadonlyMap<number, number> {
  const ratings = new Map<number, number>();
  for (const { csat, atUs } of caseEvents) {
    const rated = interactions.findLast(({ startUs }) => startUs <= atUs) ?? interactions[0];
    if (csat !== undefined && rated !== undefined) ratings.set(rated.ordinal, csat);
  }
  return ratings;
}
