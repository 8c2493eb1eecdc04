import type { HandoffTally } from "@/lib/analytics/handoffs/tally-handoffs";
import { formatCount } from "@/lib/format/format";
import type { Lede } from "@/lib/analytics/findings/finding-model";
import { clusteredRange, rateWords } from "@/lib/format/share-words";
import { clearlyLeast } from "./kept-words";
import { pairWords } from "./pair-words";

type LedeFacts = Pick<HandoffTally, "all" | "pairs">;

/** The lede: share of context kept, and the worst group if clearly below. */
export function prepareHandoffsLede({ all, pairs }: LedeFacts): Lede {
  const { kept, handoffs } = all;
  if (handoffs === 0) return { lead: "No case of this period has a handoff.", rest: "" };
  if (kept.of === 0) {
    return { lead: "After no handoff did anything matter that was known before.", rest: "" };
  }
  const lead = `${rateWords(kept)} of what was known and mattered got across (${clusteredRange(kept)}).`;
  const worst = clearlyLeast(pairs, all);
  if (worst === null)
    return { lead, rest: "No frequent pair of channels loses clearly more than the others." };
  const { hits, of } = worst.kept;
  return {
    lead,
    rest: `${pairWords(worst)} keeps clearly less than the others: ${formatCount(hits)} of ${formatCount(of)} facts.`,
  };
}
