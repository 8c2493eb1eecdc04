import "server-only";
import { noteActs } from "@/lib/domain/case/contact-style";
import { createCaseTable, type CaseTable } from "@/lib/analytics/case-table/case-table";
import { countFacets } from "@/lib/analytics/facets/count-facets";
import { selectCases, type Selection } from "@/lib/analytics/select/select-cases";
import { ownerOf } from "@/lib/analytics/select/select-parts";
import { findRepetition, mostRepeatingPair, type FoundHandoff } from "./find-repetitions";
import { tallyHandoffs } from "./tally-handoffs";
import { listPromises, tallyNotes, tallyPromises } from "./tally-promises";
import { countsOf } from "@/lib/analytics/counts/counts";
import { figureOf } from "@/lib/analytics/metrics/figure-of";
import { metrics } from "@/lib/analytics/metrics/metrics";
import { isInScope } from "@/lib/domain/people/permission";
import type { Database } from "@/lib/store/database";
import { listCaseRows, readCaseId } from "@/lib/store/cases/list-case-rows";
import { readEvaluatorVersions } from "@/lib/store/decisions/read-evaluator-versions";
import { evaluatorWords } from "@/lib/format/scores/evaluator-words";
import type { HandoffsModel } from "./handoffs-model";
import { handoffMetricIds, type HandoffCounts } from "./prepare-handoff-figures";
import { prepareHandoffs } from "./prepare-handoffs";
import type { ListedPromises } from "./prepare-promises";
import type { FoundQuotes } from "./prepare-quotes";
import type { ChannelPair, HandoffsQuery } from "./url";
import { previousPeriod } from "@/lib/analytics/filter/previous-period";
import { loadErrorSources } from "@/lib/pages/quality/load-error-sources";
import { findCases } from "@/lib/analytics/load/find-cases";
import { readRememberedCase } from "@/lib/analytics/load/read-remembered-case";
import type { SeenWorkspace } from "@/lib/analytics/load/seen-workspace";
import { workspaceReader } from "@/lib/analytics/load/workspace-reader";

const told = metrics.filter(({ id }) => handoffMetricIds.some((each) => each === id));

/** A selection is another one as soon as a case or an outcome changes. */
const remembered = new WeakMap<Selection, HandoffCounts>();
/** Of a period that is only compared with, nothing else is read. */
const figuresOf = new WeakMap<Selection, HandoffCounts["figures"]>();

const pageSize = 25;

/**
 * Reads what the Handoffs page shows; of one case at most the words are read.
 * @param asOfUs the instant as of which promises and outcomes are told, microseconds since 1970
 */
export async function loadHandoffsPage(
  seen: SeenWorkspace,
  query: HandoffsQuery,
  asOfUs: number,
): Promise<HandoffsModel> {
  const { path, scope } = seen;
  const reader = workspaceReader(path);
  if (reader === null) return emptyPage(query, asOfUs);
  const found = await findCases(reader, scope, query.cases, asOfUs);
  const { table, period } = found;
  const selection = found.selection();
  const earlier = query.compare === "previous" ? previousPeriod(query.cases.period, period) : null;
  const now = rememberedCounts(table, selection);
  const { keys } = selection;
  const counted = {
    ...{ asOfUs, period, now },
    before:
      earlier === null
        ? null
        : { figures: rememberedFigures(table, found.over(earlier).selection()), period: earlier },
    counts: found.facets(),
    notes: tallyNotes(table, keys, noteActs.length),
    newestUs: found.extent?.newestUs ?? null,
    isWorkspaceEmpty: scope === null && table.count === 0,
  };
  const pair = query.pair ?? mostRepeatingPair(table, keys);
  const asked = repetitionOf(table, keys, pair, query.quote);
  const wanted = promisesOf(table, keys, query);
  const rows: ListedPromises["rows"][number][] = [];
  for (const { key, index } of wanted.owners) {
    const [row] = await listCaseRows(reader, [key]);
    const promise = row?.promiseRows[index];
    if (row === undefined || promise === undefined || !isInScope(scope, row)) continue;
    rows.push({ caseId: row.caseId, promise });
  }
  return prepareHandoffs(query, {
    ...counted,
    quotes: {
      ...{ pair, total: asked.total, at: asked.at },
      source: asked.handoff === null ? null : await readWords(reader, asked.handoff),
    },
    listed: { total: wanted.total, page: wanted.page, pageSize, rows },
    evaluators: (await readEvaluatorVersions(reader)).map(evaluatorWords),
    errors: await loadErrorSources(seen, told),
  });
}

function rememberedCounts(table: CaseTable, selection: Selection): HandoffCounts {
  const known = remembered.get(selection);
  const { keys } = selection;
  const counts = known ?? {
    handoffs: tallyHandoffs(table, keys),
    promises: tallyPromises(table, keys),
    figures: rememberedFigures(table, selection),
  };
  remembered.set(selection, counts);
  return counts;
}

function rememberedFigures(table: CaseTable, selection: Selection): HandoffCounts["figures"] {
  const known = figuresOf.get(selection);
  if (known !== undefined) return known;
  const counts = countsOf(table, selection.keys);
  const found = new Map(told.map((metric) => [metric.id, figureOf(metric, counts)]));
  figuresOf.set(selection, found);
  return found;
}

function repetitionOf(
  table: CaseTable,
  keys: Uint32Array,
  pair: ChannelPair | null,
  quote: number,
): ReturnType<typeof findRepetition> {
  if (pair === null) return { total: 0, at: 0, handoff: null };
  return findRepetition(table, keys, { ...pair, at: quote - 1 });
}

function promisesOf(table: CaseTable, keys: Uint32Array, query: HandoffsQuery) {
  const list = (page: number) =>
    listPromises(table, keys, query.promises, (page - 1) * pageSize, page * pageSize);
  const asked = list(query.page);
  const last = Math.max(1, Math.ceil(asked.total / pageSize));
  const page = Math.min(query.page, last);
  const { total, places } = page === query.page ? asked : list(page);
  return { total, page, owners: Array.from(places, (place) => ownerOf(table.promises, place)) };
}

async function readWords(
  reader: Database,
  { key, ordinal }: FoundHandoff,
): Promise<FoundQuotes["source"]> {
  const caseId = await readCaseId(reader, key);
  const stored = caseId === null ? null : await readRememberedCase(reader, caseId);
  return stored === null ? null : { derived: stored.derived, ordinal };
}

function emptyPage(query: HandoffsQuery, asOfUs: number): HandoffsModel {
  const table = createCaseTable();
  const { facets, metric } = query.cases;
  const selection = selectCases(table, { facets, metric, period: null, matches: null });
  return prepareHandoffs(query, {
    ...{ asOfUs, period: null, newestUs: null, evaluators: [], before: null },
    errors: new Map(),
    now: rememberedCounts(table, selection),
    counts: countFacets(table, selection),
    notes: tallyNotes(table, selection.keys, noteActs.length),
    quotes: { pair: null, total: 0, at: 0, source: null },
    listed: { total: 0, page: 1, pageSize, rows: [] },
    isWorkspaceEmpty: true,
  });
}
