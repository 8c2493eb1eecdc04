import { isResolved, outcomes, type Outcome } from "@/lib/domain/outcome";
import { formatCount, formatCounted } from "./format";
import { outcomeWords } from "./wording";

export type OutcomeCounts = Partial<Readonly<Record<Outcome, number>>>;

/** The finding in words, and what it was counted over. */
export type CasesHeadline = { readonly title: string; readonly detail: string };

/**
 * Answers a supervisor's first question: how many cases went wrong, of how many that are over.
 * @param counts cases by outcome, over whatever the page's other filters left
 */
export function casesHeadline(counts: OutcomeCounts): CasesHeadline {
  const resolved = countWhere(counts, true);
  const notResolved = countWhere(counts, false);
  const finished = resolved + notResolved;
  const outside = outcomes.filter((outcome) => isResolved(outcome) === null);
  const detail = outside.flatMap((outcome) => {
    const count = counts[outcome] ?? 0;
    return count === 0
      ? []
      : [`${formatCount(count)} ${outcomeWords[outcome].label.toLowerCase()}`];
  });
  const apart = detail.length === 0 ? "" : `Not judged yet or at all: ${detail.join(", ")}.`;
  if (finished === 0) return { title: "No case here is over yet", detail: apart };
  const title =
    notResolved === 0
      ? `All ${formatCounted(finished, "finished case")} were resolved with proof`
      : `${formatCount(notResolved)} of ${formatCounted(finished, "finished case")} ${notResolved === 1 ? "was" : "were"} not resolved with proof`;
  return { title, detail: apart };
}

function countWhere(counts: OutcomeCounts, wanted: boolean): number {
  return outcomes
    .filter((outcome) => isResolved(outcome) === wanted)
    .reduce((sum, outcome) => sum + (counts[outcome] ?? 0), 0);
}
