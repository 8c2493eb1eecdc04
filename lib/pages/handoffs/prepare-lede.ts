import type { HandoffTally } from "@/lib/analytics/handoffs/tally-handoffs";
import type { Lede } from "@/lib/analytics/findings/finding-model";
import { clusteredRange, percentFrom, rateWords } from "@/lib/format/share-words";
import { keepsLeast } from "./compare-kept";
import { ledeWords, pairWords } from "./words";

type LedeFacts = Pick<HandoffTally, "all" | "pairs">;

/**
 * The lede: share of context kept, the worst group if clearly below, and what was promised and is late.
 * @param overdue promises
 */
export function prepareHandoffsLede({ all, pairs }: LedeFacts, overdue: number): Lede {
  const { lead, rest } = keptLede({ all, pairs });
  const late = overdue === 0 ? "" : ledeWords.overdue(overdue);
  return { lead, rest: [rest, late].filter(Boolean).join(" ") };
}

/** The same of the context alone. */
export function keptLede({ all, pairs }: LedeFacts): Lede {
  const { kept, handoffs } = all;
  if (handoffs === 0) return { lead: ledeWords.none, rest: "" };
  if (kept.of === 0) {
    return { lead: ledeWords.noneNeeded, rest: "" };
  }
  const lead = ledeWords.reached(rateWords(kept), kept.of < percentFrom, clusteredRange(kept));
  const worst = keepsLeast(pairs, all);
  if (worst === null) return { lead, rest: ledeWords.noneApart };
  const { hits, of } = worst.group.kept;
  return {
    lead,
    rest: ledeWords.keepsLess(pairWords(worst.group), worst.words, hits, of, worst.doubt),
  };
}
