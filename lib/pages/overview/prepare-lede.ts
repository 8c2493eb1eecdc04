import type { Difference, Proportion } from "@/lib/stats/proportions/newcombe-difference";
import { formatCount, formatCounted } from "@/lib/format/format";
import { joinedByAnd } from "@/lib/format/join-words";
import { directionOf, percent, percentFrom, rateWords } from "@/lib/format/share-words";
import { endsWords } from "@/lib/analytics/words/end-words";
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
  /** Cases that looked fine, by their last contact or rating, and were neither resolved nor likely to be. */
  readonly lookedFine: number;
};

const movedWords = { up: "better than", down: "worse than", none: "no clear change from" } as const;

/**
 * The lede: resolution rate and its change, and what the rate leaves out. The interval decides whether it changed;
 * the findings follow it.
 */
export function prepareLede(facts: LedeFacts): Lede {
  const { now, before, moved, beforeWords, lookedFine } = facts;
  if (now.of === 0) {
    return { lead: "No case of this period is old enough to judge yet.", rest: "" };
  }
  const change =
    moved === null || before === null
      ? ""
      : `, ${movedWords[directionOf(moved)]} ${beforeWords} (${rateWords(before)})`;
  const rest = [likelyWords(facts), lookedFineWords(lookedFine)].filter(Boolean).join(" ");
  return { lead: `${shareOfCases(now)} resolved with evidence${change}.`, rest };
}

function shareOfCases({ hits, of }: Proportion): string {
  if (of >= percentFrom) return `${percent(hits / of, of)} of cases were`;
  return `${formatCount(hits)} of ${formatCounted(of, "case")} ${hits === 1 ? "was" : "were"}`;
}

/** Mentions evidence where more cases look resolved than are proven. */
function likelyWords({ now, likely }: LedeFacts): string {
  if (likely <= now.hits) return "";
  const share = now.of >= percentFrom ? ` (${percent(likely / now.of, now.of)})` : "";
  return `${formatCount(likely)} more${share} ${likely === 1 ? "looks" : "look"} resolved by ${likely === 1 ? "its" : "their"} last contact alone, without evidence.`;
}

function lookedFineWords(count: number): string {
  if (count === 0) return "";
  return `${formatCounted(count, "case")} looked fine but ${count === 1 ? "was" : "were"} not resolved.`;
}

/** What can be said where hardly any case shows how it ended; an empty proportion is left out. */
type UnknownFacts = {
  /** Mature cases, and those of them that show how they ended. */
  readonly known: Proportion;
  /** Cases after which the customer came back about the same issue. */
  readonly returned: Proportion;
  /** Cases that went on, and those of them in which the customer was asked again. */
  readonly askedAgain: Proportion;
  /** Contacts that AI alone served, and those of them after which the customer was back. */
  readonly uncontained: Proportion;
};

/** The lede where the data can't say how cases end: that first, then what they do say. */
export function prepareUnknownLede(facts: UnknownFacts): Lede {
  const said = [
    clause(facts.returned, (rate) => `came back about the same issue after ${rate} of cases`),
    clause(facts.askedAgain, (rate) => `were asked again in ${rate} of the cases that went on`),
    clause(
      facts.uncontained,
      (rate) => `were back within 72 hours after ${rate} of the contacts that AI handled alone`,
    ),
  ].filter((words) => words !== null);
  return {
    lead: `${endsWords(facts.known)}, so these data can’t say how many were resolved.`,
    rest: said.length === 0 ? "" : `They do show that customers ${joinedByAnd(said)}.`,
  };
}

function clause(rate: Proportion, words: (rate: string) => string): string | null {
  return rate.of < percentFrom ? null : words(rateWords(rate));
}
