import type { SignOff, StoredVerdict, VerdictHead } from "@/lib/domain/gate/stored-verdict";
import { statement, type Connection, type Database } from "../port";
import { insertRow } from "../insert-row";
import { fromJson, type Json } from "../json";

const headColumns = `id, run, release, cohort, candidate, created_us AS createdUs,
  deleted_by AS deletedBy, deleted_us AS deletedUs,
  signed_by AS "by", signed_name AS name, signed_us AS atUs, signed_reason AS reason,
  signed_hash AS hash`;
const columns = `${headColumns}, record`;

/** Its hash is null where nobody signed. */
type Signed = Omit<SignOff, "hash"> & { readonly hash: string | null };
type VerdictRow = Omit<StoredVerdict, "signOff"> & Signed;

function withSignOff<Row extends Signed>({ by, name, atUs, reason, hash, ...row }: Row) {
  return { ...row, signOff: hash === null ? null : { by, name, atUs, reason, hash } };
}

/** What an attempt is recognised by. */
type Tried = Pick<StoredVerdict, "run" | "release" | "cohort" | "candidate">;

const isTried = `(run = @run OR (release = @release AND (cohort = @cohort OR cohort IN
  (SELECT v.sha256 FROM cohorts c JOIN cohorts v ON v.name = c.name WHERE c.sha256 = @cohort))))`;

/**
 * Hashes of the outcomes that a release was judged by on any version of a cohort before these, or the run itself on any
 * cohort, first to last, each once. Deleted attempts count, and those that are only named by a later one.
 */
export async function readEarlierAttempts(
  connection: Connection,
  tried: Tried,
): Promise<readonly string[]> {
  const sql = `SELECT candidate,
      CASE WHEN json_valid(record) = 1 THEN record ->> '$.input.earlierAttempts' END AS earlier
    FROM gate_verdicts WHERE ${isTried} ORDER BY id`;
  type Row = { readonly candidate: string; readonly earlier: Json<string[]> | null };
  const { run, release, cohort } = tried;
  const of = { run, release, cohort };
  const all = (await statement<[typeof of], Row>(connection, sql).all(of)).flatMap(
    ({ candidate, earlier }) => [...(earlier === null ? [] : fromJson(earlier)), candidate],
  );
  const distinct = [...new Set(all)];
  const own = distinct.indexOf(tried.candidate);
  return own === -1 ? distinct : distinct.slice(0, own);
}

/** The records of a release on any version of a cohort, and of the run on any cohort, first to last. */
export async function readRecordsOf(
  connection: Connection,
  { run, release, cohort }: Omit<Tried, "candidate">,
): Promise<readonly string[]> {
  const of = { run, release, cohort };
  const sql = `SELECT record FROM gate_verdicts WHERE ${isTried} AND record IS NOT NULL ORDER BY id`;
  return (await statement<[typeof of], { record: string }>(connection, sql).all(of)).map(
    ({ record }) => record,
  );
}

/** Stores a verdict, unless the same one is stored. @param nowUs microseconds since 1970 @returns its id */
export async function writeVerdict(
  connection: Connection,
  verdict: Pick<StoredVerdict, "run" | "release" | "cohort" | "candidate" | "record">,
  nowUs: number,
): Promise<number> {
  const known = "SELECT id FROM gate_verdicts WHERE run = @run AND record = @record";
  const same = await statement<[typeof verdict], { id: number }>(connection, known).get(verdict);
  if (same !== undefined) return same.id;
  const row = { ...verdict, nowUs };
  const sql = `INSERT INTO gate_verdicts (run, release, cohort, candidate, created_us, record)
    VALUES (@run, @release, @cohort, @candidate, @nowUs, @record)`;
  return insertRow(connection, sql, row);
}

/** All verdicts, the latest first. */
export function readVerdicts(db: Database): Promise<readonly StoredVerdict[]> {
  const sql = `SELECT ${columns} FROM gate_verdicts ORDER BY id DESC`;
  return db.read(async (connection) =>
    (await statement<[], VerdictRow>(connection, sql).all()).map((row) => withSignOff(row)),
  );
}

/** All verdicts without their records, which are a hundred kilobytes each, the latest first. */
export function readVerdictHeads(db: Database): Promise<readonly VerdictHead[]> {
  const sql = `SELECT ${headColumns}, record IS NULL AS isDeleted FROM gate_verdicts ORDER BY id DESC`;
  type Row = Omit<VerdictHead, "isDeleted" | "signOff"> & Signed & { readonly isDeleted: number };
  return db.read(async (connection) =>
    (await statement<[], Row>(connection, sql).all()).map((row) => ({
      ...withSignOff(row),
      isDeleted: row.isDeleted === 1,
    })),
  );
}

/** A verdict's record; null: there is none any more. */
export function readVerdictRecord(db: Database, id: number): Promise<string | null> {
  const sql = "SELECT record FROM gate_verdicts WHERE id = ?";
  type Row = { readonly record: string | null };
  return db.read(
    async (connection) => (await statement<[number], Row>(connection, sql).get(id))?.record ?? null,
  );
}

/** The verdicts on a run, the latest first. */
export function readVerdictsOf(db: Database, run: string): Promise<readonly StoredVerdict[]> {
  const sql = `SELECT ${columns} FROM gate_verdicts WHERE run = ? ORDER BY id DESC`;
  return db.read(async (connection) =>
    (await statement<[string], VerdictRow>(connection, sql).all(run)).map((row) =>
      withSignOff(row),
    ),
  );
}

/** A verdict by its key. @returns null where there is none */
export async function readVerdict(
  connection: Connection,
  id: number,
): Promise<StoredVerdict | null> {
  const sql = `SELECT ${columns} FROM gate_verdicts WHERE id = ?`;
  const row = await statement<[number], VerdictRow>(connection, sql).get(id);
  return row === undefined ? null : withSignOff(row);
}

/** Stores who answers for a verdict, in place of whoever did before. */
export async function signVerdict(
  connection: Connection,
  id: number,
  signOff: SignOff,
): Promise<void> {
  const sql = `UPDATE gate_verdicts SET signed_by = @by, signed_name = @name, signed_us = @atUs,
      signed_reason = @reason, signed_hash = @hash
    WHERE id = @id`;
  const row = { id, ...signOff };
  await statement<[typeof row]>(connection, sql).run(row);
}

/**
 * Deletes what a verdict says; the attempt stays counted.
 * @param by public id of who deletes it
 * @returns false: there is no such verdict, or it is deleted already
 */
export async function deleteVerdict(
  connection: Connection,
  id: number,
  by: string,
  nowUs: number,
): Promise<boolean> {
  const sql = `UPDATE gate_verdicts SET record = NULL, deleted_by = ?, deleted_us = ?
    WHERE id = ? AND record IS NOT NULL`;
  return (
    (await statement<[string, number, number]>(connection, sql).run(by, nowUs, id)).changes > 0
  );
}
