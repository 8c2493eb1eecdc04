import type { Certainty, Finding, Findings } from "@/lib/analytics/findings/finding";
import type { FindingLink, FindingsModel } from "@/lib/analytics/findings/finding-model";
import { topFindings } from "@/lib/analytics/findings/rank-findings";
import { notCertain } from "@/lib/analytics/findings/rates-apart";
import type { OverviewQuery } from "@/lib/analytics/filter/overview-query";
import { formatCounted } from "@/lib/format/format";
import { watchHref } from "@/lib/pages/alerts/href";
import { askWords } from "./ask-words";
import { findingHref } from "./href";
import { findingBasis, findingWords, sizeWords } from "./finding-words";

const shownMax = 3;

const doubts: Readonly<Record<Certainty, string>> = {
  certain: "",
  likely: notCertain,
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
      basis: findingBasis(each),
      size: `${sizeWords(each)}${doubts[each.certainty]}`,
    },
    ...{ href: findingHref(each, query), certainty: each.certainty, ask: askWords(each) },
    alertHref: watchHref({ finding: each.id }, query.cases),
  }));
  return { lead: leadOf(findings, shown), items };
}

function leadOf({ compared, areEndsKnown }: Findings, [first]: readonly Finding[]): string {
  const comparisons = formatCounted(compared, "comparison");
  if (first?.certainty === "certain") return "What costs most:";
  const left = areEndsKnown ? "" : " How cases ended is not among them.";
  if (compared === 0) {
    return areEndsKnown
      ? "There are too few cases yet to rank what costs most."
      : "What costs most can’t be ranked: these data don’t say how cases ended.";
  }
  if (first === undefined) return `In ${comparisons}, nothing stands out.${left}`;
  return `In ${comparisons}, nothing is certain. Watch:`;
}
