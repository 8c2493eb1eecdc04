import { statement, type Database } from "../port";

export type BatchRow = {
  readonly id: number;
  readonly source: string;
  readonly receivedUs: number;
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
  /** Traces that were of production until its spans named a cohort's item. */
  readonly leftProduction: number;
  /** Stored rejects: their reasons, not the number of their spans. */
  readonly refusals: number;
};

export type RejectRow = {
  readonly id: number;
  readonly place: string;
  readonly reason: string;
  readonly spans: number;
};

export type BatchList = {
  readonly batches: readonly BatchRow[];
  readonly total: number;
  readonly rejects: readonly RejectRow[];
};

export type BatchPage = {
  /** From 1. */
  readonly page: number;
  readonly pageSize: number;
  readonly batch: number | null;
  readonly rejectsMax: number;
};

/** One page of ingests, latest first, and why records of one batch were refused. */
export function readBatches(db: Database, request: BatchPage): Promise<BatchList> {
  return db.read(async (connection) => {
    const sql = `SELECT b.id, b.source, b.received_us AS receivedUs, b.accepted, b.overwritten, b.duplicate,
        b.rejected, b.differing, b.records, b.events, b.erased, b.expired,
        (SELECT count(DISTINCT trace) FROM departed_traces d WHERE d.batch = b.id) AS leftProduction,
        (SELECT count(*) FROM rejects r WHERE r.batch = b.id) AS refusals
      FROM batches b ORDER BY b.id DESC LIMIT ? OFFSET ?`;
    const offset = (request.page - 1) * request.pageSize;
    const batches = statement<[number, number], BatchRow>(connection, sql);
    const countSql = "SELECT count(*) AS total FROM batches";
    const rejectSql = `SELECT id, place, reason, spans FROM rejects WHERE batch = ?
      ORDER BY id LIMIT ?`;
    const rejects = statement<[number, number], RejectRow>(connection, rejectSql);
    return {
      batches: await batches.all(request.pageSize, offset),
      total: (await statement<[], { total: number }>(connection, countSql).get())?.total ?? 0,
      rejects: request.batch === null ? [] : await rejects.all(request.batch, request.rejectsMax),
    };
  });
}
