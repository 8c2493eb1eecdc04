import type { SampledFinding, SignedVersion, SignOff } from "@/lib/domain/quality/review-sample";
import { statement, type Database } from "../database";
import { fromJson, type Json } from "../json";
import { sampledFindings } from "./review-samples";

/** What a sign-off of a sample is decided by, read in the transaction that stores it. */
export type SignOffFacts = {
  readonly items: readonly SampledFinding[];
  /** Key of the latest sign-off; null: none. */
  readonly latest: number | null;
  /** All versions of the sample's rules that the reviewer published. */
  readonly own: readonly Pick<SignedVersion, "rule" | "version">[];
};

type NewSignOff = Pick<SignOff, "tally" | "versions" | "note">;
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
  return db.write((connection) => {
    const latest = `SELECT max(id) AS id FROM sign_offs WHERE sample = ?`;
    const own = `SELECT DISTINCT v.rule, v.version FROM disclosure_rule_versions v
      JOIN review_sample_items i ON i.rule = v.rule WHERE i.sample = ? AND v.published_by = ?`;
    const { tally, versions, note } = signed({
      items: sampledFindings(connection, sample),
      latest:
        statement<[number], { id: number | null }>(connection, latest).get(sample)?.id ?? null,
      own: statement<[number, string], Pick<SignedVersion, "rule" | "version">>(
        connection,
        own,
      ).all(sample, actor),
    });
    const sql = `INSERT INTO sign_offs (sample, tally, versions, note, actor, at_us)
      VALUES (?, ?, ?, ?, ?, ?)`;
    const insert = statement<[number, string, string, string, string, number]>(connection, sql);
    const values = [JSON.stringify(tally), JSON.stringify(versions)] as const;
    return Number(insert.run(sample, ...values, note, actor, atUs).lastInsertRowid);
  });
}

/** The sign-offs of a sample, the latest first. */
export function readSignOffs(db: Database, sample: number): Promise<SignOff[]> {
  const sql = `SELECT id, sample, tally, versions, note, actor, at_us AS atUs FROM sign_offs
    WHERE sample = ? ORDER BY id DESC`;
  type Row = Omit<SignOff, "tally" | "versions"> & {
    readonly tally: Json<SignOff["tally"]>;
    readonly versions: Json<SignOff["versions"]>;
  };
  return db.read((connection) =>
    statement<[number], Row>(connection, sql)
      .all(sample)
      .map((row) => ({ ...row, tally: fromJson(row.tally), versions: fromJson(row.versions) })),
  );
}
