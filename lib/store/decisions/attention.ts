import type { CaseAttention } from "@/lib/domain/case/attention";
import { statement, type Database } from "../port";
import { nextRevision } from "../queue";

const columns = `case_id AS caseId, assignee, snoozed_until_us AS snoozedUntilUs,
  handled_us AS handledUs, actor AS by, at_us AS atUs`;

/** What people arranged about a case. @returns null where nobody did */
export function readAttention(db: Database, caseId: string): Promise<CaseAttention | null> {
  const sql = `SELECT ${columns} FROM case_attention WHERE case_id = ?`;
  return db.read(
    async (connection) =>
      (await statement<[string], CaseAttention>(connection, sql).get(caseId)) ?? null,
  );
}

/** The same of all cases, by case id. */
export async function readAllAttention(db: Database): Promise<ReadonlyMap<string, CaseAttention>> {
  const sql = `SELECT ${columns} FROM case_attention`;
  const rows = await db.read((connection) => statement<[], CaseAttention>(connection, sql).all());
  return new Map(rows.map((row) => [row.caseId, row]));
}

/** Replaces what people arranged about a case. */
export function writeAttention(db: Database, attention: CaseAttention): Promise<void> {
  const sql = `INSERT INTO case_attention
      (case_id, assignee, snoozed_until_us, handled_us, actor, at_us)
    VALUES (@caseId, @assignee, @snoozedUntilUs, @handledUs, @by, @atUs)
    ON CONFLICT (case_id) DO UPDATE SET assignee = excluded.assignee,
      snoozed_until_us = excluded.snoozed_until_us, handled_us = excluded.handled_us,
      actor = excluded.actor, at_us = excluded.at_us`;
  return db.write(async (connection) => {
    await nextRevision(connection);
    await statement<[CaseAttention]>(connection, sql).run(attention);
  });
}
