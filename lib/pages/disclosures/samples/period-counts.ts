import type { FindingGroup } from "@/lib/analytics/disclosures/group-findings";
import type { PeriodCounts } from "@/lib/domain/quality/review-sample";
import { isPending } from "@/lib/domain/quality/disclosure-review";

/** Counts the findings of a period. */
export function periodCounts(groups: readonly FindingGroup[]): PeriodCounts {
  const counts = { given: 0, notGiven: 0, notEvaluable: 0, judged: 0 };
  for (const { status, review, count } of groups) {
    if (status === "given") counts.given += count;
    else if (status === "not_evaluable") counts.notEvaluable += count;
    else counts.notGiven += count;
    if (review !== "open" && !isPending[review]) counts.judged += count;
  }
  return { ...counts, rules: [...new Set(groups.map(({ rule }) => rule))].sort() };
}
