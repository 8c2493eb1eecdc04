import type { CaseNeighbours } from "./case-neighbours";
import { caseViewHref } from "./url";
import { casesHref, type CasesQuery } from "@/lib/analytics/filter/cases-query";
import { suggestedViewName } from "@/lib/analytics/words/filter-sentence";

/** The way one came: the list, the case's place in it, and the cases beside it there. */
export type CaseTrail = {
  readonly listHref: string;
  /** What the list holds, in words: "never closed or reopened, voice". */
  readonly listWords: string;
  /** null where the list does not have the case any more. */
  readonly place: { readonly position: number; readonly total: number } | null;
  readonly previousHref: string | null;
  readonly nextHref: string | null;
};

/** @param list the list's query string as it stands in the case's address */
export function prepareCaseTrail(
  query: CasesQuery,
  list: string,
  neighbours: CaseNeighbours | null,
): CaseTrail {
  const hrefOf = (caseId: string | null | undefined) =>
    caseId == null ? null : caseViewHref(caseId, { list });
  return {
    listHref: casesHref(query),
    listWords: suggestedViewName(query),
    place: neighbours === null ? null : { position: neighbours.position, total: neighbours.total },
    previousHref: hrefOf(neighbours?.previous),
    nextHref: hrefOf(neighbours?.next),
  };
}
