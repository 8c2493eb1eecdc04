import "server-only";
import { setImmediate as letOthersRun } from "node:timers/promises";
import { isInScope } from "@/lib/domain/people/permission";
import { outcomeAt } from "@/lib/domain/case/outcome";
import { listChildren, type ChildOwner } from "@/lib/analytics/ask/list";
import type { CasesQuery } from "@/lib/analytics/filter/cases-query";
import { outcomeFacts } from "@/lib/analytics/rows/outcome-facts";
import type { Database } from "@/lib/store/port";
import type { CaseRowWith } from "@/lib/store/cases/case-columns";
import type { ChildName, ChildRows } from "@/lib/store/cases/child-rows";
import { listCaseRowsByKey, readContactIds } from "@/lib/store/cases/list-case-rows";
import { noWords, type PromiseWords } from "@/lib/domain/case/case-promise";
import { readPromiseWords } from "@/lib/store/cases/promise-words";
import { readAllAttention } from "@/lib/store/decisions/attention";
import { readEvaluatorVersions } from "@/lib/store/decisions/read-evaluator-versions";
import { contactScoresInQuery } from "@/lib/analytics/words/scores-in-query";
import { evaluatorWords } from "@/lib/format/scores/evaluator-words";
import { ownerName } from "@/lib/domain/case/attention";
import { childListTitle, childListFilters } from "./prepare-child-filters";
import type { ChildItem, ChildListModel } from "./child-list-model";
import type { ListedThing, ChildListQuery } from "@/lib/analytics/filter/child-list-query";
import {
  contactItem,
  handoffItem,
  childColumns,
  childCsvHead,
  childCsvLine,
  disclosureItem,
  piiItem,
  promiseItem,
} from "./prepare-child-items";
import { shownPeriodWords } from "@/lib/analytics/filter/shown-period";
import { contactDecidingScores } from "@/lib/analytics/load/deciding-scores";
import { readSnapshot } from "@/lib/analytics/load/read-snapshot";
import type { SeenWorkspace } from "@/lib/analytics/load/seen-workspace";
import { readerOrEmpty } from "@/lib/analytics/load/workspace-reader";

const pageSize = 50;
/** Rows read at a time: other requests are served in between. */
const sliceRows = 500;

/**
 * Reads a page of a list of contacts, handoffs, promises, disclosures or personal values, the latest first; a page
 * beyond the last is read as the last.
 * @param nowUs the instant of all values, microseconds since 1970
 * @param names of accounts by public id
 */
export async function loadChildList(
  seen: SeenWorkspace,
  query: ChildListQuery,
  nowUs: number,
  names: ReadonlyMap<string, string> = new Map(),
): Promise<ChildListModel> {
  const { total, page, owners, asOfUs, newestUs, period } = await readSnapshot(
    ...([seen, allCases(query), nowUs] as const),
    (cases) => {
      const list = listChildren(cases, query.thing, query);
      const last = Math.max(1, Math.min(query.page, Math.ceil(list.total / pageSize)));
      return {
        ...{ ...cases.about, total: list.total, page: last },
        owners: list.owners((last - 1) * pageSize, last * pageSize),
      };
    },
  );
  const reader = await readerOrEmpty(seen.path);
  return {
    asOfUs,
    period: shownPeriodWords(query.cases.period, period).button,
    newestUs,
    evaluators: (await readEvaluatorVersions(reader)).map(evaluatorWords),
    query: { ...query, page },
    title: childListTitle(query, total),
    filters: childListFilters(query),
    columns: childColumns(query.thing, contactScoresInQuery(query)),
    items: await readItems(reader, seen, { query, owners, asOfUs, names, readsText: true }),
    total,
    pageSize,
  };
}

/** Who takes such a list away. */
export type ListReader = {
  /** Names of accounts by public id. */
  readonly names: ReadonlyMap<string, string>;
  /** Whether what was said may go with it. */
  readonly readsText: boolean;
};

/** All rows of such a list, in order, as chunks of CSV. */
export async function* childListCsv(
  seen: SeenWorkspace,
  query: ChildListQuery,
  nowUs: number,
  { names, readsText }: ListReader,
): AsyncGenerator<string, void> {
  yield childCsvHead(query.thing, contactScoresInQuery(query));
  const { all, asOfUs } = await readSnapshot(seen, allCases(query), nowUs, (cases) => ({
    all: listChildren(cases, query.thing, query).owners(0, Infinity),
    asOfUs: cases.about.asOfUs,
  }));
  const reader = await readerOrEmpty(seen.path);
  for (let from = 0; from < all.length; from += sliceRows) {
    const owners = all.slice(from, from + sliceRows);
    const items = await readItems(reader, seen, { query, owners, asOfUs, names, readsText });
    yield items.map(childCsvLine).join("");
    await letOthersRun();
  }
}

