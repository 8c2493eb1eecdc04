import type { DisclosureRule } from "@/lib/domain/disclosures/rule";

const dayUs = 86_400_000_000;

/**
 * The end of a deadline that begins at an event, in µs: the end of its last day, UTC. Business days are Monday to
 * Friday; public holidays are not known, so that a deadline with one between is longer in fact.
 * @returns null without a deadline
 */
export function dueAfter(deadline: DisclosureRule["deadline"], fromUs: number): number | null {
  if (deadline === null) return null;
  let day = Math.floor(fromUs / dayUs) + (deadline.days ?? 0);
  for (let left = deadline.businessDays ?? 0; left > 0;) {
    day += 1;
    if (isBusinessDay(day)) left -= 1;
  }
  return (day + 1) * dayUs - 1;
}

/** @param day since 1970-01-01, a Thursday */
function isBusinessDay(day: number): boolean {
  const weekday = (day + 4) % 7;
  return weekday !== 0 && weekday !== 6;
}
