import type { MoveRates } from "@/lib/analytics/journeys/move-rates";
import { newcombeDifference, type Proportion } from "@/lib/stats/proportions/newcombe-difference";
import { compareWithRest } from "@/lib/stats/compare-with-rest";
import { formatCount } from "@/lib/format/format";
import type { Lede } from "@/lib/analytics/findings/finding-model";
import { directionOf, percentFrom, rateWords } from "@/lib/format/share-words";
import { moveName } from "./prepare-matrix";

type LedeFacts = {
  /** Cases with a contact, and those of them on more than one channel. */
  readonly switched: Proportion;
  /** The same of the period before; null: no comparison period. */
  readonly before: Proportion | null;
  /** "the 90 days before". */
  readonly beforeWords: string;
  readonly changes: MoveRates;
};

const movedWords = { up: "more than", down: "fewer than", none: "no clear change from" } as const;

/** The lede: share of cases that switch channel, and the switch with the lowest resolution. */
export function prepareJourneysLede(facts: LedeFacts): Lede {
  const { switched, before, beforeWords } = facts;
  if (switched.of === 0) return { lead: "No case of this period has a contact.", rest: "" };
  const difference = before === null ? null : newcombeDifference(switched, before);
  const moved =
    difference === null || before === null
      ? ""
      : `, ${movedWords[directionOf(difference)]} ${beforeWords} (${rateWords(before)})`;
  const isOne = switched.of < percentFrom && switched.hits === 1;
  return {
    lead: `${rateWords(switched)}${switched.of < percentFrom ? "" : " of"} cases ${isOne ? "needs" : "need"} more than one channel${moved}.`,
    rest: worstWords(facts),
  };
}

/** The channel switch clearly resolved less often than all others. */
function worstWords({ changes: { groups, all } }: LedeFacts): string {
  const sides = compareWithRest(
    groups.map(({ sums }) => sums),
    all,
  );
  const [worst] = groups
    .filter((_, at) => sides[at] === "below")
    .toSorted((one, two) => one.sums.hits / one.sums.of - two.sums.hits / two.sums.of);
  if (worst === undefined) return "No change of channel stands out as ending worse than the rest.";
  const { hits, of } = worst.sums;
  return `Cases that at some point went ${moveName(worst)} end worst: ${formatCount(hits)} of ${formatCount(of)} resolved.`;
}
