import { readReplayCaseId } from "@/lib/domain/gate/replay";
import type { DataFinding } from "@/lib/domain/trace/finding";
import type { Declaration, Identity } from "@/lib/domain/trace/identity";
import { spanKinds, spanTraits } from "@/lib/domain/trace/reading";
import { statement, type Connection, type Database } from "../port";
import { fromJson, type Json } from "../json";
import { internIdentity } from "./intern";
import { isMergeCurrent } from "../cases/merges";
import {
  enqueue,
  isCurrent,
  nextRevision,
  settle,
  type AnswerStamp,
  type QueueEntry,
} from "../queue";
import { customerFlow, sharedTurns } from "../queue-rounds";
import { writeSessions, type SessionRules, type TraceSessions } from "./session-facts";
import { filterInOrder } from "@/lib/domain/in-order";

/** A trace's declarations, each once. */
export type TraceDeclarations = {
  readonly traceId: string;
  readonly declarations: readonly {
    readonly id: number | null;
    readonly declared: Declaration;
    /** Declared by a call's own span, as a model's or a tool's. */
    readonly isCall: boolean;
  }[];
};

export type TraceSpanRow = {
  readonly id: number;
  readonly spanId: string;
  readonly parentSpanId: string | null;
  readonly declaration: number | null;
  readonly isCall: boolean;
};

const calls = spanKinds.filter((kind) => spanTraits[kind].form !== "frame");
/** 1 if a span is a call's own, as a model's or a tool's. */
const isCallSql = `CASE WHEN kind IN (${calls.map((kind) => `'${kind}'`).join(", ")}) THEN 1 ELSE 0 END`;

/** The resolved identities of a trace, ready to be stored. */
export type TraceAssignment = {
  readonly entry: QueueEntry;
  readonly identities:
    | { readonly by: "declaration"; readonly of: ReadonlyMap<number | null, Identity> }
    | { readonly by: "span"; readonly of: ReadonlyMap<number, Identity> };
  readonly sessions: Omit<TraceSessions, "trace">;
  readonly findings: readonly DataFinding[];
};

/** What the spans of a trace state; of every trace that was ever enqueued. */
export function readTraceDeclarations(db: Database, trace: number): Promise<TraceDeclarations> {
  return db.read(async (connection) => {
    const sql = "SELECT trace_id AS traceId FROM traces WHERE id = ?";
    const row = await statement<[number], { traceId: string }>(connection, sql).get(trace);
    if (row === undefined)
      throw new Error(`The queue names trace ${String(trace)}, which is not stored.`);
    const declarations = await statement<
      [number],
      { id: number | null; body: Json<Declaration> | null; isCall: number }
    >(
      connection,
      `SELECT d.id, d.body, s.isCall
       FROM (SELECT DISTINCT declared, ${isCallSql} AS isCall FROM spans WHERE trace = ?) s
       LEFT JOIN declarations d ON d.id = s.declared`,
    ).all(trace);
    return {
      traceId: row.traceId,
      declarations: declarations.map(({ id, body, isCall }) => ({
        id,
        isCall: isCall === 1,
        declared: body === null ? {} : fromJson(body),
      })),
    };
  });
}

/** All spans of a trace, without their texts. */
export function readTraceSpans(db: Database, trace: number): Promise<TraceSpanRow[]> {
  type Row = Omit<TraceSpanRow, "isCall"> & { readonly isCall: number };
  const sql = `SELECT id, span_id AS spanId, parent_span_id AS parentSpanId, declared AS declaration,
      ${isCallSql} AS isCall
    FROM spans WHERE trace = ? ORDER BY span_id`;
  return db.read(async (connection) =>
    (await statement<[number], Row>(connection, sql).all(trace)).map((row) => ({
      ...row,
      isCall: row.isCall === 1,
    })),
  );
}

/** Spans of a trace that start before their parent by more than usual clock skew. @param toleranceUs microseconds */
export function countEarlyChildren(
  db: Database,
  trace: number,
  toleranceUs: number,
): Promise<number> {
  const sql = `SELECT count(*) AS count FROM spans c
    JOIN spans p ON p.trace = c.trace AND p.span_id = c.parent_span_id
    WHERE c.trace = ? AND c.start_us < p.start_us - ?`;
  return db.read(
    async (connection) =>
      (
        await statement<[number, number], { count: number }>(connection, sql).get(
          trace,
          toleranceUs,
        )
      )?.count ?? 0,
  );
}

/**
 * Stores the identities of traces' spans, and enqueues the cases they left and joined. A trace that was enqueued again
 * meanwhile is skipped, and so are all where a merge was recorded meanwhile.
 * @returns the entries that were settled
 */
