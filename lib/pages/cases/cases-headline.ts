import { isResolved, type Outcome } from "@/lib/domain/case/outcome";
import { joinedByOr } from "@/lib/format/join-words";
import { formatCount, formatCounted } from "@/lib/format/format";
import { inSingular } from "@/lib/format/in-singular";
import { outcomeSetOf } from "@/lib/analytics/filter/outcome-sets";
import { outcomesByUrgency, outcomeWords } from "@/lib/format/wording";

export type OutcomeCounts = Partial<Readonly<Record<Outcome, number>>>;

/** The finding and its details, as text. */
export type CasesHeadline = { readonly title: string; readonly detail: string };

/**
 * The headline: how many mature cases went wrong and how; or, with other outcomes filtered, how many have
 * them.
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
  if (counted !== null && chosen.length === 0 && Object.keys(counts).length > 0) {
    const { title, detail } = casesHeadline(counts, isNarrowed, chosen);
    return {
      title: formatCounted(sumOf(counts, outcomesByUrgency), inSingular(counted), counted),
      detail: `${title}. ${detail}`.trim(),
    };
  }
  if (Object.keys(counts).length === 0) return { title: "No cases match", detail: "" };
  if (chosen.length > 0 && outcomeSetOf(chosen) === null) {
    return chosenHeadline(counts, isNarrowed, chosen);
  }
  const asksForResolved = outcomeSetOf(chosen)?.isResolved === true;
  const clauses = [
    partsOf(counts, outcomesWhere(asksForResolved)),
    partsOf(counts, outcomesWhere(null)),
  ];
  const detail = [
    clauses[0] === "" ? "" : `${clauses[0]}.`,
    clauses[1] === "" ? "" : `Counted apart: ${clauses[1]}.`,
  ];
  const noun = isNarrowed ? "matching case" : "case";
  const resolved = sumOf(counts, outcomesWhere(true));
  const failed = sumOf(counts, outcomesWhere(false));
  return {
    title: asksForResolved
      ? resolvedTitle(resolved, failed, noun)
      : titleOf(resolved, failed, noun),
    detail: detail.filter(Boolean).join(" "),
  };
}

function chosenHeadline(
  counts: OutcomeCounts,
  isNarrowed: boolean,
  chosen: readonly string[],
): CasesHeadline {
  const listed = outcomesByUrgency.filter((outcome) => chosen.includes(outcome));
  const found = sumOf(counts, listed);
  const all = formatCounted(
    sumOf(counts, outcomesByUrgency),
    isNarrowed ? "matching case" : "case",
  );
  const words = joinedByOr(listed.map((outcome) => clauseOf(outcome, found)));
  return {
    title: `${formatCount(found)} of ${all} ${words}`,
    detail: listed.length < 2 ? "" : `${partsOf(counts, listed)}.`,
  };
}

function resolvedTitle(resolved: number, failed: number, noun: string): string {
  if (failed === 0) return titleOf(resolved, failed, noun);
  const mature = matureWords(resolved + failed, noun);
  return `${formatCount(resolved)} of ${mature} ${resolved === 1 ? "was" : "were"} resolved with evidence`;
}

function titleOf(resolved: number, failed: number, noun: string): string {
  const mature = matureWords(resolved + failed, noun);
  if (resolved + failed === 0) return `No ${noun} is old enough to judge yet`;
  if (failed === 0) return `All ${mature} were resolved with evidence`;
  return `${formatCount(failed)} of ${mature} ${failed === 1 ? "was" : "were"} not resolved with evidence`;
}

/** Mature cases, in words that need no explanation. */
function matureWords(count: number, noun: string): string {
  return `${formatCounted(count, noun)} old enough to judge`;
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
