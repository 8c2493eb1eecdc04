import { MISSING } from "../facets/case-facets";
import type { GroupRates } from "../ask/group-rates";
import { compareWithRest, type Deviation } from "@/lib/stats/compare-with-rest";
import { facetValueWords } from "../words/facet-words";
import { joinedByAnd } from "@/lib/format/join-words";
import { formatCount } from "@/lib/format/format";

/** More groups are counted, not named. */
const namedMax = 3;

/** Whether each group's share is above, below or not different from all others', by value; used by every page. */
export function ratesApart({ groups, all }: GroupRates): ReadonlyMap<string, Deviation> {
  const sides = compareWithRest(
    groups.map(({ sums }) => sums),
    all,
  );
  return new Map(groups.map(({ value }, at) => [value, sides[at] ?? "none"]));
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
  if (present.length === 1) return `All cases old enough to judge are of one ${noun}`;
  const sides = ratesApart(rates);
  const on = (side: Deviation) =>
    present
      .filter(({ value }) => sides.get(value) === side)
      .toSorted((one, other) => other.sums.of - one.sums.of)
      .map(({ value }) => nameOf(value));
  const [less, more] = [on("below"), on("above")];
  if (less.length > 0) return `Cases ${namesOf(less)} are resolved less often than the others`;
  if (more.length > 0) return `Cases ${namesOf(more)} are resolved more often than the others`;
  return `No ${noun} can be told apart from the others`;
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
  return value.includes(">") ? `that go ${name}` : `that go over ${name} alone`;
}

function namesOf(names: readonly string[]): string {
  const rest = names.length - namedMax;
  const shown = names.slice(0, namedMax);
  return joinedByAnd(rest > 0 ? [...shown, `${formatCount(rest)} more`] : shown);
}
