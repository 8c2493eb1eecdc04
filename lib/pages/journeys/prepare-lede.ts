import type { MoveRates } from "@/lib/analytics/journeys/move-rates";
import { newcombeDifference, type Proportion } from "@/lib/stats/proportions/newcombe-difference";
import { apartOn } from "@/lib/analytics/findings/rates-apart";
import { compareWithRest } from "@/lib/stats/compare-with-rest";
import { formatCount } from "@/lib/format/format";
import { sendEnds } from "@/lib/analytics/words/end-words";
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
  /** Null: the data can't say how cases end. */
  readonly changes: MoveRates | null;
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
  return {
    lead: `${rateWords(switched)}${switched.of < percentFrom ? "" : " of"} cases needed more than one channel${moved}.`,
    rest: worstWords(facts),
  };
}

/** The channel switch clearly resolved less often than all others. */
function worstWords({ changes }: LedeFacts): string {
  if (changes === null) return `These data can’t say how they ended. ${sendEnds}`;
  const { groups, all } = changes;
  const comparisons = compareWithRest(
    groups.map(({ sums }) => sums),
    all,
  );
  const below = apartOn("below", groups, (_, at) => comparisons[at]);
  const [worst] = below.groups.toSorted(
    (one, two) => one.sums.hits / one.sums.of - two.sums.hits / two.sums.of,
  );
  if (worst === undefined) return "No channel switch clearly ends worse than the others.";
  const { hits, of } = worst.sums;
  return `Cases that switched ${moveName(worst)} end worst: ${formatCount(hits)} of ${formatCount(of)} were resolved${below.doubt}.`;
}
