import type { Reject } from "@/lib/domain/trace/finding";
import { statement, type Connection, type Database } from "../port";
import { insertRow } from "../insert-row";

/** The most rejects kept of one batch; the counts stay exact. */
const keptRejects = 1000;

export type BatchCounts = {
  readonly accepted: number;
  /** Spans kept in place of stored ones of the same ids that differ. */
  readonly overwritten: number;
  readonly duplicate: number;
  readonly rejected: number;
  /** Spans that differ from the stored ones of the same ids, which stand. */
  readonly differing: number;
  /** CRM records that were new. */
  readonly records: number;
  /** Log events with words of spans that were new. */
  readonly events: number;
  /** Spans and records of erased customers, which were not stored. */
  readonly erased: number;
  /** Those older than the retention, which were not stored. */
  readonly expired: number;
};

/** Of a batch that nothing was counted in. */
export const noBatchCounts: BatchCounts = {
  ...{ accepted: 0, overwritten: 0, duplicate: 0, rejected: 0, differing: 0 },
  ...{ records: 0, events: 0, erased: 0, expired: 0 },
};

/** Opens the record of one ingest. @param source its description, masked. @returns its key */
export function openBatch(db: Database, source: string, nowUs: number): Promise<number> {
  const sql = `INSERT INTO batches (source, received_us, accepted, duplicate, rejected)
    VALUES (?, ?, 0, 0, 0)`;
  return db.write((connection) => insertRow(connection, sql, source, nowUs));
}

/** Adds to a batch's counts, inside the transaction that stores what is counted. */
export async function countInBatch(
  connection: Connection,
  batch: number,
  counts: BatchCounts,
): Promise<void> {
  const sql = `UPDATE batches SET accepted = accepted + @accepted,
    overwritten = overwritten + @overwritten, duplicate = duplicate + @duplicate,
    rejected = rejected + @rejected, differing = differing + @differing,
    records = records + @records, events = events + @events, erased = erased + @erased, expired = expired + @expired
    WHERE id = @batch`;
  await statement<[BatchCounts & { readonly batch: number }]>(connection, sql).run({
    ...counts,
    batch,
  });
}

/** Records what was refused, and counts it. */
export function writeRejects(
  db: Database,
  batch: number,
  rejects: readonly Reject[],
): Promise<void> {
  return db.write(async (connection) => {
    const countSql = "SELECT count(*) AS kept FROM rejects WHERE batch = ?";
    const { kept } = (await statement<[number], { kept: number }>(connection, countSql).get(
      batch,
    )) ?? {
      kept: 0,
    };
    const sql = "INSERT INTO rejects (batch, place, reason, spans) VALUES (?, ?, ?, ?)";
    const insert = statement<[number, string, string, number]>(connection, sql);
    for (const { place, reason, spans } of rejects.slice(0, keptRejects - kept)) {
      await insert.run(batch, place, reason, spans);
    }
    const rejected = rejects.reduce((sum, { spans }) => sum + spans, 0);
    await countInBatch(connection, batch, { ...noBatchCounts, rejected });
  });
}
