import { deflateRawSync, inflateRawSync } from "node:zlib";
import { replays } from "@/db/schema";
import type { DerivedCase } from "@/lib/domain/case/case";
import type { GateAction } from "@/lib/domain/gate/gate-action";
import { replayCaseId, type Replay } from "@/lib/domain/gate/replay";
import type { RunOutcome } from "@/lib/domain/gate/run";
import { statement, tupleStatement, type Connection, type Database } from "../port";
import { fromJson } from "../json";
import { rowCodec, type SqlValue } from "../row-codec";

/** A replay as it is listed. */
export type ReplayRow = Replay & {
  readonly caseId: string;
  readonly release: string | null;
  readonly cohort: string | null;
  /** "name@version" of each prompt that spoke, in order. */
  readonly prompts: readonly string[];
  /** What each evaluator said of it. */
  readonly outcomes: readonly RunOutcome[];
  /** Microseconds since 1970. */
  readonly startedUs: number | null;
  /** What the agent changed; null: the replay cannot be judged. */
  readonly actions: readonly GateAction[] | null;
};

/** A replay ready to be stored. */
export type ReplayWrite = Omit<ReplayRow, "caseId"> & {
  readonly derived: DerivedCase;
  /** Versions of derivation, settings and evaluators that made it. */
  readonly derivedWith: string;
};

const codec = rowCodec(replays, ["id"]);
const rowOf = rowCodec(replays, ["id", "derived", "derivedWith"]);

/** Stores a replay or replaces it. */
export async function writeReplay(
  connection: Connection,
  { derived, ...row }: ReplayWrite,
): Promise<void> {
  const caseId = replayCaseId(row);
  await removeReplay(connection, caseId);
  const sql = `INSERT INTO replays ${codec.insert}`;
  const body = deflateRawSync(JSON.stringify(derived));
  const values = codec.values({ ...row, caseId, derived: body });
  await statement<(SqlValue | Buffer)[]>(connection, sql).run(...values);
}

/** Removes a replay of which no span is left. */
export async function removeReplay(connection: Connection, caseId: string): Promise<void> {
  await statement<[string]>(connection, "DELETE FROM replays WHERE case_id = ?").run(caseId);
}

/** The replays of a run, by item and repeat. */
export function readReplays(db: Database, run: string): Promise<readonly ReplayRow[]> {
  const sql = `SELECT ${rowOf.select} FROM replays WHERE run = ? ORDER BY item, repeat`;
  return db.read(async (connection) =>
    (await tupleStatement<[string], SqlValue[]>(connection, sql).all(run)).map((values) =>
      rowOf.read(values),
    ),
  );
}

/** Every run's replays of an item, the latest first. The runs are named so that their index is used. */
export function readReplaysOfItem(db: Database, item: string): Promise<readonly ReplayRow[]> {
  const sql = `SELECT ${rowOf.select} FROM replays
    WHERE item = ? AND run IN (SELECT DISTINCT run FROM replays)
    ORDER BY started_us DESC NULLS LAST, run, repeat`;
  return db.read(async (connection) =>
    (await tupleStatement<[string], SqlValue[]>(connection, sql).all(item)).map((values) =>
      rowOf.read(values),
    ),
  );
}

/** The derived case of a replay; null: there is none. */
export function readReplayedCase(db: Database, replay: Replay): Promise<DerivedCase | null> {
  const sql = "SELECT derived FROM replays WHERE case_id = ?";
  return db.read(async (connection) => {
    const row = await statement<[string], { derived: Buffer }>(connection, sql).get(
      replayCaseId(replay),
    );
    return row === undefined ? null : inflated(row.derived);
  });
}

/** The derived cases of a run's replays, by case id. @param items only of these; null: of all */
export function readReplayedCases(
  db: Database,
  run: string,
  items: readonly string[] | null = null,
): Promise<ReadonlyMap<string, DerivedCase>> {
  const sql = `SELECT case_id AS caseId, derived FROM replays WHERE run = ?
    ${items === null ? "" : "AND item IN (SELECT value FROM json_each(?))"}`;
  const given = items === null ? [run] : [run, JSON.stringify(items)];
  type Row = { readonly caseId: string; readonly derived: Buffer };
  return db.read(async (connection) => {
    const rows = await statement<string[], Row>(connection, sql).all(...given);
    return new Map(rows.map(({ caseId, derived }) => [caseId, inflated(derived)]));
  });
}

/** Changes whenever a replay of the run is stored, derived again or removed. */
export function readRunRevision(db: Database, run: string): Promise<string> {
  const sql = `SELECT count(*) || ' ' || coalesce(max(id), 0) || ' ' || coalesce(sum(length(derived)), 0) || ' ' ||
      coalesce(sum(length(outcomes)), 0) || ' ' || coalesce(group_concat(DISTINCT derived_with), '') AS revision
    FROM replays WHERE run = ?`;
  type Row = { readonly revision: string };
  return db.read(
    async (connection) =>
      (await statement<[string], Row>(connection, sql).get(run))?.revision ?? "",
  );
}

function inflated(derived: Buffer): DerivedCase {
  return fromJson<DerivedCase>(inflateRawSync(derived).toString());
}

/** Whether a cohort was ever replayed here. */
export function hasReplays(db: Database): Promise<boolean> {
  const sql = "SELECT 1 FROM replays LIMIT 1";
  return db.read(async (connection) => (await statement(connection, sql).get()) !== undefined);
}

/** A run as its replays say. */
export type RunSummary = {
  readonly run: string;
  /** What its spans name, each once. */
  readonly releases: readonly string[];
  readonly cohorts: readonly string[];
  readonly items: number;
  readonly replays: number;
  /** Of its first and last replay, microseconds since 1970. */
  readonly fromUs: number | null;
  readonly toUs: number | null;
};

/** All runs with a stored replay, the latest first. */
export function readRunSummaries(db: Database): Promise<readonly RunSummary[]> {
  const sql = `SELECT run, json_group_array(DISTINCT release) AS releases,
      json_group_array(DISTINCT cohort) AS cohorts, count(DISTINCT item) AS items,
      count(*) AS replays, min(started_us) AS fromUs, max(started_us) AS toUs
    FROM replays GROUP BY run ORDER BY toUs DESC NULLS LAST, run`;
  type Row = Omit<RunSummary, "releases" | "cohorts"> & Record<"releases" | "cohorts", string>;
  const named = (json: string) =>
    fromJson<(string | null)[]>(json).filter((each): each is string => each !== null);
  return db.read(async (connection) =>
    (await statement<[], Row>(connection, sql).all()).map((row) => ({
      ...row,
      releases: named(row.releases),
      cohorts: named(row.cohorts),
    })),
  );
}
