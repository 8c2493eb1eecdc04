import "server-only";
import { setImmediate as letOthersRun } from "node:timers/promises";
import { isInScope } from "@/lib/domain/people/permission";
import { outcomeAt } from "@/lib/domain/case/outcome";
import { latestParts, ownerOf, selectParts } from "@/lib/analytics/select/select-parts";
import { outcomeFacts } from "@/lib/analytics/rows/outcome-facts";
import type { Database } from "@/lib/store/database";
import { listCaseRows, type CaseListRow } from "@/lib/store/cases/list-case-rows";
import { readEvaluatorVersions } from "@/lib/store/decisions/read-evaluator-versions";
import { contactScoresInQuery } from "@/lib/analytics/words/scores-in-query";
import { evaluatorWords } from "@/lib/format/scores/evaluator-words";
import { partListTitle, partListFilters } from "./part-list-words";
import type { PartItem, PartListModel } from "./part-list-model";
import type { ListedThing, PartListQuery } from "@/lib/analytics/filter/part-list-query";
import {
  contactItem,
  handoffItem,
  partColumns,
  partCsvHead,
  partCsvLine,
  promiseItem,
} from "./prepare-part-items";
import { shownPeriodWords } from "@/lib/analytics/filter/shown-period";
import { contactDecidingScores } from "@/lib/analytics/load/deciding-scores";
import { findCases } from "@/lib/analytics/load/find-cases";
import type { SeenWorkspace } from "@/lib/analytics/load/seen-workspace";
import { workspaceReader } from "@/lib/analytics/load/workspace-reader";

const pageSize = 50;
/** Rows read in one go: other requests are answered between two of them. */
const sliceRows = 500;

/**
 * Reads a page of a list of contacts, handoffs or promises, the latest first; a page beyond the last is
 * read as the last.
 * @param asOfUs the instant as of which all is told, microseconds since 1970
 */
export async function loadPartList(
  seen: SeenWorkspace,
  query: PartListQuery,
  asOfUs: number,
): Promise<PartListModel> {
  const reader = workspaceReader(seen.path);
  const found = reader === null ? null : await findParts(reader, seen, query, asOfUs);
  const total = found?.total ?? 0;
  const page = Math.max(1, Math.min(query.page, Math.ceil(total / pageSize)));
  const owners = found?.ownersOf((page - 1) * pageSize, page * pageSize) ?? [];
  return {
    asOfUs,
    period: shownPeriodWords(query.cases.period, found?.period ?? null).button,
    newestUs: found?.newestUs ?? null,
    evaluators: reader === null ? [] : (await readEvaluatorVersions(reader)).map(evaluatorWords),
    query: { ...query, page },
    title: partListTitle(query, total),
    filters: partListFilters(query),
    columns: partColumns(query.thing, contactScoresInQuery(query)),
    items: reader === null ? [] : await readItems(reader, seen, { query, owners, asOfUs }),
    total,
    pageSize,
  };
}

/** Everything that such a list holds, all pages in their order, as CSV: a part at a time. */
export async function* partListCsv(
  seen: SeenWorkspace,
  query: PartListQuery,
  asOfUs: number,
): AsyncGenerator<string, void> {
  yield partCsvHead(query.thing, contactScoresInQuery(query));
  const reader = workspaceReader(seen.path);
  if (reader === null) return;
  const { total, ownersOf } = await findParts(reader, seen, query, asOfUs);
  const all = ownersOf(0, total);
  for (let from = 0; from < all.length; from += sliceRows) {
    const owners = all.slice(from, from + sliceRows);
    const items = await readItems(reader, seen, { query, owners, asOfUs });
    yield items.map(partCsvLine).join("");
    await letOthersRun();
  }
}

type Owner = { readonly key: number; readonly index: number };

async function findParts(
  reader: Database,
  { scope }: SeenWorkspace,
  { thing, cases, metric, on, to, traits }: PartListQuery,
  asOfUs: number,
) {
  const found = await findCases(reader, scope, { ...cases, metric: null }, asOfUs);
  const { table } = found;
  const selection = found.selection();
  const places = selectParts(table, thing, selection.keys, { metric, on, to, traits });
  return {
    period: found.period,
    newestUs: found.extent?.newestUs ?? null,
    total: places.length,
    ownersOf: (from: number, end: number): readonly Owner[] =>
      Array.from(latestParts(table, thing, places, from, end), (place) =>
        ownerOf(table[thing], place),
      ),
  };
}

/** A row that is gone by now, or no longer seen, is left out. */
async function readItems(
  reader: Database,
  { scope }: SeenWorkspace,
  {
    query,
    owners,
    asOfUs,
  }: {
    readonly query: PartListQuery;
    readonly owners: readonly Owner[];
    readonly asOfUs: number;
  },
): Promise<PartItem[]> {
  const asked = contactScoresInQuery(query);
  const rows = new Map<number, ScoredRow>();
  for (const key of new Set(owners.map((owner) => owner.key))) {
    const [row] = await listCaseRows(reader, [key]);
    if (row === undefined || !isInScope(scope, row)) continue;
    rows.set(key, { row, scores: await contactDecidingScores(reader, row, asked) });
  }
  return owners.flatMap(({ key, index }) => {
    const scored = rows.get(key);
    return scored === undefined ? [] : itemOf(query.thing, scored, index, asOfUs);
  });
}

type ScoredRow = {
  readonly row: CaseListRow;
  readonly scores: Awaited<ReturnType<typeof contactDecidingScores>>;
};

function itemOf(
  thing: ListedThing,
  { row, scores }: ScoredRow,
  index: number,
  asOfUs: number,
): readonly PartItem[] {
  const owner = { caseId: row.caseId, outcome: outcomeAt(outcomeFacts(row, row), asOfUs) };
  switch (thing) {
    case "contacts":
      return row.contactRows
        .slice(index, index + 1)
        .map((each) => contactItem(owner, each, scores.get(each.ordinal) ?? []));
    case "handoffs":
      return row.handoffRows.slice(index, index + 1).map((each) => handoffItem(owner, each));
    case "promises":
      return row.promiseRows
        .slice(index, index + 1)
        .map((each) => promiseItem(owner, each, asOfUs));
  }
}
