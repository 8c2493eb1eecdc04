import type { Connection } from "@/db/connect";
import { channels, type Channel } from "@/lib/domain/channel";
import type {
  ChannelFeed,
  DataHealth,
  FindingCount,
  SourceCount,
  StageQueue,
  UnassignedGroup,
  VerdictCount,
} from "@/lib/domain/data-health";
import type { IdentityField, IdentitySource } from "@/lib/domain/identity";
import { statement, type Database } from "./database";

const usPerDay = 86_400_000_000;
const sourceFields = ["caseId", "customerId", "channel"] as const satisfies IdentityField[];
/** The latest identities and verdicts stand for all: a page must not wait for a scan of millions. */
const sampleSize = 50_000;

/**
 * Whether a workspace's data is complete.
 * @param window.days how many days of contacts are counted, the last one that of the newest contact
 * @param window.nowUs contacts that claim to be later come from a broken clock and end no window
 */
export function readDataHealth(
  db: Database,
  window: { readonly days: number; readonly nowUs: number },
): Promise<DataHealth> {
  return db.read((connection) => ({
    feeds: readFeeds(connection, window),
    unassignedSpans: countUnassignedSpans(connection),
    unassigned: readUnassigned(connection),
    sources: sourceFields.flatMap((field) => readSources(connection, field)),
    findings: readFindings(connection),
    queue: readQueueStages(connection),
    verdicts: readVerdicts(connection),
  }));
}

function readFeeds(
  connection: Connection,
  { days, nowUs }: { readonly days: number; readonly nowUs: number },
): ChannelFeed[] {
  const lastSql =
    "SELECT max(start_us) AS us FROM interactions WHERE channel = ? AND start_us <= ?";
  const lasts = channels.flatMap((channel) => {
    const last = statement<[Channel, number], { us: number | null }>(connection, lastSql);
    const us = last.get(channel, nowUs)?.us ?? null;
    return us === null ? [] : [{ channel, lastUs: us }];
  });
  const newestDay = Math.floor(Math.max(0, ...lasts.map(({ lastUs }) => lastUs)) / usPerDay);
  const fromUs = (newestDay - days + 1) * usPerDay;
  const daySql = `SELECT start_us / ${usPerDay} AS day, count(*) AS count FROM interactions
    WHERE channel = ? AND start_us BETWEEN ? AND ? GROUP BY day`;
  type Row = { readonly day: number; readonly count: number };
  return lasts.map(({ channel, lastUs }) => {
    const rows = statement<[Channel, number, number], Row>(connection, daySql);
    const counts = rows.all(channel, fromUs, nowUs).map(({ day, count }) => [day, count] as const);
    return { channel, lastUs, byDay: new Map(counts) };
  });
}

function countUnassignedSpans(connection: Connection): number {
  const sql = `SELECT count(*) AS count FROM identities i JOIN spans s ON s.identity = i.id
    WHERE i.case_id IS NULL`;
  return statement<[], { count: number }>(connection, sql).get()?.count ?? 0;
}

function readUnassigned(connection: Connection): UnassignedGroup[] {
  type Row = Omit<UnassignedGroup, "hasSession" | "isTorn"> & {
    readonly hasSession: number;
    readonly isTorn: number;
  };
  const sql = `SELECT g.channel, g.hasSession, g.isTorn, g.spans, g.traces,
      t.trace_id AS exampleTraceId
    FROM (SELECT coalesce(json_extract(u.body, '$.channel.value'), 'unknown') AS channel,
        json_extract(u.body, '$.session.value') IS NOT NULL AS hasSession,
        EXISTS (SELECT 1 FROM trace_findings f WHERE f.trace = u.trace
          AND f.code = 'several-cases-in-trace') AS isTorn,
        sum(u.spans) AS spans, count(DISTINCT u.trace) AS traces, min(u.trace) AS trace
      FROM (SELECT i.body, s.trace, count(*) AS spans FROM identities i
          JOIN spans s ON s.identity = i.id WHERE i.case_id IS NULL
          GROUP BY i.id, s.trace LIMIT ?) u
      GROUP BY 1, 2, 3) g JOIN traces t ON t.id = g.trace
    ORDER BY g.spans DESC, g.channel, g.hasSession, g.isTorn`;
  return statement<[number], Row>(connection, sql)
    .all(sampleSize)
    .map((row) => ({ ...row, hasSession: row.hasSession === 1, isTorn: row.isTorn === 1 }));
}

function readSources(connection: Connection, field: IdentityField): SourceCount[] {
  const sql = `SELECT json_extract(i.body, '$.${field}.from') AS "from", sum(
      (SELECT count(*) FROM spans s WHERE s.identity = i.id)) AS spans
    FROM (SELECT id, body FROM identities ORDER BY id DESC LIMIT ?) i GROUP BY 1`;
  type Row = { readonly from: IdentitySource | null; readonly spans: number };
  return statement<[number], Row>(connection, sql)
    .all(sampleSize)
    .filter(({ spans }) => spans > 0)
    .map((row) => ({ field, ...row }));
}

function readFindings(connection: Connection): FindingCount[] {
  const sql = `SELECT g.code, g.count, t.trace_id AS exampleTraceId
    FROM (SELECT code, sum(count) AS count, min(trace) AS trace FROM (
        SELECT code, count(*) AS count, min(trace) AS trace FROM trace_findings GROUP BY code
        UNION ALL SELECT f.code, f.count, s.trace
          FROM (SELECT code, count(*) AS count, min(span) AS span FROM span_findings GROUP BY code) f
          JOIN spans s ON s.id = f.span)
      GROUP BY code) g JOIN traces t ON t.id = g.trace
    ORDER BY g.count DESC, g.code`;
  return statement<[], FindingCount>(connection, sql).all();
}

function readQueueStages(connection: Connection): StageQueue[] {
  const sql = `SELECT stage, count(*) AS depth, min(since_us) AS oldestUs FROM queue
    GROUP BY stage ORDER BY stage`;
  return statement<[], StageQueue>(connection, sql).all();
}

function readVerdicts(connection: Connection): VerdictCount[] {
  const sql = `SELECT evaluator, version, status,
      CASE status WHEN 'scored' THEN '' ELSE because END AS because, count(*) AS count
    FROM (SELECT * FROM scores ORDER BY id DESC LIMIT ?)
    GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, count DESC, 4`;
  return statement<[number], VerdictCount>(connection, sql).all(sampleSize);
}
