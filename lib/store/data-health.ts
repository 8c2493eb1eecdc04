import { channels, type Channel } from "@/lib/domain/trace/channel";
import type {
  ChannelFeed,
  DataHealth,
  FindingCount,
  QueueFailure,
  RegionCount,
  SourceCount,
  StageQueue,
  UnassignedGroup,
  VerdictCount,
} from "@/lib/domain/trace/data-health";
import type { IdentityField, IdentitySource } from "@/lib/domain/trace/identity";
import { caselessSpansSql, hasNoEvents } from "./spans/caseless-spans";
import { statement, type Connection, type Database } from "./port";
import { senderQueues } from "./queue";
import { readOversized } from "./spans/oversized-groups";
import { fromJson, type Json } from "./json";
import { flatMapInOrder, mapInOrder } from "@/lib/domain/in-order";

const usPerDay = 86_400_000_000;
const sourceFields = ["caseId", "customerId", "channel"] as const satisfies IdentityField[];
/** The longest failed ones are shown. */
const failuresMax = 20;
/** Statistics are of the latest identities and verdicts: a page must not wait for a scan of millions. */
const sampleSize = 50_000;
const examplesMax = 3;
const oversizedMax = 20;

export type HealthWindow = {
  /** How many days of contacts are counted, the last one that of the newest contact. */
  readonly days: number;
  /** The days up to a channel's last contact from which its rate is computed. */
  readonly rateDays: number;
  /** Contacts that claim to be later come from a broken clock and end no window. */
  readonly nowUs: number;
  /** The days in the workspace's time zone. */
  readonly calendar: Calendar;
};

/** Days since 1970-01-01 of a time zone, and the instants at which they begin. */
export type Calendar = {
  readonly dayOf: (instantUs: number) => number;
  readonly startOf: (day: number) => number;
};

/** Whether a workspace's data is complete. */
export function readDataHealth(db: Database, window: HealthWindow): Promise<DataHealth> {
  return db.read(async (connection) => ({
    feeds: await readFeeds(connection, window),
    unassignedSpans: await countUnassignedSpans(connection),
    unassigned: await readUnassigned(connection),
    sources: await readSources(connection),
    findings: await readFindings(connection),
    regions: await readRegions(connection),
    oversized: await readOversized(connection, oversizedMax),
    queue: await readQueueStages(connection),
    senders: await senderQueues(connection),
    failures: await readFailures(connection),
    verdicts: await readVerdicts(connection),
  }));
}

/** The regions of the latest cases with their numbers, the most frequent first. */
function readRegions(connection: Connection): Promise<RegionCount[]> {
  const sql = `SELECT region, count(*) AS count
    FROM (SELECT region FROM cases ORDER BY id DESC LIMIT ?) latest
    WHERE region IS NOT NULL GROUP BY region ORDER BY count DESC, region`;
  return statement<[number], RegionCount>(connection, sql).all(sampleSize);
}

async function readFeeds(connection: Connection, window: HealthWindow): Promise<ChannelFeed[]> {
  const paces = await flatMapInOrder(channels, (channel) => readPace(connection, channel, window));
  const { calendar, days, nowUs } = window;
  const newestDay = calendar.dayOf(Math.max(0, ...paces.map(({ lastUs }) => lastUs)));
  const startsUs = Array.from({ length: days + 1 }, (_, at) =>
    calendar.startOf(newestDay - days + 1 + at),
  );
  const sql = `SELECT count(*) AS count FROM interactions
    WHERE channel = ? AND start_us >= ? AND start_us < ?`;
  const counts = statement<[Channel, number, number], { count: number }>(connection, sql);
  return mapInOrder(paces, async (pace) => {
    const byDay = new Map<number, number>();
    for (let at = 0; at < days; at += 1) {
      const untilUs = Math.min(startsUs[at + 1] ?? 0, nowUs + 1);
      const count = (await counts.get(pace.channel, startsUs[at] ?? 0, untilUs))?.count ?? 0;
      if (count > 0) byDay.set(newestDay - days + 1 + at, count);
    }
    return { ...pace, byDay };
  });
}

