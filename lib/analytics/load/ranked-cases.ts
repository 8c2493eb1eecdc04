import "server-only";
import { isInScope } from "@/lib/domain/people/permission";
import type { Settings } from "@/lib/domain/settings/settings";
import { instantAt, wallTimeAt } from "@/lib/stats/time/zoned-time";
import type { Database } from "@/lib/store/port";
import { readSequence } from "@/lib/store/cases/changed-since";
import { readCaseKeys } from "@/lib/store/cases/list-case-rows";
import { readAllAttention } from "@/lib/store/decisions/attention";
import { readSettings } from "@/lib/store/decisions/decisions";
import { everyCase } from "../filter/cases-query";
import type { LiveClock } from "../live/find-reasons";
import { rankLive, type LiveItem } from "../live/rank-live";
import { selectLive } from "../live/select-live";
import { workableFromUs } from "../rows/sla-status";
import { readAsOf } from "./as-of";
import { readLiveCases } from "./live-cases";
import { readSnapshot } from "./read-snapshot";
import type { SeenWorkspace } from "./seen-workspace";
import { readerOrEmpty } from "./workspace-reader";

/** The open cases of a workspace and the others that need a person, within a scope. */
export type RankedCases = {
  /** The instant, and the zone in which its times are written. */
  readonly now: LiveClock & { readonly zone: string };
  /** The sequence's value before anything was read. */
  readonly sequence: number;
  readonly settings: Settings;
  readonly items: readonly LiveItem[];
  /** Whether there were more cases than are looked at. */
  readonly isCapped: boolean;
  /** Of all cases within the scope, microseconds since 1970. */
  readonly newestUs: number | null;
  readonly isWorkspaceEmpty: boolean;
};

/** Open cases that are looked at. */
const casesMax = 5000;
/** What is due soon counts before midnight as well: two hours in microseconds. */
const soonUs = 7_200_000_000;
/** Pages that ask within this time get one ranking, if nothing was written in between: a second in microseconds. */
const besideUs = 1_000_000;
/** Scopes whose ranking is kept. */
const keptMax = 16;

type Kept = { readonly sequence: number; readonly nowUs: number; ranked: Promise<RankedCases> };
const kept = new WeakMap<Database, Map<string, Kept>>();

/**
 * Ranks the cases that need a person. All open pages of a scope share one ranking of a value of the sequence.
 * @param nowUs now, microseconds since 1970; clocks and promises are as of it or of the end of the data
 */
export async function readRankedCases(seen: SeenWorkspace, nowUs: number): Promise<RankedCases> {
  const db = await readerOrEmpty(seen.path);
  const sequence = await readSequence(db);
  const byScope = kept.get(db) ?? new Map<string, Kept>();
  kept.set(db, byScope);
  const name = JSON.stringify(seen.scope);
  const known = byScope.get(name);
  if (known?.sequence === sequence && Math.abs(nowUs - known.nowUs) < besideUs) return known.ranked;
  const ranked = rank(db, seen, sequence, nowUs);
  byScope.delete(name);
  byScope.set(name, { sequence, nowUs, ranked });
  // A reading that failed is not kept: the next page reads again.
  ranked.catch(() => byScope.delete(name));
  const [oldest] = byScope.keys();
  if (byScope.size > keptMax && oldest !== undefined) byScope.delete(oldest);
  return ranked;
}

async function rank(
  db: Database,
  seen: SeenWorkspace,
  sequence: number,
  nowUs: number,
): Promise<RankedCases> {
  const settings = await readSettings(db);
  const calendar = { hours: settings.businessHours, timeZone: settings.timeZone };
  const asOfUs = await readAsOf(db, nowUs);
  const now = {
    ...dayAround(asOfUs, settings.displayTimeZone),
    ...{ nowUs, workableUs: workableFromUs(asOfUs, calendar) },
  };
  const { keys, isCapped, newestUs, isWorkspaceEmpty } = await readSnapshot(
    seen,
    everyCase,
    asOfUs,
    (cases) => {
      const { newestUs, isWorkspaceEmpty } = cases.about;
      return { ...selectLive(cases, now.dueUntilUs, casesMax), newestUs, isWorkspaceEmpty };
    },
  );
  const attention = await readAllAttention(db);
  const assigned = [...attention.values()].filter(({ assignee }) => assignee !== null);
  const assignedKeys = await readCaseKeys(
    db,
    assigned.map(({ caseId }) => caseId),
  );
  const all = await readLiveCases(db, [...new Set([...keys, ...assignedKeys])]);
  const cases = all.filter((live) => isInScope(seen.scope, live));
  const items = rankLive(cases, attention, now);
  return { now, sequence, settings, items, isCapped, newestUs, isWorkspaceEmpty };
}

/** An instant with the beginning and end of its day in a zone. @param asOfUs microseconds since 1970 */
function dayAround(asOfUs: number, zone: string): Omit<RankedCases["now"], "workableUs" | "nowUs"> {
  const { day } = wallTimeAt(asOfUs, zone);
  const dayEndUs = instantAt(day + 1, 0, zone);
  const dueUntilUs = Math.max(dayEndUs, asOfUs + soonUs);
  return { asOfUs, zone, dayStartUs: instantAt(day, 0, zone), dayEndUs, dueUntilUs };
}
