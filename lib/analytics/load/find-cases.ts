import "server-only";
import { caseExtent, type CaseExtent } from "../select/case-extent";
import {
  applyResolutionPolicy,
  applyCostRates,
  advanceAsOf,
  type CaseTable,
} from "../case-table/case-table";
import { casesOpenedIn } from "../counts/cases-by-day";
import type { CaseOrder } from "../select/sort-cases";
import type { Scope } from "@/lib/domain/people/permission";
import type { CostRates, Settings } from "@/lib/domain/settings/settings";
import type { Database } from "@/lib/store/database";
import type { ShownPeriod } from "../filter/shown-period";
import type { CasesQuery } from "../filter/cases-query";
import { resolvePeriod, startOfDay } from "../filter/resolve-period";
import { outcomesByUrgency } from "@/lib/format/wording";
import { readCaseMatches, readCaseRanks, readCaseTable, tableInScope } from "./case-table";
import { readShownSettings } from "./display-zone";
import { selectRemembered, type FilteredCases } from "./select-remembered";

/** The cases that a query lists, all pages. It holds until the next await. */
export type FoundCases = FilteredCases & {
  readonly table: CaseTable;
  readonly order: CaseOrder;
  readonly extent: CaseExtent | null;
  readonly period: ShownPeriod | null;
  /** The display zone, whose days the period's are. */
  readonly timeZone: string;
  /** What the same filters leave of other days. */
  readonly over: (period: ShownPeriod) => FilteredCases;
};

/** Instants further on than this come from a broken clock: microseconds. */
export const leewayUs = 86_400_000_000;

/** Requests that are answered side by side began this long after each other at most: going back would read every case anew, for both. */
const besideUs = 60_000_000;

/** Finds the cases within a scope that a query lists. @param asOfUs the instant as of which outcomes are told */
export async function findCases(
  db: Database,
  scope: Scope | null,
  query: CasesQuery,
  asOfUs: number,
): Promise<FoundCases> {
  const { displayTimeZone: timeZone, costRates, caseTypes } = await readShownSettings(db);
  const kept = await readCaseTable(db, asOfUs);
  const { table: whole } = kept;
  const matches = await readCaseMatches(db, kept, query.text);
  const ranks = query.sort === "case" ? await readCaseRanks(db, kept) : null;
  const isJustBehind = asOfUs < whole.asOfUs && whole.asOfUs - asOfUs < besideUs;
  if (!isJustBehind) advanceAsOf(whole, asOfUs);
  applyResolutionPolicy(whole, laterTypes(caseTypes));
  applyCostRates(whole, hasRates(costRates) ? costRates : null);
  const table = tableInScope(kept, scope);
  const extent = caseExtent(casesOpenedIn(table, null), asOfUs + leewayUs);
  const period = resolvePeriod(query.period, extent, timeZone);
  const { facets, metric } = query;
  const select = (days: ShownPeriod | null) =>
    selectRemembered(table, {
      ...{ facets, matches, metric },
      period: days === null ? null : instantsOf(days, timeZone),
    });
  const found = select(query.period === "all" ? null : period);
  const order = { by: query.sort, direction: query.direction, outcomes: outcomesByUrgency, ranks };
  return { ...found, table, order, extent, period, timeZone, over: select };
}

/** Types of case that policy lets nobody resolve in the first contact. */
function laterTypes(caseTypes: Settings["caseTypes"]): ReadonlySet<string> {
  const later = Object.entries(caseTypes).filter(([, each]) => !each.isFirstContactResolvable);
  return new Set(later.map(([type]) => type));
}

/** Whether anybody said what anything costs. */
function hasRates({ perAiTouchpoint, perHumanMinute, perTouchpoint }: CostRates): boolean {
  const all = [perAiTouchpoint, perHumanMinute, ...Object.values(perTouchpoint)];
  return all.some((rate) => rate !== null);
}

function instantsOf({ fromUs, toUs }: ShownPeriod, timeZone: string) {
  return { fromUs: startOfDay(fromUs, timeZone), toUs: startOfDay(toUs, timeZone) };
}