export function writeTraceIdentities(
  db: Database,
  assignments: readonly TraceAssignment[],
  { mergeRevision, nowUs }: AnswerStamp,
  rules: SessionRules,
): Promise<QueueEntry[]> {
  return db.write(async (connection) => {
    if (!(await isMergeCurrent(connection, mergeRevision))) return [];
    const stamp = { revision: await nextRevision(connection), nowUs };
    const current = await filterInOrder(assignments, ({ entry }) =>
      isCurrent(connection, "trace", entry),
    );
    const touched = new Map<string, string | undefined>();
    const senders = new Map<string, string>();
    for (const assignment of current) {
      const cases = await writeAssignment(connection, assignment);
      for (const [caseId, flow] of cases) {
        touched.set(caseId, flow ?? touched.get(caseId));
        senders.set(caseId, assignment.entry.sender ?? "");
      }
    }
    const turns = sharedTurns(
      (caseId) => touched.get(caseId),
      (caseId) => senders.get(caseId) ?? "",
    );
    await enqueue(connection, "case", touched.keys(), stamp, turns);
    const sessions = current.map((each) => ({ ...each.sessions, trace: Number(each.entry.key) }));
    await writeSessions(connection, sessions, rules, stamp);
    return filterInOrder(
      current.map(({ entry }) => entry),
      (entry) => settle(connection, "trace", entry),
    );
  });
}

/** @returns the cases that the trace left or joined, each with its customer's flow where that is known */
async function writeAssignment(
  connection: Connection,
  assignment: TraceAssignment,
): Promise<ReadonlyMap<string, string | undefined>> {
  const trace = Number(assignment.entry.key);
  const before = await casesOf(connection, trace);
  const changed = await assign(connection, trace, assignment);
  await writeFindings(connection, trace, assignment.findings);
  if (changed === 0) return new Map();
  const after = await casesOf(connection, trace);
  await noteDeparture(connection, trace, before, after);
  const flows = new Map<string, string>();
  for (const { caseId, customerId } of assignment.identities.of.values()) {
    if (caseId === undefined || customerId === undefined) continue;
    flows.set(caseId.value, customerFlow(customerId.value));
  }
  const touched = [...before.values(), ...after.values()];
  return new Map(touched.map((caseId) => [caseId, flows.get(caseId)]));
}

type CasesByIdentity = ReadonlyMap<number, string>;

async function casesOf(connection: Connection, trace: number): Promise<CasesByIdentity> {
  const sql = `SELECT i.id, i.case_id AS caseId
    FROM (SELECT DISTINCT identity FROM spans WHERE trace = ?) s
    JOIN identities i ON i.id = s.identity WHERE i.case_id IS NOT NULL`;
  const rows = await statement<[number], { id: number; caseId: string }>(connection, sql).all(
    trace,
  );
  return new Map(rows.map(({ id, caseId }) => [id, caseId]));
}

/** Notes for the ingest that brought the trace's last spans which cases of production it left to be a replay. */
async function noteDeparture(
  connection: Connection,
  trace: number,
  before: CasesByIdentity,
  after: CasesByIdentity,
): Promise<void> {
  const isReplay = (caseId: string) => readReplayCaseId(caseId) !== null;
  if (after.size === 0 || ![...after.values()].every(isReplay)) return;
  const sql = `INSERT INTO departed_traces (batch, trace, identity)
    SELECT max(batch), @trace, @identity FROM spans WHERE trace = @trace ON CONFLICT DO NOTHING`;
  const insert = statement<[{ trace: number; identity: number }]>(connection, sql);
  for (const [identity, caseId] of before)
    if (!isReplay(caseId)) await insert.run({ trace, identity });
}

async function assign(
  connection: Connection,
  trace: number,
  { identities }: TraceAssignment,
): Promise<number> {
  let changed = 0;
  if (identities.by === "declaration") {
    const sql = `UPDATE spans SET identity = ? WHERE trace = ? AND declared IS NOT DISTINCT FROM ? AND identity IS DISTINCT FROM ?`;
    const update = statement<[number, number, number | null, number]>(connection, sql);
    for (const [declaration, identity] of identities.of) {
      const id = await identityKey(connection, identity);
      changed += (await update.run(id, trace, declaration, id)).changes;
    }
    return changed;
  }
  const spansOf = new Map<number, number[]>();
  for (const [span, identity] of identities.of) {
    const id = await identityKey(connection, identity);
    const spans = spansOf.get(id);
    if (spans === undefined) spansOf.set(id, [span]);
    else spans.push(span);
  }
  const sql = `UPDATE spans SET identity = ? WHERE id IN (SELECT CAST(value AS bigint) FROM json_each(?))
    AND identity IS DISTINCT FROM ?`;
  const update = statement<[number, string, number]>(connection, sql);
  for (const [id, spans] of spansOf)
    changed += (await update.run(id, JSON.stringify(spans), id)).changes;
  return changed;
}

function identityKey(connection: Connection, identity: Identity): Promise<number> {
  return internIdentity(connection, JSON.stringify(identity), identity.caseId?.value ?? null);
}

async function writeFindings(
  connection: Connection,
  trace: number,
  findings: readonly DataFinding[],
): Promise<void> {
  await statement<[number]>(connection, "DELETE FROM trace_findings WHERE trace = ?").run(trace);
  const sql = "INSERT INTO trace_findings (trace, code, detail) VALUES (?, ?, ?)";
  const insert = statement<[number, string, string]>(connection, sql);
  await insert.runAll(findings.map(({ code, detail }) => [trace, code, detail]));
}
