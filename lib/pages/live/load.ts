import "server-only";
import { slaStatusAt } from "@/lib/analytics/rows/sla-status";
import { defaultCasesQuery } from "@/lib/analytics/filter/cases-query";
import { readLiveCases } from "@/lib/analytics/load/live-cases";
import { readSnapshot } from "@/lib/analytics/load/read-snapshot";
import type { SeenWorkspace } from "@/lib/analytics/load/seen-workspace";
import { readerOrEmpty } from "@/lib/analytics/load/workspace-reader";
import { rankLive } from "@/lib/analytics/live/rank-live";
import { selectLive } from "@/lib/analytics/live/select-live";
import { isInScope } from "@/lib/domain/people/permission";
import { instantAt, wallTimeAt } from "@/lib/stats/time/zoned-time";
import { readSequence } from "@/lib/store/cases/changed-since";
import { readAllAttention } from "@/lib/store/decisions/attention";
import { readSettings } from "@/lib/store/decisions/decisions";
import { readNotes } from "@/lib/store/decisions/notes";
import type { LiveModel } from "./live-model";
import type { LiveNow } from "./live-words";
import { itemsOf, prepareLive } from "./prepare-live";
import type { LiveQuery } from "./url";

/** Open cases that are looked at. */
const casesMax = 5000;
/** What is due soon counts before midnight as well: two hours in microseconds. */
const soonUs = 7_200_000_000;

/** Whoever looks: their public id, and the names of accounts by theirs. */
export type LiveViewer = {
  readonly actor: string;
  readonly names: ReadonlyMap<string, string>;
};

/**
 * Reads what the Live page shows.
 * @param nowUs the instant of clocks and promises, microseconds since 1970
 */
export async function loadLivePage(
  seen: SeenWorkspace,
  query: LiveQuery,
  viewer: LiveViewer,
  nowUs: number,
): Promise<LiveModel> {
  const reader = await readerOrEmpty(seen.path);
  const sequence = await readSequence(reader);
  const settings = await readSettings(reader);
  const now = dayAround(nowUs, settings.displayTimeZone);
  const { keys, isCapped, about } = await readSnapshot(seen, defaultCasesQuery, nowUs, (cases) => ({
    ...selectLive(cases, now.dueUntilUs, casesMax),
    about: cases.about,
  }));
  const cases = (await readLiveCases(reader, keys)).filter((live) => isInScope(seen.scope, live));
  const items = rankLive(cases, await readAllAttention(reader), now);
  const { shown } = itemsOf(query, items, viewer.actor);
  const notes = await Promise.all(
    shown.map(async ({ live: { caseId } }) => {
      return [caseId, await readNotes(reader, seen.scope, caseId)] as const;
    }),
  );
  const calendar = { hours: settings.businessHours, timeZone: settings.timeZone };
  return prepareLive(
    query,
    {
      ...{ now, sequence, items, isCapped, names: viewer.names, viewer: viewer.actor },
      ...{ newestUs: about.newestUs, isWorkspaceEmpty: about.isWorkspaceEmpty },
      statusOf: ({ live }) => slaStatusAt(live, calendar, now.asOfUs),
    },
    new Map(notes),
  );
}

/** An instant with the beginning and end of its day in a zone. @param asOfUs microseconds since 1970 */
function dayAround(asOfUs: number, zone: string): LiveNow {
  const { day } = wallTimeAt(asOfUs, zone);
  const dayEndUs = instantAt(day + 1, 0, zone);
  const dueUntilUs = Math.max(dayEndUs, asOfUs + soonUs);
  return { asOfUs, zone, dayStartUs: instantAt(day, 0, zone), dayEndUs, dueUntilUs };
}
