import { isResolved, type Outcome } from "@/lib/domain/outcome";
import { formatCount, formatCounted } from "./format";
import { outcomesByUrgency, outcomeWords } from "./wording";

export type OutcomeCounts = Partial<Readonly<Record<Outcome, number>>>;

/** The finding in words, and what it is made of. */
export type CasesHeadline = { readonly title: string; readonly detail: string };

/**
 * Answers a supervisor's first question: how many mature cases went wrong, in which way.
 * @param counts cases by outcome, over whatever the page's other filters left
 * @param isNarrowed true where there are such filters, so that the words do not claim all cases
 */
export function casesHeadline(counts: OutcomeCounts, isNarrowed: boolean): CasesHeadline {
  const resolved = countWhere(counts, true);
  const failed = countWhere(counts, false);
  if (Object.keys(counts).length === 0) return { title: "No cases match", detail: "" };
  const parts = [partsWhere(counts, false), partsWhere(counts, null)];
  const detail = [
    parts[0] === "" ? "" : `${parts[0]}.`,
    parts[1] === "" ? "" : `Counted apart: ${parts[1]}.`,
  ];
  return {
    title: titleOf(resolved, failed, isNarrowed ? "matching mature case" : "mature case"),
    detail: detail.filter(Boolean).join(" "),
  };
}

function titleOf(resolved: number, failed: number, noun: string): string {
  const mature = formatCounted(resolved + failed, noun);
  if (resolved + failed === 0) return `No ${noun} yet`;
  if (failed === 0) return `All ${mature} were resolved with evidence`;
  return `${formatCount(failed)} of ${mature} ${failed === 1 ? "was" : "were"} not resolved with evidence`;
}

function outcomesWhere(wanted: boolean | null): readonly Outcome[] {
  return outcomesByUrgency.filter((outcome) => isResolved(outcome) === wanted);
}

function countWhere(counts: OutcomeCounts, wanted: boolean): number {
  return outcomesWhere(wanted).reduce((sum, outcome) => sum + (counts[outcome] ?? 0), 0);
}

function partsWhere(counts: OutcomeCounts, wanted: boolean | null): string {
  return outcomesWhere(wanted)
    .filter((outcome) => (counts[outcome] ?? 0) > 0)
    .map((outcome) => `${formatCount(counts[outcome] ?? 0)} ${outcomeWords[outcome].inList}`)
    .join(", ");
}
