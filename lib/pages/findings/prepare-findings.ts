import type { Certainty, Finding, Findings } from "@/lib/analytics/findings/finding";
import type { FindingLink, FindingsModel } from "@/lib/analytics/findings/finding-model";
import { topFindings } from "@/lib/analytics/findings/rank-findings";
import type { OverviewQuery } from "@/lib/analytics/filter/overview-query";
import { formatCounted } from "@/lib/format/format";
import { findingHref } from "./href";
import { findingWords, sizeWords } from "./finding-words";

const shownMax = 3;

const doubts: Readonly<Record<Certainty, string>> = {
  certain: "",
  likely: ", not certain yet",
  open: ", may be chance",
};

/**
 * The findings that a page leads with: the certain ones, or where nothing is certain, what to watch.
 * @param beforeWords "the 90 days before"; "": no comparison
 */
export function prepareFindings(
  findings: Findings,
  query: OverviewQuery,
  beforeWords: string,
): FindingsModel {
  const shown = topFindings(findings, shownMax);
  const items = shown.map((each): FindingLink => ({
    ...{
      id: each.id,
      words: findingWords(each, beforeWords),
      size: `${sizeWords(each.perMonth)}${doubts[each.certainty]}`,
    },
    href: findingHref(each, query),
  }));
  return { lead: leadOf(findings, shown), items };
}

function leadOf({ compared }: Findings, [first]: readonly Finding[]): string {
  const comparisons = formatCounted(compared, "comparison");
  if (first?.certainty === "certain") return "What costs most:";
  if (compared === 0) return "There is too little to compare yet.";
  if (first === undefined) return `In ${comparisons}, nothing stands out.`;
  return `In ${comparisons}, nothing is certain. Watch:`;
}
