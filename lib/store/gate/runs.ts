import type { Connection } from "@/db/connect";
import { statement, type Database } from "../database";
import { fromJson, type Json } from "../json";

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
export function writeRun(connection: Connection, run: StoredRun): void {
  const row = { ...run, missing: JSON.stringify(run.missing) };
  const sql = `INSERT OR REPLACE INTO runs (run, release, cohort, created_us, missing)
    VALUES (@run, @release, @cohort, @createdUs, @missing)`;
  statement<[typeof row]>(connection, sql).run(row);
}

/** All runs that a command brought. */
export function readStoredRuns(db: Database): Promise<readonly StoredRun[]> {
  const sql = "SELECT run, release, cohort, created_us AS createdUs, missing FROM runs";
  type Row = Omit<StoredRun, "missing"> & { readonly missing: Json<StoredRun["missing"]> };
  return db.read((connection) =>
    statement<[], Row>(connection, sql)
      .all()
      .map((row) => ({ ...row, missing: fromJson(row.missing) })),
  );
}

/** Forgets a run that a command brought; verdicts on it stay. */
export function removeRun(connection: Connection, run: string): void {
  statement<[string]>(connection, "DELETE FROM runs WHERE run = ?").run(run);
}
