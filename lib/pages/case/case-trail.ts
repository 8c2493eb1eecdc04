import type { CaseNeighbours } from "./case-neighbours";
import { caseViewHref } from "./url";
import { casesHref, type CasesQuery } from "@/lib/analytics/filter/cases-query";
import { suggestedViewName } from "@/lib/analytics/words/filter-sentence";

/** The list the viewer came from, with the case's position and neighbours. */
export type CaseTrail = {
  readonly listHref: string;
  /** The list's filters as text: "never closed or reopened, voice". */
  readonly listWords: string;
  /** null: the list no longer has the case. */
  readonly place: { readonly position: number; readonly total: number } | null;
  readonly previousHref: string | null;
  readonly nextHref: string | null;
};

/** @param list the list's query string, from the case's address */
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
