import type { CohortItem } from "@/lib/domain/gate/cohort";
import type { DuplicateItems } from "@/lib/domain/gate/cohort-health";
import { groupBy } from "@/lib/format/group-by";

/** Openings of fewer characters, such as "Hello", are the same in different cases. */
const openingMin = 40;

/** Items that are one case: of one id, made of one production case, or with the same opening, word by word. */
export function findDuplicates(items: readonly CohortItem[]): readonly DuplicateItems[] {
  return [
    ...groupsBy(items, ({ id }) => id, "same id"),
    ...groupsBy(
      items,
      ({ source }) => (source === undefined || source === "import" ? null : source),
      "same source",
    ),
    ...groupsBy(items, openingKey, "same opening"),
  ];
}

function groupsBy(
  items: readonly CohortItem[],
  keyOf: (item: CohortItem) => string | null,
  because: DuplicateItems["because"],
): readonly DuplicateItems[] {
  return [...groupBy(items, keyOf)]
    .filter(([key, group]) => key !== null && group.length > 1)
    .map(([, group]) => ({ ids: group.map(({ id }) => id).sort(), because }))
    .sort((a, b) => ((a.ids[0] ?? "") < (b.ids[0] ?? "") ? -1 : 1));
}

function openingKey({ opening = [] }: CohortItem): string | null {
  const words = opening.map(({ text }) => text.toLowerCase().replaceAll(/\s+/gu, " ").trim());
  return words.join(" ").length < openingMin ? null : JSON.stringify(words);
}
