import "server-only";
import type { AnalyticQueries, AnalyticSession } from "@/lib/store/analytics/analytic-store";
import { beginOnThread, hasAnalyticsThread } from "@/lib/store/analytics/analytics-thread";
import { followCases, openInMemory, type FollowedCases } from "@/lib/store/analytics/follow-cases";
import type { Database } from "@/lib/store/database";

declare global {
  // Development reloads modules; a workspace's tables are kept.
  var throughlineTables: WeakMap<Database, FollowedCases> | undefined;
}

/**
 * Runs queries of a workspace's analytic tables, all of one moment: of everything that is committed by now. A server
 * asks its thread, which keeps them in a file; other processes keep them in memory.
 */
export async function queryTables<Answer>(
  db: Database,
  work: (queries: AnalyticQueries) => Promise<Answer>,
): Promise<Answer> {
  const session = await beginSession(db);
  try {
    return await work(session);
  } finally {
    await session.end();
  }
}

function beginSession(db: Database): Promise<AnalyticSession> {
  if (hasAnalyticsThread() && db.path !== ":memory:") return beginOnThread(db.path);
  const tables = (globalThis.throughlineTables ??= new WeakMap<Database, FollowedCases>());
  const known = tables.get(db) ?? followCases(db, openInMemory, () => undefined);
  tables.set(db, known);
  return known.begin();
}
