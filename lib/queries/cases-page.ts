import "server-only";
import { channels } from "@/lib/domain/channel";
import { listCases, type CaseList } from "@/lib/store/list-cases";
import { casesHeadline } from "@/lib/view/cases-headline";
import type { CasesPageModel, FacetOption } from "@/lib/view/cases-page-model";
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
      : listCases(reader, { ...query, page, pageSize, asOfUs });
  const asked = await listOf(query.page);
  const page = Math.max(1, Math.min(query.page, Math.ceil(asked.total / pageSize)));
  const list = page === query.page ? asked : await listOf(page);
  return {
    asOfUs,
    query: { ...query, page },
    headline: casesHeadline(
      Object.fromEntries(list.outcomes),
      query.channels.length > 0 || query.text !== "",
    ),
    rows: list.rows,
    total: list.total,
    pageSize,
    channels: facetOf(channels, query.channels, list.channels),
    outcomes: facetOf(outcomesByUrgency, query.outcomes, list.outcomes),
    isWorkspaceEmpty: list.all === 0,
  };
}

/** Values that lead to no case are left out, except chosen ones, which must stay to be unchosen. */
function facetOf<Value extends string>(
  values: readonly Value[],
  chosen: readonly Value[],
  counts: ReadonlyMap<Value, number>,
): FacetOption<Value>[] {
  return values
    .map((value) => ({ value, count: counts.get(value) ?? 0 }))
    .filter(({ value, count }) => count > 0 || chosen.includes(value));
}
