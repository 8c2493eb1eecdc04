import { isResolved, type Outcome } from "@/lib/domain/case/outcome";
import type { Proportion } from "@/lib/stats/proportions/newcombe-difference";
import { joinedByOr } from "@/lib/format/join-words";
import { formatCount, formatCounted } from "@/lib/format/format";
import { inSingular } from "@/lib/format/in-singular";
import { endsWords, sendEnds } from "@/lib/analytics/words/end-words";
import { outcomeSetOf } from "@/lib/analytics/filter/outcome-sets";
import { outcomesByUrgency, outcomeWords } from "@/lib/format/wording";

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
  if (Object.keys(counts).length === 0) return { title: "No cases match", detail: "" };
  const noun = isNarrowed ? "matching case" : "case";
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
    : { ...judged, title: `${formatCounted(all, noun)}: ${judgedOfThem(resolved, failed)}` };
}

/**
 * The headline where the data can't say how cases end, and missing evidence would read as failure.
 * @param known mature cases, and those of them that show how they ended
 */
export function unknownHeadline(
  counts: OutcomeCounts,
  known: Proportion,
  isNarrowed: boolean,
): CasesHeadline {
  const noun = isNarrowed ? "matching case" : "case";
  const all = sumOf(counts, outcomesByUrgency);
  const apart = partsOf(counts, outcomesWhere(null));
  const returned = partsOf(counts, ["reopened"]);
  const { hits, of } = known;
  const some = hits === 0 ? "none" : `only ${formatCount(hits)}`;
  const show = hits > 1 ? "show how they ended" : "shows how it ended";
  return {
    title:
      all > of
        ? `${formatCounted(all, noun)}: ${some} of the ${formatCount(of)} old enough to judge ${show}`
        : endsWords(known, noun),
    detail: [
      ...[returned, apart === "" ? "" : `Not judged: ${apart}`]
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
      : titleOf(resolved, failed, noun),
    detail: [own === "" ? "" : `${own}.`, apart === "" ? "" : `Not judged: ${apart}.`]
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
  const all = formatCounted(sumOf(counts, outcomesByUrgency), noun);
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
  if (failed === 0 && resolved === 1) {
    return `The one ${noun} old enough to judge was resolved with evidence`;
  }
  if (failed === 0) return `All ${mature} were resolved with evidence`;
  return `${formatCount(failed)} of ${mature} ${failed === 1 ? "was" : "were"} not resolved with evidence`;
}

/** The same after the number of cases listed: "573 are old enough to judge, 208 of them not resolved with evidence". */
function judgedOfThem(resolved: number, failed: number): string {
  const judged = resolved + failed;
  if (judged === 0) return "none is old enough to judge yet";
  const words = `${formatCount(judged)} ${judged === 1 ? "is" : "are"} old enough to judge`;
  if (judged === 1) return `${words} and ${failed === 1 ? "not " : ""}resolved with evidence`;
  if (failed === 0) return `${words}, all resolved with evidence`;
  return `${words}, ${formatCount(failed)} of them not resolved with evidence`;
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
