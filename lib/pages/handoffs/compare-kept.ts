import { apartOn } from "@/lib/analytics/findings/rates-apart";
import type { HandoffGroup } from "@/lib/analytics/handoffs/tally-handoffs";
import { comparedMin, compareWithRest } from "@/lib/stats/compare-with-rest";
import { ledeWords } from "./words";

/** Whether there are enough handoffs and relevant facts for a rate. */
export function isRated({ handoffs, kept }: HandoffGroup): boolean {
  return handoffs >= comparedMin && kept.of >= comparedMin;
}

/** A group that keeps less than all others. */
export type Least<Group> = {
  readonly group: Group;
  /** "clearly less", or "less" where it is not certain yet. */
  readonly words: string;
  /** What to say after its sentence. */
  readonly doubt: string;
};

/** The rated group that keeps least, among those below all others. */
export function keepsLeast<Group extends HandoffGroup>(
  groups: readonly Group[],
  all: HandoffGroup,
): Least<Group> | null {
  const rated = groups.filter((group) => isRated(group));
  const comparisons = compareWithRest(
    rated.map(({ kept }) => kept),
    all.kept,
  );
  const { groups: below, doubt } = apartOn("below", rated, (_, at) => comparisons[at]);
  const [least] = below.toSorted(
    (one, two) => one.kept.hits / one.kept.of - two.kept.hits / two.kept.of,
  );
  if (least === undefined) return null;
  return { group: least, words: doubt === "" ? ledeWords.clearlyLess : ledeWords.less, doubt };
}
