import type { DerivedCase } from "@/lib/domain/case/case";

/** The customer's ratings by contact; the last of several. @returns 1 to 5 by contact ordinal */
export function ratingsByContact({
  interactions,
  caseEvents,
}: Pick<DerivedCase, "interactions" | "caseEvents">): ReadonlyMap<number, number> {
  const ratings = new Map<number, number>();
  const byStart = interactions.toSorted((a, b) => a.startUs - b.startUs);
  let begun = 0;
  let latest = 0;
  for (const { csat, atUs } of caseEvents) {
    for (; (byStart[begun]?.startUs ?? Infinity) <= atUs; begun += 1) {
      latest = Math.max(latest, byStart[begun]?.ordinal ?? 0);
    }
    const rated = interactions[latest];
    if (csat !== undefined && rated !== undefined) ratings.set(rated.ordinal, csat);
  }
  return ratings;
}
