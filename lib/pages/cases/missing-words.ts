import type { CasesQuery } from "@/lib/analytics/filter/cases-query";
import type { WordPlace } from "@/lib/analytics/search/find-hits";

/** A word of a search that no case has, with words near to it. */
export type MissingWord = {
  /** As typed. */
  readonly word: string;
  readonly near: readonly NearWord[];
};

/** A word that is said, and the list of the cases that it leads to. */
export type NearWord = {
  readonly word: string;
  readonly cases: number;
  readonly query: CasesQuery;
};

/**
 * The search with another word in the place of a missing one, and without the other missing ones.
 * @param missing all of them, in order
 */
export function replaceMissing(
  text: string,
  missing: readonly WordPlace[],
  replaced: WordPlace,
  word: string,
): string {
  return missing
    .toReversed()
    .reduce((rest, place) => {
      const instead = place.start === replaced.start ? word : "";
      return `${rest.slice(0, place.start)}${instead}${rest.slice(place.end)}`;
    }, text)
    .replace(/\s+/gu, " ")
    .trim();
}