/** A contact belongs to the day of its start, and is as new as its end, as everywhere else. */
async function readPace(
  connection: Connection,
  channel: Channel,
  { rateDays, nowUs }: HealthWindow,
): Promise<Omit<ChannelFeed, "byDay">[]> {
  const startSql = (end: "min" | "max") =>
    `SELECT ${end}(start_us) AS us FROM interactions WHERE channel = ? AND start_us <= ?`;
  const startOf = async (end: "min" | "max") =>
    (
      await statement<[Channel, number], { us: number | null }>(connection, startSql(end)).get(
        channel,
        nowUs,
      )
    )?.us ?? null;
  const firstUs = await startOf("min");
  const lastStartUs = await startOf("max");
  if (firstUs === null || lastStartUs === null) return [];
  const sql = `SELECT count(*) AS recent, min(start_us) AS recentFirstUs,
      max(CASE WHEN end_us <= @nowUs THEN end_us ELSE start_us END) AS lastUs FROM interactions
    WHERE channel = @channel AND start_us BETWEEN @fromUs AND @lastStartUs`;
  type Row = Omit<ChannelFeed, "byDay" | "channel" | "firstUs">;
  const fromUs = lastStartUs - rateDays * usPerDay;
  const row = statement<[object], Row>(connection, sql);
  const recent = await row.get({ nowUs, channel, fromUs, lastStartUs });
  return recent === undefined ? [] : [{ channel, firstUs, ...recent }];
}

async function countUnassignedSpans(connection: Connection): Promise<number> {
  return (await statement<[], { count: number }>(connection, caselessSpansSql).get())?.count ?? 0;
}

async function readUnassigned(connection: Connection): Promise<UnassignedGroup[]> {
  type Row = Omit<UnassignedGroup, "hasSession" | "torn" | "exampleTraceIds"> & {
    readonly hasSession: number;
    /** 2: several cases, 1: another conflict, 0: none. */
    readonly torn: number;
    readonly examples: Json<readonly string[]>;
  };
  const sql = `WITH lacking AS (
      SELECT coalesce(json_extract(u.body, '$.channel.value'), 'unknown') AS channel,
        json_extract(u.body, '$.session.value') IS NOT NULL AS hasSession,
        u.torn, u.spans, u.trace
      FROM (SELECT i.body, s.trace, count(*) AS spans, coalesce((
            SELECT max(CASE WHEN f.code = 'several-cases-in-trace' THEN 2 ELSE 1 END)
            FROM trace_findings f WHERE f.trace = s.trace
              AND f.code IN ('several-cases-in-trace', 'identity-conflict')), 0) AS torn
          FROM identities i JOIN spans s ON s.identity = i.id
          WHERE i.case_id IS NULL AND s.part <> 'event' GROUP BY i.id, s.trace LIMIT ?) u),
    placed AS (SELECT *, dense_rank() OVER (
        PARTITION BY channel, hasSession, torn ORDER BY trace) AS place FROM lacking)
    SELECT channel, hasSession, torn, sum(spans) AS spans, count(DISTINCT trace) AS traces,
      json_group_array(DISTINCT CAST(trace AS text)) FILTER (WHERE place <= ${examplesMax}) AS examples
    FROM placed GROUP BY 1, 2, 3 ORDER BY spans DESC, 1, 2, 3`;
  const rows = await statement<[number], Row>(connection, sql).all(sampleSize);
  return mapInOrder(rows, async ({ examples, ...row }) => ({
    ...row,
    hasSession: row.hasSession === 1,
    torn: (["cases", "customers or sessions"] as const)[2 - row.torn] ?? null,
    exampleTraceIds: (await mapInOrder(fromJson(examples), (key) => readTraceId(connection, key)))
      .filter((traceId) => traceId !== null)
      .sort(),
  }));
}

