import {
  completeTally,
  type SampledFinding,
  type SignOff,
} from "@/lib/domain/quality/review-sample";
import type { OwnVersion } from "@/lib/domain/quality/sign-off-hindrance";
import { statement, type Connection, type Database } from "../port";
import { fromJson, type Json } from "../json";
import { nextRevision } from "../queue";
import { sampledFindings } from "./review-samples";
import { insertRow } from "../insert-row";

/** What a sign-off of a sample is decided by, read in the transaction that stores it. */
export type SignOffFacts = {
  readonly items: readonly SampledFinding[];
  /** Key of the latest sign-off; null: none. */
  readonly latest: number | null;
  /** All versions of rules that the reviewer published. */
  readonly own: readonly OwnVersion[];
};

type NewSignOff = Pick<SignOff, "tally" | "versions" | "period" | "note">;
type Signer = Pick<SignOff, "sample" | "actor" | "atUs">;

/**
 * Stores a sign-off of a sample.
 * @param signed makes it of what is stored now; what it throws is thrown, and nothing is stored
 * @returns its key
 */
export function addSignOff(
  db: Database,
  { sample, actor, atUs }: Signer,
  signed: (facts: SignOffFacts) => NewSignOff,
): Promise<number> {
  return db.write(async (connection) => {
    const latest = `SELECT max(id) AS id FROM sign_offs WHERE sample = ?`;
    const { tally, versions, period, note } = signed({
      items: await sampledFindings(connection, sample),
      latest:
        (await statement<[number], { id: number | null }>(connection, latest).get(sample))?.id ??
        null,
      own: await versionsOf(connection, actor),
    });
    const sql = `INSERT INTO sign_offs (sample, tally, versions, period, note, actor, at_us)
      VALUES (?, ?, ?, ?, ?, ?, ?)`;
    const values = [tally, versions, period].map((each) => JSON.stringify(each));
    // What waited for a second review that nobody can make any more is no longer withheld.
    const mark = `UPDATE cases SET changed = ? WHERE case_id IN (SELECT i.case_id
      FROM review_sample_items i LEFT JOIN second_reviews r USING (sample, position)
      WHERE i.sample = ? AND i.is_second = 1 AND r.id IS NULL)`;
    await statement<[number, number]>(connection, mark).run(await nextRevision(connection), sample);
    return insertRow(connection, sql, sample, ...values, note, actor, atUs);
  });
}

/** All versions of rules that somebody published. @param actor public id */
export function readOwnVersions(db: Database, actor: string): Promise<OwnVersion[]> {
  return db.read((connection) => versionsOf(connection, actor));
}

/** All versions of rules that were published from the command line, by whom no account says. */
export function readUnnamedVersions(db: Database): Promise<OwnVersion[]> {
  const sql = `SELECT rule, version FROM disclosure_rule_versions
    WHERE substr(published_by, 1, 4) = 'cli-' ORDER BY rule, version`;
  return db.read((connection) => statement<[], OwnVersion>(connection, sql).all());
}

function versionsOf(connection: Connection, actor: string): Promise<OwnVersion[]> {
  const sql = `SELECT rule, version FROM disclosure_rule_versions WHERE published_by = ?`;
  return statement<[string], OwnVersion>(connection, sql).all(actor);
}

/** The sign-offs of a sample, the latest first. */
export function readSignOffs(db: Database, sample: number): Promise<SignOff[]> {
  const sql = `SELECT ${columns} FROM sign_offs s
    WHERE sample = ? ORDER BY id DESC`;
  return db.read(async (connection) =>
    (await statement<[number], SignOffRow>(connection, sql).all(sample)).map(signOffOf),
  );
}

/**
 * The latest sign-off of any sample that was drawn with a filter.
 * @param filter as `NewSample` has it
 * @returns null where there is none
 */
export function findSignOff(db: Database, filter: string): Promise<SignOff | null> {
  const sql = `SELECT ${columns} FROM sign_offs s JOIN review_samples r ON r.id = s.sample
    WHERE r.filter = ? ORDER BY s.id DESC LIMIT 1`;
  return db.read(async (connection) => {
    const row = await statement<[string], SignOffRow>(connection, sql).get(filter);
    return row === undefined ? null : signOffOf(row);
  });
}

const columns = "s.id, s.sample, s.tally, s.versions, s.period, s.note, s.actor, s.at_us AS atUs";

type SignOffRow = Omit<SignOff, "tally" | "versions" | "period"> & {
  readonly tally: Json<SignOff["tally"]>;
  readonly versions: Json<SignOff["versions"]>;
  readonly period: Json<NonNullable<SignOff["period"]>> | null;
};

function signOffOf({ tally, versions, period, ...row }: SignOffRow): SignOff {
  return {
    ...row,
    tally: completeTally(fromJson(tally)),
    versions: fromJson(versions),
    period: period === null ? null : fromJson(period),
  };
}
