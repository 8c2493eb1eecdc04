import { MISSING } from "../facets/case-facets";
import type { GroupRates } from "../ask/group-rates";
import {
  compareWithRest,
  notApart,
  type Comparison,
  type Deviation,
} from "@/lib/stats/compare-with-rest";
import { facetValueWords } from "../words/facet-words";
import { joinedByAnd } from "@/lib/format/join-words";
import { formatCount } from "@/lib/format/format";

/** More groups are counted, not named. */
const namedMax = 3;

/** After what differs among the groups of its breakdown, but not at the level of everything compared. */
export const notCertain = ", not certain yet";

/** How each group's share differs from all others', by value; used by every page. */
export function ratesApart({ groups, all }: GroupRates): ReadonlyMap<string, Comparison> {
  const comparisons = compareWithRest(
    groups.map(({ sums }) => sums),
    all,
  );
  return new Map(groups.map(({ value }, at) => [value, comparisons[at] ?? notApart]));
}

/** Groups on one side of all others. */
export type Apart<Group> = {
  readonly groups: readonly Group[];
  /** What to say after their sentence: nothing where they are certain. */
  readonly doubt: string;
};

/** The groups on a side of all others: those that are certain, else those that are not certain yet. */
export function apartOn<Group>(
  side: Deviation,
  groups: readonly Group[],
  comparisonOf: (group: Group, at: number) => Comparison | undefined,
): Apart<Group> {
  const apart = groups.flatMap((group, at) => {
    const comparison = comparisonOf(group, at);
    return comparison?.side === side ? [{ group, isCertain: comparison.isCertain }] : [];
  });
  const isAnyCertain = apart.some(({ isCertain }) => isCertain);
  const named = apart.filter(({ isCertain }) => isCertain === isAnyCertain);
  const doubt = isAnyCertain || apart.length === 0 ? "" : notCertain;
  return { groups: named.map(({ group }) => group), doubt };
}

type Named = {
  /** "channel path". */
  readonly noun: string;
  /** A group as the sentence names it: "that start in chat". */
  readonly nameOf: (value: string) => string;
};

/**
 * The finding of a breakdown of resolution, in the same words on every page: the groups resolved less often than the
 * others, else those resolved more often, the largest first.
 */
export function resolutionFinding(rates: GroupRates, { noun, nameOf }: Named): string {
  const present = rates.groups.filter(({ sums }) => sums.of > 0);
  if (present.length === 0) return "No case is old enough to judge";
  if (present.length === 1) return `All cases old enough to judge have the same ${noun}`;
  const comparisons = ratesApart(rates);
  const largest = present.toSorted((one, other) => other.sums.of - one.sums.of);
  for (const [side, words] of [["below", "less"] as const, ["above", "more"] as const]) {
    const { groups, doubt } = apartOn(side, largest, ({ value }) => comparisons.get(value));
    if (groups.length === 0) continue;
    const names = namesOf(groups.map(({ value }) => nameOf(value)));
    return `Cases ${names} are resolved ${words} often than the others${doubt}`;
  }
  return `No clear difference between ${noun}s`;
}

/** The same of channel paths, for Overview and Journeys. */
export function pathFinding(rates: GroupRates): string {
  return resolutionFinding(rates, { noun: "channel path", nameOf: pathInSentence });
}

/** "that go in-app → voice", "that go over voice alone". */
export function pathInSentence(value: string): string {
  if (value === MISSING) return "without a contact";
  const words = facetValueWords("path", value);
  const name = words.startsWith("SMS")
    ? words
    : `${words.charAt(0).toLowerCase()}${words.slice(1)}`;
  return value.includes(">") ? `that go ${name}` : `that stay on ${name}`;
}

function namesOf(names: readonly string[]): string {
  const rest = names.length - namedMax;
  const shown = names.slice(0, namedMax);
  return joinedByAnd(rest > 0 ? [...shown, `${formatCount(rest)} more`] : shown);
}