async function readSources(connection: Connection): Promise<SourceCount[]> {
  const eventsSql = `SELECT ${hasNoEvents} AS isSo`;
  const hasEvents =
    (await statement<[], { isSo: number }>(connection, eventsSql).get())?.isSo === 0;
  const sources = sourceFields.map(
    (field) => `json_extract(g.body, '$.${field}.from') AS ${field}`,
  );
  const sql = `SELECT ${sources.join(", ")}, sum(g.spans) AS spans
    FROM (SELECT i.body, count(*) AS spans
      FROM (SELECT id, body FROM identities ORDER BY id DESC LIMIT ?) i
        JOIN spans s ON s.identity = i.id ${hasEvents ? "WHERE s.part <> 'event'" : ""}
      GROUP BY i.id, i.body) g
    GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`;
  type Row = Readonly<Record<IdentityField, IdentitySource | null>> & { readonly spans: number };
  const rows = await statement<[number], Row>(connection, sql).all(sampleSize);
  return sourceFields.flatMap((field) => {
    const spans = new Map<IdentitySource | null, number>();
    for (const row of rows) spans.set(row[field], (spans.get(row[field]) ?? 0) + row.spans);
    return [...spans]
      .sort(([one], [other]) => ((one ?? "") < (other ?? "") ? -1 : 1))
      .map(([from, count]) => ({ field, from, spans: count }));
  });
}

function readFindings(connection: Connection): Promise<FindingCount[]> {
  const sql = `SELECT g.code, g.count, t.trace_id AS exampleTraceId
    FROM (SELECT code, sum(count) AS count, min(trace) AS trace FROM (
        SELECT code, count(*) AS count, min(trace) AS trace FROM trace_findings GROUP BY code
        UNION ALL SELECT f.code, f.count, s.trace
          FROM (SELECT code, count(*) AS count, min(span) AS span FROM span_findings GROUP BY code) f
          JOIN spans s ON s.id = f.span) AS found
      GROUP BY code) g JOIN traces t ON t.id = g.trace
    ORDER BY g.count DESC, g.code`;
  return statement<[], FindingCount>(connection, sql).all();
}

function readQueueStages(connection: Connection): Promise<StageQueue[]> {
  const sql = `SELECT stage, count(*) AS depth, min(since_us) AS oldestUs FROM queue
    WHERE failure IS NULL
    GROUP BY stage ORDER BY stage`;
  return statement<[], StageQueue>(connection, sql).all();
}

async function readFailures(connection: Connection): Promise<QueueFailure[]> {
  const sql = `SELECT stage, failure, key, count(*) OVER () AS total
    FROM queue WHERE failure IS NOT NULL ORDER BY since_us, stage, key LIMIT ?`;
  type Row = Omit<QueueFailure, "hasPage" | "id"> & { readonly key: string };
  const hasPage = statement<[string], object>(connection, "SELECT 1 FROM cases WHERE case_id = ?");
  return mapInOrder(
    await statement<[number], Row>(connection, sql).all(failuresMax),
    async ({ key, ...row }) => {
      if (row.stage === "trace") {
        const traceId = await readTraceId(connection, key);
        return { ...row, id: traceId ?? key, hasPage: true };
      }
      const isOfCase = stagesOfCases.has(row.stage);
      return { ...row, id: key, hasPage: !isOfCase || (await hasPage.get(key)) !== undefined };
    },
  );
}

const stagesOfCases: ReadonlySet<string> = new Set(["case", "rules"]);

async function readTraceId(connection: Connection, key: string): Promise<string | null> {
  const sql = "SELECT trace_id AS traceId FROM traces WHERE id = ?";
  return (
    (await statement<[number], { traceId: string }>(connection, sql).get(Number(key)))?.traceId ??
    null
  );
}

function readVerdicts(connection: Connection): Promise<VerdictCount[]> {
  const sql = `SELECT evaluator, version, status,
      CASE status WHEN 'scored' THEN '' ELSE because END AS because, count(*) AS count
    FROM (SELECT * FROM scores ORDER BY id DESC LIMIT ?) AS newest
    GROUP BY 1, 2, 3, 4 ORDER BY 1, coalesce(version, -1), 3, count DESC, 4`;
  return statement<[number], VerdictCount>(connection, sql).all(sampleSize);
}
