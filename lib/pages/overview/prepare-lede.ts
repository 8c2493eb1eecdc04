import { notCertain } from "@/lib/analytics/findings/rates-apart";
import type { JudgedDifference } from "@/lib/stats/compare-with-rest";
import type { Proportion } from "@/lib/stats/proportions/newcombe-difference";
import { directionOf, percent, percentFrom, rateWords } from "@/lib/format/share-words";
import { endsWords } from "@/lib/analytics/words/end-words";
import type { Lede } from "@/lib/analytics/findings/finding-model";
import { ledeWords, lookedFineWords } from "./words";

type LedeFacts = {
  /** Mature cases and those of them resolved with evidence. */
  readonly now: Proportion;
  /** The same of the period before; null: no comparison period. */
  readonly before: Proportion | null;
  /** The difference; null: either is empty. */
  readonly moved: JudgedDifference | null;
  /** "the 90 days before". */
  readonly beforeWords: string;
  /** Mature cases likely resolved by the word of an evaluator, without evidence. */
  readonly likely: number;
  /** Cases that looked fine, by their last contact or rating, and were neither resolved nor likely to be. */
  readonly lookedFine: number;
};

/**
 * The lede: resolution rate and its change, and what the rate leaves out. The interval decides whether it changed;
 * the findings follow it.
 */
export function prepareLede(facts: LedeFacts): Lede {
  const { now, before, moved, beforeWords, lookedFine } = facts;
  if (now.of === 0) {
    return { lead: ledeWords.tooEarly, rest: "" };
  }
  const change =
    moved === null || before === null
      ? ""
      : `${ledeWords.change(ledeWords.moved[directionOf(moved)], beforeWords, rateWords(before))}${doubtOf(moved)}`;
  const rest = [likelyWords(facts), hiddenWords(lookedFine)].filter(Boolean).join(" ");
  return { lead: ledeWords.resolved(shareOfCases(now), change), rest };
}

function doubtOf(moved: JudgedDifference): string {
  return moved.isCertain || directionOf(moved) === "none" ? "" : notCertain;
}

function shareOfCases({ hits, of }: Proportion): string {
  return of >= percentFrom ? ledeWords.share(percent(hits / of, of)) : ledeWords.count(hits, of);
}

/** Mentions evidence where more cases look resolved than are proven. */
function likelyWords({ now, likely }: LedeFacts): string {
  if (likely <= now.hits) return "";
  const share = now.of >= percentFrom ? percent(likely / now.of, now.of) : "";
  return ledeWords.likely(likely, share);
}

function hiddenWords(count: number): string {
  return count === 0 ? "" : `${lookedFineWords.finding(count)}.`;
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
    clause(facts.returned, ledeWords.returned),
    clause(facts.askedAgain, ledeWords.askedAgain),
    clause(facts.uncontained, ledeWords.uncontained),
  ].filter((words) => words !== null);
  return {
    lead: ledeWords.endsUnknown(endsWords(facts.known)),
    rest: said.length === 0 ? "" : ledeWords.customers(said),
  };
}

function clause(rate: Proportion, words: (rate: string) => string): string | null {
  return rate.of < percentFrom ? null : words(rateWords(rate));
}
