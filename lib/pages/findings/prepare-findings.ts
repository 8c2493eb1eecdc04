import type { Certainty, Finding, Findings } from "@/lib/analytics/findings/finding";
import type { FindingLink, FindingsModel } from "@/lib/analytics/findings/finding-model";
import { topFindings } from "@/lib/analytics/findings/rank-findings";
import { notCertain } from "@/lib/analytics/findings/rates-apart";
import type { OverviewQuery } from "@/lib/analytics/filter/overview-query";
import { watchHref } from "@/lib/pages/alerts/href";
import { askWords } from "./words/ask";
import { findingHref } from "./href";
import { findingBasis, findingWords, sizeWords } from "./words/finding";
import { leadWords } from "./words/page";

const shownMax = 3;

const doubts: Readonly<Record<Certainty, string>> = {
  certain: "",
  likely: notCertain,
  open: leadWords.open,
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
  const isAnyLikely = shown.some(({ certainty }) => certainty === "likely");
  const note = isAnyLikely ? leadWords.notCertain(findings.compared) : "";
  return { lead: leadOf(findings, shown), items, note };
}

function leadOf({ compared, areEndsKnown }: Findings, [first]: readonly Finding[]): string {
  if (first?.certainty === "certain") return leadWords.certain;
  if (compared === 0) return areEndsKnown ? leadWords.few : leadWords.endsUnknown;
  if (first !== undefined) return leadWords.watch(compared);
  return leadWords.none(compared, areEndsKnown ? "" : leadWords.withoutEnds);
}
