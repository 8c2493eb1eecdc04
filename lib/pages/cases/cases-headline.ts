import { isResolved, type Outcome } from "@/lib/domain/case/outcome";
import type { Proportion } from "@/lib/stats/proportions/newcombe-difference";
import { joinedByOr } from "@/lib/format/join-words";
import { formatCount, formatCounted } from "@/lib/format/format";
import { inSingular } from "@/lib/format/in-singular";
import { endsWords, sendEnds } from "@/lib/analytics/words/end-words";
import { outcomeSetOf } from "@/lib/analytics/filter/outcome-sets";
import { outcomesByUrgency, outcomeWords } from "@/lib/format/wording";
import {
  caseNoun,
  chosenTitle,
  countedTitle,
  fewShowEnds,
  judgedOfThem,
  judgedTitle,
  noneMatch,
  notJudged,
  resolvedTitle,
} from "./words/headline";

export type OutcomeCounts = Partial<Readonly<Record<Outcome, number>>>;

/** The finding and its details, as text. */
export type CasesHeadline = { readonly title: string; readonly detail: string };

/**
 * The headline: how many cases are listed, and how many of the mature ones went wrong and how; or, with other outcomes
 * filtered, how many have them.
 * @param counts cases by outcome under the page's other filters
 * @param isNarrowed true where there are other filters, so that the text does not claim all cases
 * @param chosen the filtered outcomes; none: all
 * @param counted what the figure that opened the list counts, "cases that nobody closed"; null: no figure
 */
export function casesHeadline(
  counts: OutcomeCounts,
  isNarrowed: boolean,
  chosen: readonly string[],
  counted: string | null = null,
): CasesHeadline {
  if (Object.keys(counts).length === 0) return { title: noneMatch, detail: "" };
  const noun = caseNoun(isNarrowed);
  if (chosen.length > 0 && outcomeSetOf(chosen) === null) {
    return chosenHeadline(counts, noun, chosen);
  }
  const judged = judgedHeadline(counts, noun, outcomeSetOf(chosen)?.isResolved === true);
  if (chosen.length > 0) return judged;
  const all = sumOf(counts, outcomesByUrgency);
  if (counted !== null) {
    return {
      title: formatCounted(all, inSingular(counted), counted),
      detail: `${judged.title}. ${judged.detail}`.trim(),
    };
  }
  const resolved = sumOf(counts, outcomesWhere(true));
  const failed = sumOf(counts, outcomesWhere(false));
  return resolved + failed === all
    ? judged
    : { ...judged, title: countedTitle(all, noun, judgedOfThem(resolved, failed)) };
}

/**
 * The headline where the data can't say how cases end, and missing evidence would read as failure.
 * @param known mature cases, and those of them that show how they ended
 * @param counted what a figure counts, in words; null: no figure's list
 */
export function unknownHeadline(
  counts: OutcomeCounts,
  known: Proportion,
  isNarrowed: boolean,
  counted: string | null = null,
): CasesHeadline {
  const noun = caseNoun(isNarrowed);
  const all = sumOf(counts, outcomesByUrgency);
  if (counted !== null) {
    const { title, detail } = unknownHeadline(counts, known, isNarrowed);
    const own = formatCounted(all, inSingular(counted), counted);
    return { title: own, detail: `${title}. ${detail}` };
  }
  const apart = partsOf(counts, outcomesWhere(null));
  const returned = partsOf(counts, ["reopened"]);
  const { hits, of } = known;
  return {
    title: all > of ? countedTitle(all, noun, fewShowEnds(hits, of)) : endsWords(known, noun),
    detail: [
      ...[returned, apart === "" ? "" : notJudged(apart)]
        .filter(Boolean)
        .map((words) => `${words}.`),
      sendEnds,
    ].join(" "),
  };
}

/** How many of the mature cases are, or are not, resolved; and by what. */
function judgedHeadline(
  counts: OutcomeCounts,
  noun: string,
  asksForResolved: boolean,
): CasesHeadline {
  const resolved = sumOf(counts, outcomesWhere(true));
  const failed = sumOf(counts, outcomesWhere(false));
  const own = partsOf(counts, outcomesWhere(asksForResolved));
  const apart = partsOf(counts, outcomesWhere(null));
  return {
    title: asksForResolved
      ? resolvedTitle(resolved, failed, noun)
      : judgedTitle(resolved, failed, noun),
    detail: [own === "" ? "" : `${own}.`, apart === "" ? "" : `${notJudged(apart)}.`]
      .filter(Boolean)
      .join(" "),
  };
}

function chosenHeadline(
  counts: OutcomeCounts,
  noun: string,
  chosen: readonly string[],
): CasesHeadline {
  const listed = outcomesByUrgency.filter((outcome) => chosen.includes(outcome));
  const found = sumOf(counts, listed);
  const all = sumOf(counts, outcomesByUrgency);
  const words = joinedByOr(listed.map((outcome) => clauseOf(outcome, found)));
  return {
    title: chosenTitle(found, all, noun, words),
    detail: listed.length < 2 ? "" : `${partsOf(counts, listed)}.`,
  };
}

function outcomesWhere(wanted: boolean | null): readonly Outcome[] {
  return outcomesByUrgency.filter((outcome) => isResolved(outcome) === wanted);
}

function sumOf(counts: OutcomeCounts, outcomes: readonly Outcome[]): number {
  return outcomes.reduce((sum, outcome) => sum + (counts[outcome] ?? 0), 0);
}

function partsOf(counts: OutcomeCounts, outcomes: readonly Outcome[]): string {
  return outcomes
    .filter((outcome) => (counts[outcome] ?? 0) > 0)
    .map((outcome) => {
      const count = counts[outcome] ?? 0;
      return `${formatCount(count)} ${clauseOf(outcome, count)}`;
    })
    .join(", ");
}

function clauseOf(outcome: Outcome, count: number): string {
  const { one, many } = outcomeWords[outcome].clause;
  return count === 1 ? one : many;
}