/** The metric of such a list is about what it lists. */
function allCases({ cases }: ChildListQuery): CasesQuery {
  return { ...cases, metric: null };
}

/** A row that is deleted or no longer visible is left out. */
async function readItems(
  reader: Database,
  { scope }: SeenWorkspace,
  {
    query,
    owners,
    asOfUs,
    names,
    readsText,
  }: {
    readonly query: ChildListQuery;
    readonly owners: readonly ChildOwner[];
    readonly asOfUs: number;
  } & ListReader,
): Promise<ChildItem[]> {
  const isOfPromises = query.thing === "promises";
  const keys = [...new Set(owners.map((owner) => owner.key))];
  const words = isOfPromises ? await readPromiseWords(reader, keys) : new Map<number, never>();
  const attention = isOfPromises ? await readAllAttention(reader) : new Map<string, never>();
  const bases = contactScoresInQuery(query);
  const contactIdsOf = await readContactIds(reader, query.thing === "disclosures" ? keys : []);
  const rows = new Map<number, ScoredRow>();
  const read: ReadonlyMap<number, ListedRow> = await listCaseRowsByKey(reader, keys, [
    rowsOf[query.thing],
  ]);
  for (const [key, row] of read) {
    if (!isInScope(scope, row)) continue;
    const promises = {
      words: words.get(key) ?? [],
      owner: ownerName(attention, row.caseId, names),
    };
    const { caseId, contactRows = [] } = row;
    const scores = await contactDecidingScores(reader, { caseId, contactRows }, bases);
    rows.set(key, { row, contactIds: contactIdsOf(key), scores, promises });
  }
  return owners.flatMap(({ key, index }) => {
    const scored = rows.get(key);
    return scored === undefined
      ? []
      : itemOf(query.thing, readsText ? scored : withoutWords(scored), index, asOfUs);
  });
}

/** The same without anything that was said, and without sentences that may quote it. */
function withoutWords({ row, promises, ...rest }: ScoredRow): ScoredRow {
  const { promiseRows = [], disclosureRows = [] } = row;
  return {
    ...rest,
    row: {
      ...row,
      promiseRows: promiseRows.map((each) => ({ ...each, what: "", dueWords: "" })),
      disclosureRows: disclosureRows.map((each) => ({
        ...each,
        ...{ words: null, wordsFrom: null, because: "" },
      })),
    },
    promises: { ...promises, words: promises.words.map((each) => ({ ...each, quote: "" })) },
  };
}

const rowsOf = {
  ...({ contacts: "contactRows", handoffs: "handoffRows", promises: "promiseRows" } as const),
  ...({ disclosures: "disclosureRows", pii: "piiRows" } as const),
} satisfies Readonly<Record<ListedThing, ChildName>>;

/** A case's row with the one kind of children that is listed. */
type ListedRow = CaseRowWith<never> & Partial<ChildRows>;

type ScoredRow = {
  readonly row: ListedRow;
  /** See `readContactIds`; empty where the list has none. */
  readonly contactIds: readonly (string | null)[];
  readonly scores: Awaited<ReturnType<typeof contactDecidingScores>>;
  /** The words of its promises, and who takes care of the case now; empty where the list has none. */
  readonly promises: { readonly words: readonly PromiseWords[]; readonly owner: string | null };
};

function itemOf(
  thing: ListedThing,
  { row, scores, contactIds, promises }: ScoredRow,
  index: number,
  asOfUs: number,
): readonly ChildItem[] {
  const { contactRows = [], handoffRows = [], promiseRows = [], disclosureRows = [] } = row;
  const { piiRows = [] } = row;
  const owner = { caseId: row.caseId, outcome: outcomeAt(outcomeFacts(row, row), asOfUs) };
  switch (thing) {
    case "contacts":
      return contactRows
        .slice(index, index + 1)
        .map((each) => contactItem(owner, each, scores.get(each.ordinal) ?? []));
    case "handoffs":
      return handoffRows.slice(index, index + 1).map((each) => handoffItem(owner, each));
    case "promises":
      return promiseRows.slice(index, index + 1).map((each) => {
        const words = promises.words[each.ordinal] ?? noWords;
        const { customerId } = row;
        return promiseItem({ ...owner, customerId, words, owner: promises.owner }, each, asOfUs);
      });
    case "disclosures":
      return disclosureRows.slice(index, index + 1).map((each) => {
        const contactId = contactIds[each.interaction] ?? null;
        const { region, risk } = row;
        return disclosureItem({ ...owner, region, risk, contactId }, each);
      });
    case "pii":
      return piiRows.slice(index, index + 1).map((each) => piiItem(owner, each));
  }
}
