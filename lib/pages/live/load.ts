import "server-only";
import { slaStatusAt } from "@/lib/analytics/rows/sla-status";
import type { LiveItem } from "@/lib/analytics/live/rank-live";
import { readRankedCases, type RankedCases } from "@/lib/analytics/load/ranked-cases";
import type { SeenWorkspace } from "@/lib/analytics/load/seen-workspace";
import { readerOrEmpty } from "@/lib/analytics/load/workspace-reader";
import type { CaseNote } from "@/lib/domain/case/decision";
import { caseVisibility } from "@/lib/store/cases/case-scope";
import { readLatestNotes, readNotes } from "@/lib/store/decisions/notes";
import type { LiveModel, LiveViewer, ShiftEntry } from "./live-model";
import { itemsOf } from "./live-lists";
import { forViewer, prepareLive } from "./prepare-live";
import { shiftLog } from "./shift-log";
import type { LiveQuery } from "./url";

/** The models of a ranking by query: who looks at the same list of the same scope reads the same rows. */
const prepared = new WeakMap<RankedCases, Map<string, Promise<LiveModel>>>();

/**
 * Reads what the Live page shows.
 * @param nowUs now, microseconds since 1970
 */
export async function loadLivePage(
  seen: SeenWorkspace,
  query: LiveQuery,
  viewer: LiveViewer,
  nowUs: number,
): Promise<LiveModel> {
  const ranked = await readRankedCases(seen, nowUs);
  const models = prepared.get(ranked) ?? new Map<string, Promise<LiveModel>>();
  prepared.set(ranked, models);
  const name = JSON.stringify([query, query.list === "mine" ? viewer.actor : null]);
  const model = models.get(name) ?? prepare(seen, query, viewer, ranked);
  models.set(name, model);
  // What failed is read again.
  model.catch(() => models.delete(name));
  return forViewer(await model, ranked.items, viewer.actor);
}

async function prepare(
  seen: SeenWorkspace,
  query: LiveQuery,
  viewer: LiveViewer,
  ranked: RankedCases,
): Promise<LiveModel> {
  const { path, scope } = seen;
  const { actor, names } = viewer;
  const { now, settings, items } = ranked;
  const caseIds = itemsOf(query, items, actor).shown.map(({ live }) => live.caseId);
  const notes = await readLatestNotes(await readerOrEmpty(path), scope, caseIds);
  const calendar = { hours: settings.businessHours, timeZone: settings.timeZone };
  const statusOf = ({ live }: LiveItem) => slaStatusAt(live, calendar, now.asOfUs);
  const log = query.list === "log" ? await readLog(seen, viewer, now) : [];
  return prepareLive(query, { ...ranked, names, viewer: actor, statusOf, log }, notes);
}

/** Reads what was done with the cases within the scope. */
async function readLog(
  { path, scope }: SeenWorkspace,
  { acts, names }: LiveViewer,
  { zone }: RankedCases["now"],
): Promise<readonly ShiftEntry[]> {
  const db = await readerOrEmpty(path);
  const seen = new Map<string, readonly CaseNote[]>();
  for (const caseId of new Set(acts.map(({ target }) => target))) {
    if ((await caseVisibility(db, scope, caseId)) !== "seen") continue;
    seen.set(caseId, await readNotes(db, scope, caseId));
  }
  const visible = acts.filter(({ target }) => seen.has(target));
  return shiftLog(visible, { names, zone, notes: seen });
}
