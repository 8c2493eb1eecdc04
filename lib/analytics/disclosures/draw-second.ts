import { seededBelow } from "@/lib/stats/seeded-below";
import type { SampleItem } from "@/lib/domain/quality/review-sample";

/**
 * Draws a share of a sample's findings for a second review: of each rule, of what was given, what was not and what is
 * not evaluable apart, so that rare ones are among them. At least one of each is drawn where any share is asked for.
 * @param share 0 to 1
 * @param seed the sample's
 * @returns positions in the sample
 */
export function drawSecond(
  items: readonly Pick<SampleItem, "rule" | "status">[],
  share: number,
  seed: number,
): ReadonlySet<number> {
  const strata = new Map<string, number[]>();
  items.forEach(({ rule, status }, position) => {
    const found = status === "given" || status === "not_evaluable" ? status : "not_given";
    const name = `${found} ${rule}`;
    strata.set(name, [...(strata.get(name) ?? []), position]);
  });
  // Another sequence than that of the draw itself.
  const below = seededBelow(seed + 1);
  const drawn = new Set<number>();
  for (const [, positions] of [...strata].sort(([one], [other]) => (one < other ? -1 : 1))) {
    for (let left = Math.ceil(positions.length * share); left > 0; left -= 1) {
      const [position] = positions.splice(below(positions.length), 1);
      if (position !== undefined) drawn.add(position);
    }
  }
  return drawn;
}
