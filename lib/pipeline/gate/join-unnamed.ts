import type { CohortItem } from "@/lib/domain/gate/cohort";
import { joinDescribed, type DescribedItem, type JoinedItem } from "@/lib/gate/join-described";

/**
 * Joins items that files describe and do not name to those of a cohort, whose situations are stored masked.
 * @param unnamed what each file says
 * @returns by the id that a file knows it by
 */
export function joinUnnamed(
  unnamed: readonly (readonly DescribedItem[])[],
  items: readonly CohortItem[],
  mask: (text: string) => string,
): ReadonlyMap<string, JoinedItem> {
  const all = new Map<string, JoinedItem>();
  for (const ofFile of unnamed) {
    const described = ofFile.map(({ situation, ...item }) => ({
      ...item,
      ...(situation !== undefined && { situation: mask(situation) }),
    }));
    for (const [id, joined] of joinDescribed(described, items)) {
      if (all.get(id)?.kind !== "none") all.set(id, joined);
    }
  }
  return all;
}
