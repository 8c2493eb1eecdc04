import "server-only";
import { channels } from "@/lib/domain/channel";
import { listCases, type CaseList, type CaseListSort } from "@/lib/store/list-cases";
import { casesHeadline } from "@/lib/view/cases-headline";
import type { CasesPageModel, Facet } from "@/lib/view/cases-page-model";
import type { CasesQuery } from "@/lib/view/cases-query";
import { outcomesByUrgency } from "@/lib/view/wording";
import { workspaceReader } from "./workspace-reader";

const pageSize = 50;
const emptyList: CaseList = {
  rows: [],
  total: 0,
  channels: new Map(),
  outcomes: new Map(),
  all: 0,
};

/**
 * Reads what the Cases page shows; a page beyond the last is read as the last.
 * @param path the workspace's file
 * @param asOfUs the instant as of which outcomes are told, microseconds since 1970
 */
export async function loadCasesPage(
  path: string,
  query: CasesQuery,
  asOfUs: number,
): Promise<CasesPageModel> {
  const reader = workspaceReader(path);
  const listOf = (page: number) =>
    reader === null
      ? Promise.resolve(emptyList)
      : listCases(reader, {
          channels: channels.filter((channel) => query.facets.channel.includes(channel)),
          outcomes: outcomesByUrgency.filter((each) => query.facets.outcome.includes(each)),
          text: query.text,
          sort: storeSortOf(query.sort),
          direction: query.direction,
          page,
          pageSize,
          asOfUs,
        });
  const asked = await listOf(query.page);
  const page = Math.max(1, Math.min(query.page, Math.ceil(asked.total / pageSize)));
  const list = page === query.page ? asked : await listOf(page);
  return {
    asOfUs,
    query: { ...query, page },
    headline: casesHeadline(
      Object.fromEntries(list.outcomes),
      query.facets.channel.length > 0 || query.text !== "",
    ),
    rows: list.rows.map((row) => ({ ...row, handoffVerdicts: [], worstScore: null })),
    total: list.total,
    pageSize,
    facets: {
      ...emptyFacets,
      channel: facetOf(channels, query.facets.channel, list.channels),
      outcome: facetOf(outcomesByUrgency, query.facets.outcome, list.outcomes),
    },
    histogram: { stepDays: 1, buckets: [] },
    period: null,
    newestUs: null,
    peek: null,
    isWorkspaceEmpty: list.all === 0,
  };
}

const none: Facet = { options: [], more: 0 };
const emptyFacets: CasesPageModel["facets"] = {
  channel: none,
  outcome: none,
  path: none,
  switch: none,
  handoff: none,
  evidence: none,
  type: none,
  agents: none,
  risk: none,
  score: none,
  release: none,
};

function storeSortOf(sort: CasesQuery["sort"]): CaseListSort {
  return sort === "opened" || sort === "touchpoints" || sort === "handoffs" || sort === "case"
    ? sort
    : "last_contact";
}

/** Values that lead to no case are left out, except chosen ones, which must stay to be unchosen. */
function facetOf<Value extends string>(
  values: readonly Value[],
  chosen: readonly string[],
  counts: ReadonlyMap<Value, number>,
): Facet {
  const options = values
    .map((value) => ({ value, count: counts.get(value) ?? 0 }))
    .filter(({ value, count }) => count > 0 || chosen.includes(value));
  return { options, more: 0 };
}
