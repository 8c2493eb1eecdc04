import "server-only";
import {
  readRepetition,
  countHandoffs,
  countNotes,
  handoffFigures,
  listPromisePage,
} from "@/lib/analytics/handoffs/handoff-figures";
import type { FoundHandoff } from "@/lib/analytics/handoffs/find-repetitions";
import type { ChildOwner } from "@/lib/analytics/ask/list";
import type { Snapshot } from "@/lib/analytics/ask/snapshot";
import { metrics } from "@/lib/analytics/metrics/metrics";
import { ownerName } from "@/lib/domain/case/attention";
import { isInScope } from "@/lib/domain/people/permission";
import type { Database } from "@/lib/store/port";
import { listCaseRowsByKey, readCaseId } from "@/lib/store/cases/list-case-rows";
import { noWords } from "@/lib/domain/case/case-promise";
import { readPromiseWords } from "@/lib/store/cases/promise-words";
import { readAllAttention } from "@/lib/store/decisions/attention";
import { readEvaluatorVersions } from "@/lib/store/decisions/read-evaluator-versions";
import { evaluatorWords } from "@/lib/format/scores/evaluator-words";
import type { HandoffsModel } from "./handoffs-model";
import { handoffMetricIds } from "./prepare-handoff-figures";
import { prepareHandoffs } from "./prepare-handoffs";
import type { ListedPromises } from "./prepare-promises";
import type { FoundQuotes } from "./prepare-quotes";
import type { HandoffsQuery } from "./url";
import { previousPeriod } from "@/lib/analytics/filter/previous-period";
import { loadErrorSources } from "@/lib/pages/quality/load-error-sources";
import { readSnapshot } from "@/lib/analytics/load/read-snapshot";
import { readRememberedCase } from "@/lib/analytics/load/read-remembered-case";
import type { SeenWorkspace } from "@/lib/analytics/load/seen-workspace";
import { readerOrEmpty } from "@/lib/analytics/load/workspace-reader";

const shownMetrics = metrics.filter(({ id }) => handoffMetricIds.some((each) => each === id));

const pageSize = 8;

/**
 * Reads what the Handoffs page shows; the messages of one case at most.
 * @param nowUs the instant of promises and outcomes, microseconds since 1970
 * @param names of accounts by public id
 */
export async function loadHandoffsPage(
  seen: SeenWorkspace,
  query: HandoffsQuery,
  nowUs: number,
  names: ReadonlyMap<string, string> = new Map(),
): Promise<HandoffsModel> {
  const { repetition, wanted, ...facts } = await readSnapshot(seen, query.cases, nowUs, (cases) =>
    handoffFacts(cases, query),
  );
  const reader = await readerOrEmpty(seen.path);
  const rows = await readPromises(seen, reader, wanted.owners, names);
  const { pair, total, at, handoff } = repetition;
  return prepareHandoffs(query, {
    ...facts,
    quotes: {
      ...{ pair, total, at },
      source: handoff === null ? null : await readWords(reader, handoff),
    },
    listed: { total: wanted.total, page: wanted.page, pageSize, rows },
    evaluators: (await readEvaluatorVersions(reader)).map(evaluatorWords),
    errors: await loadErrorSources(seen, shownMetrics),
  });
}

function handoffFacts(cases: Snapshot, query: HandoffsQuery) {
  const { period } = cases.about;
  const earlier = query.compare === "previous" ? previousPeriod(query.cases.period, period) : null;
  return {
    ...cases.about,
    now: countHandoffs(cases, shownMetrics),
    before:
      earlier === null
        ? null
        : { figures: handoffFigures(cases.over(earlier), shownMetrics), period: earlier },
    counts: cases.facets(),
    notes: countNotes(cases),
    repetition: readRepetition(cases, query.pair, query.quote - 1),
    wanted: listPromisePage(cases, { tab: query.promises, page: query.page, pageSize }),
  };
}

async function readPromises(
  { scope }: SeenWorkspace,
  reader: Database,
  owners: readonly ChildOwner[],
  names: ReadonlyMap<string, string>,
): Promise<ListedPromises["rows"]> {
  const keys = owners.map(({ key }) => key);
  const words = await readPromiseWords(reader, keys);
  const attention = await readAllAttention(reader);
  const rows = await listCaseRowsByKey(reader, keys, ["promiseRows"]);
  return owners.flatMap(({ key, index }) => {
    const row = rows.get(key);
    const promise = row?.promiseRows[index];
    if (row === undefined || promise === undefined || !isInScope(scope, row)) return [];
    const { caseId, customerId } = row;
    const own = words.get(key)?.[promise.ordinal] ?? noWords;
    return [
      { caseId, customerId, promise, words: own, owner: ownerName(attention, caseId, names) },
    ];
  });
}

async function readWords(
  reader: Database,
  { key, ordinal }: FoundHandoff,
): Promise<FoundQuotes["source"]> {
  const caseId = await readCaseId(reader, key);
  const stored = caseId === null ? null : await readRememberedCase(reader, caseId);
  return stored === null ? null : { derived: stored.derived, ordinal };
}
