import type { HandoffTally } from "@/lib/analytics/handoffs/tally-handoffs";
import { formatCount, formatCounted } from "@/lib/format/format";
import type { Lede } from "@/lib/analytics/findings/finding-model";
import { clusteredRange, percentFrom, rateWords } from "@/lib/format/share-words";
import { keepsLeast } from "./kept-words";
import { pairWords } from "./pair-words";

type LedeFacts = Pick<HandoffTally, "all" | "pairs">;

/**
 * The lede: share of context kept, the worst group if clearly below, and what was promised and is late.
 * @param overdue promises
 */
export function prepareHandoffsLede({ all, pairs }: LedeFacts, overdue: number): Lede {
  const { lead, rest } = keptLede({ all, pairs });
  const late =
    overdue === 0
      ? ""
      : `${formatCounted(overdue, "promise")} ${overdue === 1 ? "is" : "are"} overdue.`;
  return { lead, rest: [rest, late].filter(Boolean).join(" ") };
}

/** The same of the context alone. */
export function keptLede({ all, pairs }: LedeFacts): Lede {
  const { kept, handoffs } = all;
  if (handoffs === 0) return { lead: "No case of this period has a handoff.", rest: "" };
  if (kept.of === 0) {
    return { lead: "No next agent needed anything that was known before.", rest: "" };
  }
  const lead = `${rateWords(kept)}${kept.of < percentFrom ? "" : " of"} needed facts reached the next agent (${clusteredRange(kept)}).`;
  const worst = keepsLeast(pairs, all);
  if (worst === null)
    return { lead, rest: "No common channel pair loses clearly more than the others." };
  const { hits, of } = worst.group.kept;
  return {
    lead,
    rest: `${pairWords(worst.group)} keeps ${worst.words} than the others: ${formatCount(hits)} of ${formatCount(of)} facts${worst.doubt}.`,
  };
}
