import type { GroupRate } from "@/lib/analytics/ask/group-rates";
import type { Leak } from "./find-leak";
import type { Difference, Proportion } from "@/lib/stats/proportions/newcombe-difference";
import { formatCount } from "@/lib/format/format";
import { directionOf, percent, percentFrom, rateWords } from "@/lib/format/share-words";
import type { Lede } from "@/lib/analytics/findings/finding-model";
import { joinedByAnd } from "@/lib/format/join-words";
import { kindWords } from "@/lib/analytics/words/kind-words";

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
  readonly leak: Leak | null;
  /** Releases clearly resolved less often than the others. */
  readonly lesser: readonly GroupRate[];
};

const movedWords = { up: "better than", down: "worse than", none: "no clear change from" } as const;

/**
 * The lede: resolution rate and its change, then the largest leak and the worst release. The interval
 * decides whether it changed.
 */
export function prepareLede(facts: LedeFacts): Lede {
  const { now, before, moved, beforeWords, seemingly, leak, lesser } = facts;
  if (now.of === 0) {
    return { lead: "No case of this period is old enough to judge yet.", rest: "" };
  }
  const change =
    moved === null || before === null
      ? ""
      : `, ${movedWords[directionOf(moved)]} ${beforeWords} (${rateWords(before)})`;
  const leaks = isHardlyProven(facts) ? hardlyProvenWords : leakWords(leak);
  const rest = [likelyWords(facts), seeminglyWords(seemingly), leaks, lesserWords(lesser)]
    .filter(Boolean)
    .join(" ");
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

function isHardlyProven({ now, likely, leak }: LedeFacts): boolean {
  return likely > now.hits && now.hits < provenMin * now.of && leak?.isCertain !== true;
}

const hardlyProvenWords =
  "Too few show how they ended to tell where cases are lost: closing events, closure codes or ratings in the traces would.";

function leakWords(leak: Leak | null): string {
  if (leak === null) return "No kind of case stands out as a leak.";
  const { cell, isCertain } = leak;
  const what = kindWords(cell);
  const { hits, of } = cell.rate;
  const resolved = `${formatCount(hits)} of ${formatCount(of)} resolved`;
  return isCertain
    ? `The largest leak is ${what}: ${resolved}.`
    : `The largest leak looks like ${what}: ${resolved}, which may be chance.`;
}

/** Maximum number of named releases; the others are counted. */
const namedMax = 3;

function lesserWords(lesser: LedeFacts["lesser"]): string {
  const [only, ...others] = lesser;
  if (only === undefined) return "";
  if (others.length > 0) {
    const names = lesser.map(({ value }) => value);
    const isFew = names.length <= namedMax;
    const lead = isFew ? `Releases ${joinedByAnd(names)}` : `${formatCount(names.length)} releases`;
    return `${lead} stand clearly below the others.`;
  }
  const { hits, of } = only.sums;
  return `Release ${only.value} stands clearly below the others: ${formatCount(hits)} of ${formatCount(of)}.`;
}
