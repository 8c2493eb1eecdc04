import type { Override } from "@/lib/domain/case/override";
import { statement, type Connection, type Database } from "../port";
import { fromJson, type Json } from "../json";
import { enqueue, nextRevision } from "../queue";

/** A run that was imported or replayed by a command. */
export type StoredRun = {
  readonly run: string;
  readonly release: string;
  /** Hash of the cohort that was replayed; null: not stated. */
  readonly cohort: string | null;
  /** Microseconds since 1970. */
  readonly createdUs: number;
  /** Items of which no replay came, and why. */
  readonly missing: readonly { readonly item: string; readonly why: string }[];
};

/** Stores a run or replaces it. */
export async function writeRun(connection: Connection, run: StoredRun): Promise<void> {
  const row = { ...run, missing: JSON.stringify(run.missing) };
  const sql = `INSERT INTO runs (run, release, cohort, created_us, missing)
    VALUES (@run, @release, @cohort, @createdUs, @missing)
    ON CONFLICT (run) DO UPDATE SET release = excluded.release, cohort = excluded.cohort,
      created_us = excluded.created_us, missing = excluded.missing`;
  await statement<[typeof row]>(connection, sql).run(row);
}

/** All runs that a command brought. */
export function readStoredRuns(db: Database): Promise<readonly StoredRun[]> {
  const sql = "SELECT run, release, cohort, created_us AS createdUs, missing FROM runs";
  type Row = Omit<StoredRun, "missing"> & { readonly missing: Json<StoredRun["missing"]> };
  return db.read(async (connection) =>
    (await statement<[], Row>(connection, sql).all()).map((row) => ({
      ...row,
      missing: fromJson(row.missing),
    })),
  );
}

/** Counts replays of a run as other items, and enqueues their traces. @param caseIds of those replays */
export async function joinReplays(
  connection: Connection,
  joined: Extract<Override, { readonly kind: "replays-joined" }>,
  caseIds: readonly string[],
  nowUs: number,
): Promise<void> {
  const sql = "INSERT INTO overrides (kind, body, created_us) VALUES (?, ?, ?)";
  const values = [joined.kind, JSON.stringify(joined), nowUs] as const;
  await statement<[string, string, number]>(connection, sql).run(...values);
  const tracesSql = `SELECT DISTINCT s.trace FROM identities i JOIN spans s ON s.identity = i.id
    WHERE i.case_id IN (SELECT value FROM json_each(?))`;
  const traces = (
    await statement<[string], { trace: number }>(connection, tracesSql).all(JSON.stringify(caseIds))
  ).map(({ trace }) => String(trace));
  await enqueue(connection, "trace", traces, { revision: await nextRevision(connection), nowUs });
}

/** Forgets a run that a command brought, and what its replays were joined to; verdicts on it stay. */
export async function removeRun(connection: Connection, run: string): Promise<void> {
  const joined = "DELETE FROM overrides WHERE kind = 'replays-joined' AND body ->> '$.run' = ?";
  await statement<[string]>(connection, joined).run(run);
  await statement<[string]>(connection, "DELETE FROM runs WHERE run = ?").run(run);
}
