import type { Difference, Proportion } from "@/lib/stats/proportions/newcombe-difference";
import { formatCount } from "@/lib/format/format";
import { directionOf, percent, percentFrom, rateWords } from "@/lib/format/share-words";
import type { Lede } from "@/lib/analytics/findings/finding-model";

type LedeFacts = {
  /** Mature cases and those of them resolved with evidence. */
  readonly now: Proportion;
  /** The same of the period before; null: no comparison period. */
  readonly before: Proportion | null;
  /** The difference; null: either is empty. */
  readonly moved: Difference | null;
  /** "the 90 days before". */
  readonly beforeWords: string;
  /** Mature cases likely resolved by the word of an evaluator, without evidence. */
  readonly likely: number;
  /** Their share corrected for the evaluator's errors; null: unknown. */
  readonly likelyRange: string | null;
  /** Cases whose last contact looks resolved and that are not. */
  readonly seemingly: number;
  /** Whether a finding shows for certain where resolutions are lost. */
  readonly isLossKnown: boolean;
};

const movedWords = { up: "better than", down: "worse than", none: "no clear change from" } as const;

/**
 * The lede: resolution rate and its change, and what the rate leaves out. The interval decides whether it changed;
 * the findings follow it.
 */
export function prepareLede(facts: LedeFacts): Lede {
  const { now, before, moved, beforeWords, seemingly } = facts;
  if (now.of === 0) {
    return { lead: "No case of this period is old enough to judge yet.", rest: "" };
  }
  const change =
    moved === null || before === null
      ? ""
      : `, ${movedWords[directionOf(moved)]} ${beforeWords} (${rateWords(before)})`;
  const unknown = isHardlyProven(facts) ? hardlyProvenWords : "";
  const rest = [likelyWords(facts), seeminglyWords(seemingly), unknown].filter(Boolean).join(" ");
  return { lead: `${shareOfCases(now)} resolved with evidence${change}.`, rest };
}

function shareOfCases({ hits, of }: Proportion): string {
  if (of >= percentFrom) return `${percent(hits / of, of)} of cases were`;
  const noun = of === 1 ? "case" : "cases";
  return `${formatCount(hits)} of ${formatCount(of)} ${noun} ${hits === 1 ? "was" : "were"}`;
}

/** Mentions evidence where more cases look closed than are proven. */
function likelyWords({ now, likely, likelyRange }: LedeFacts): string {
  if (likely <= now.hits) return "";
  const share = now.of >= percentFrom ? ` (${percent(likely / now.of, now.of)})` : "";
  const trust =
    likelyRange === null ? ", not calibrated here" : `; ${likelyRange} without its errors`;
  return `${formatCount(likely)} more${share} ${likely === 1 ? "is" : "are"} likely resolved, without evidence of it: as an evaluator sees it${trust}.`;
}

function seeminglyWords(count: number): string {
  if (count === 0) return "";
  return `${formatCount(count)} more looked fine in ${count === 1 ? "its" : "their"} last contact and ${count === 1 ? "was" : "were"} neither resolved nor likely to be.`;
}

/**
 * Minimum share of cases with evidence: below it, missing evidence says more about traces than about cases.
 */
const provenMin = 0.05;

function isHardlyProven({ now, likely, isLossKnown }: LedeFacts): boolean {
  return likely > now.hits && now.hits < provenMin * now.of && !isLossKnown;
}

const hardlyProvenWords =
  "Too few show how they ended to tell where cases are lost: closing events, closure codes or ratings in the traces would.";
