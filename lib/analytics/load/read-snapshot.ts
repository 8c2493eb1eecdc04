import "server-only";
import { caseExtent, leewayUs } from "../select/case-extent";
import {
  applyResolutionPolicy,
  applyCostRates,
  advanceAsOf,
  type CaseTable,
} from "../case-table/case-table";
import { casesOpenedIn } from "../counts/cases-by-day";
import { ruleSeverities } from "@/lib/disclosures/rules";
import type { CostRates, Settings } from "@/lib/domain/settings/settings";
import { filterCases, type FilteredCases } from "../ask/filtered-cases";
import type { Snapshot } from "../ask/snapshot";
import type { ShownPeriod } from "../filter/shown-period";
import type { CasesQuery } from "../filter/cases-query";
import { resolvePeriod, startOfDay } from "../filter/resolve-period";
import { recentVersionStarts } from "../prompts/version-starts";
import { outcomesByUrgency } from "@/lib/format/wording";
import { readCaseMatches, readCaseRanks, readCaseTable, tableInScope } from "./case-table";
import { keepInsightCases } from "./insight-cases";
import { readShownSettings } from "./display-zone";
import type { SeenWorkspace } from "./seen-workspace";
import { readerOrEmpty, workspaceReader } from "./workspace-reader";

/**
 * Reads from the cases of a workspace that a query lists within a scope. All results are of one `asOf` and one version
 * of the data: `readAll` is synchronous, so that no write and no later request comes between.
 * @param asOfUs now, microseconds since 1970; concurrent requests share the first one's
 * @param readAll reads what the page needs; its snapshot throws once it has returned
 */
export async function readSnapshot<Answer>(
  { path, scope }: SeenWorkspace,
  query: CasesQuery,
  asOfUs: number,
  readAll: (cases: Snapshot) => Answer,
): Promise<Answer> {
  const db = await readerOrEmpty(path);
  const settings = await readShownSettings(db);
  const { displayTimeZone: timeZone, costRates, caseTypes } = settings;
  const kept = await readCaseTable(db, asOfUs);
  const found = await readCaseMatches(db, kept, query.text);
  const matches = await keepInsightCases(db, tableInScope(kept, scope), query.insight, found);
  const ranks = query.sort === "case" ? await readCaseRanks(db, kept) : null;
  // From here on nothing may be awaited.
  if (asOfUs > kept.table.asOfUs) advanceAsOf(kept.table, asOfUs);
  applyResolutionPolicy(kept.table, laterTypes(caseTypes));
  applyCostRates(kept.table, hasRates(costRates) ? costRates : null);
  kept.table.severities = ruleSeverities(settings.disclosureRules);
  const table = tableInScope(kept, scope);
  const extent = caseExtent(casesOpenedIn(table, null), table.asOfUs + leewayUs);
  const period = resolvePeriod(query.period, extent, table.asOfUs, timeZone);
  const { facets, metric } = query;
  const select = (days: ShownPeriod | null) =>
    filterCases(table, {
      ...{ facets, matches, metric },
      period: days === null ? null : instantsOf(days, timeZone),
    });
  const order = { by: query.sort, direction: query.direction, outcomes: outcomesByUrgency, ranks };
  const about = {
    ...{ asOfUs: table.asOfUs, period },
    ...{ oldestUs: extent?.oldestUs ?? null, newestUs: extent?.newestUs ?? null },
    isWorkspaceEmpty: workspaceReader(path) === null || (scope === null && table.count === 0),
  };
  return readInOnePiece(table, readAll, (open) => ({
    ...guarded(select(query.period === "all" ? null : period), open),
    ...{ about, order, timeZone },
    over: (days) => {
      open();
      return guarded(select(days), open);
    },
    ever: (other) => {
      const filter = { ...other, period: null, matches: null };
      return guarded(filterCases(open(), filter), open);
    },
    versionStarts: () => recentVersionStarts(open()),
    get table() {
      return open();
    },
  }));
}

/** @param snapshotOf makes the snapshot, given an accessor of the table that is valid until `readAll` returns */
function readInOnePiece<Answer>(
  table: CaseTable,
  readAll: (cases: Snapshot) => Answer,
  snapshotOf: (open: () => CaseTable) => Snapshot,
): Answer {
  let isOpen = true;
  const open = () => {
    if (!isOpen) throw new Error("A snapshot was read after the request had gone on.");
    return table;
  };
  try {
    return readAll(snapshotOf(open));
  } finally {
    isOpen = false;
  }
}

function guarded(cases: FilteredCases, open: () => unknown): FilteredCases {
  const whileOpen =
    <Args extends readonly unknown[], Value>(read: (...args: Args) => Value) =>
    (...args: Args): Value => {
      open();
      return read(...args);
    };
  return {
    selection: whileOpen(cases.selection),
    facets: whileOpen(cases.facets),
    cases: whileOpen(cases.cases),
    listed: whileOpen(cases.listed),
    openedIn: whileOpen(cases.openedIn),
    once: <Value>(name: string, read: () => Value) => {
      open();
      return cases.once(name, read);
    },
  };
}

/** Case types excluded from first-contact resolution. */
function laterTypes(caseTypes: Settings["caseTypes"]): ReadonlySet<string> {
  const later = Object.entries(caseTypes).filter(([, each]) => !each.isFirstContactResolvable);
  return new Set(later.map(([type]) => type));
}

function hasRates({ perAiTouchpoint, perHumanMinute, perTouchpoint }: CostRates): boolean {
  const all = [perAiTouchpoint, perHumanMinute, ...Object.values(perTouchpoint)];
  return all.some((rate) => rate !== null);
}

function instantsOf({ fromUs, toUs }: ShownPeriod, timeZone: string) {
  return { fromUs: startOfDay(fromUs, timeZone), toUs: startOfDay(toUs, timeZone) };
}
