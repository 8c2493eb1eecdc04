import type { MoveRates } from "@/lib/analytics/journeys/move-rates";
import { newcombeDifference, type Proportion } from "@/lib/stats/proportions/newcombe-difference";
import { apartOn } from "@/lib/analytics/findings/rates-apart";
import { compareWithRest } from "@/lib/stats/compare-with-rest";
import { sendEnds } from "@/lib/analytics/words/end-words";
import type { Lede } from "@/lib/analytics/findings/finding-model";
import { directionOf, percentFrom, rateWords } from "@/lib/format/share-words";
import { moveName } from "./prepare-matrix";
import { ledeWords } from "./words";

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

/** The lede: share of cases that switch channel, and the switch with the lowest resolution. */
export function prepareJourneysLede(facts: LedeFacts): Lede {
  const { switched, before, beforeWords } = facts;
  if (switched.of === 0) return { lead: ledeWords.none, rest: "" };
  const difference = before === null ? null : newcombeDifference(switched, before);
  const moved =
    difference === null || before === null
      ? ""
      : ledeWords.change(ledeWords.moved[directionOf(difference)], beforeWords, rateWords(before));
  return {
    lead: ledeWords.switched(rateWords(switched), switched.of < percentFrom, moved),
    rest: worstWords(facts),
  };
}

/** The channel switch clearly resolved less often than all others. */
function worstWords({ changes }: LedeFacts): string {
  if (changes === null) return ledeWords.endsUnknown(sendEnds);
  const { groups, all } = changes;
  const comparisons = compareWithRest(
    groups.map(({ sums }) => sums),
    all,
  );
  const below = apartOn("below", groups, (_, at) => comparisons[at]);
  const [worst] = below.groups.toSorted(
    (one, two) => one.sums.hits / one.sums.of - two.sums.hits / two.sums.of,
  );
  if (worst === undefined) return ledeWords.noneWorst;
  const { hits, of } = worst.sums;
  return ledeWords.worst(moveName(worst), hits, of, below.doubt);
}
