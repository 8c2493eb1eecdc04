import { statement, type Connection, type Database } from "../port";
import { linkedTraceOf } from "@/lib/domain/trace/trace-link";
import { noteOversized } from "./oversized-groups";
import { enqueue, type Stamp } from "../queue";
import { sessionFlow, sharedTurns, type Turns } from "../queue-rounds";
import { everyInOrder, mapInOrder } from "@/lib/domain/in-order";

/** How the facts (JSON) of a session's traces are combined. */
export type SessionRules = {
  /** Above so many traces a session hands nothing down. */
  readonly membersMax: number;
  /** Mergeable aggregate: `condense([condense(a), ...b]) = condense([...a, ...b])`. */
  readonly condense: (facts: readonly string[]) => string;
  /** Whether two hand the same values down; null hands nothing down. */
  readonly areAlike: (one: string | null, other: string | null) => boolean;
};

/** A trace's previous and current statements of a session (JSON); undefined where it does not belong to it. */
type SessionChange = {
  readonly session: string;
  readonly trace: number;
  readonly was: string | undefined;
  readonly is: string | undefined;
};

type SessionSummary = { readonly members: number; readonly facts: string | null };

/** A trace's sessions, resolved. */
export type TraceSessions = {
  readonly trace: number;
  /** The trace's current sessions, with its statements there (JSON). */
  readonly stated: ReadonlyMap<string, string>;
  /** By session: the combined statements when the trace was resolved; null: nothing is handed down. */
  readonly handedDown: ReadonlyMap<string, string | null>;
};

/**
 * What each session that a trace belongs to hands down, given the trace's current statements.
 * @param stated by session, the trace's statement there (JSON)
 */
export function readHandedDown(
  db: Database,
  trace: number,
  stated: ReadonlyMap<string, string>,
  rules: SessionRules,
): Promise<Map<string, string | null>> {
  return db.read(async (connection) => {
    const before = await readFactsBefore(connection, trace);
    const handedDown = await mapInOrder([...stated], async ([session, is]) => {
      const change = { session, trace, was: before.get(session), is };
      return [session, (await summaryAfter(connection, change, rules)).facts] as const;
    });
    return new Map(handedDown);
  });
}

/** Whether another trace links to a trace, by its key. */
export function isLinkedTo(db: Database, trace: number, key: string): Promise<boolean> {
  const sql = "SELECT 1 FROM trace_sessions WHERE session = ? AND trace <> ? LIMIT 1";
  return db.read(
    async (connection) =>
      (await statement<[string, number], object>(connection, sql).get(key, trace)) !== undefined,
  );
}

/**
 * Stores what traces state of their sessions. Enqueues the other traces of a session that now hands something else
 * down, and those of the given ones that were resolved with something else.
 */
export async function writeSessions(
  connection: Connection,
  traces: readonly TraceSessions[],
  rules: SessionRules,
  stamp: Stamp,
): Promise<void> {
  const before = new Map<string, string | null>();
  for (const { trace, stated } of traces) {
    const earlier = await readFactsBefore(connection, trace);
    for (const session of new Set([...stated.keys(), ...earlier.keys()])) {
      if (!before.has(session)) before.set(session, (await readSummary(connection, session)).facts);
      const change = { session, trace, was: earlier.get(session), is: stated.get(session) };
      await writeChange(connection, change, rules);
      if (change.was === undefined) await enqueueLinked(connection, session, trace, stamp);
    }
  }
  const resolved = new Set(traces.map(({ trace }) => trace));
  for (const [session, facts] of before) {
    if (rules.areAlike(facts, (await readSummary(connection, session)).facts)) continue;
    const others = (await tracesOf(connection, session)).filter((trace) => !resolved.has(trace));
    await enqueue(connection, "trace", others.map(String), stamp, turnsOf(session));
  }
  for (const { trace, handedDown } of traces) {
    const isCurrent = await everyInOrder([...handedDown], async ([session, facts]) =>
      rules.areAlike(facts, (await readSummary(connection, session)).facts),
    );
    const [session] = handedDown.keys();
    if (!isCurrent && session !== undefined)
      await enqueue(connection, "trace", [String(trace)], stamp, turnsOf(session));
  }
}

/** Enqueues a trace that another has begun to link to: it states what it hands down to those that do. */
async function enqueueLinked(
  connection: Connection,
  session: string,
  trace: number,
  stamp: Stamp,
): Promise<void> {
  const traceId = linkedTraceOf(session);
  if (traceId === null) return;
  const sql = "SELECT id FROM traces WHERE trace_id = ? AND id <> ?";
  const found = await statement<[string, number], { id: number }>(connection, sql).get(
    traceId,
    trace,
  );
  if (found !== undefined)
    await enqueue(connection, "trace", [String(found.id)], stamp, turnsOf(session));
}

function turnsOf(session: string): Turns {
  return sharedTurns(() => sessionFlow(session));
}

async function readFactsBefore(
  connection: Connection,
  trace: number,
): Promise<Map<string, string>> {
  const sql = "SELECT session, facts FROM trace_sessions WHERE trace = ?";
  const rows = await statement<[number], { session: string; facts: string }>(connection, sql).all(
    trace,
  );
  return new Map(rows.map(({ session, facts }) => [session, facts]));
}

async function readSummary(connection: Connection, session: string): Promise<SessionSummary> {
  const sql = "SELECT members, facts FROM sessions WHERE session = ?";
  const row = await statement<[string], SessionSummary>(connection, sql).get(session);
  return row ?? { members: 0, facts: null };
}

/** Reads the other traces only where a statement is withdrawn, or was never combined. */
async function summaryAfter(
  connection: Connection,
  { session, trace, was, is }: SessionChange,
  { membersMax, condense }: SessionRules,
): Promise<SessionSummary> {
  const summary = await readSummary(connection, session);
  const members = summary.members + Number(is !== undefined) - Number(was !== undefined);
  if (members > membersMax) return { members, facts: null };
  if (is !== undefined && (summary.facts !== null || summary.members === 0)) {
    const adds = was === undefined || was === is || condense([is, was]) === condense([is]);
    if (adds) return { members, facts: condense([summary.facts ?? is, is]) };
  }
  const others = await factsOfOthers(connection, session, trace);
  return { members, facts: condense(is === undefined ? others : [...others, is]) };
}

async function factsOfOthers(
  connection: Connection,
  session: string,
  trace: number,
): Promise<string[]> {
  const sql = "SELECT DISTINCT facts FROM trace_sessions WHERE session = ? AND trace <> ?";
  return (
    await statement<[string, number], { facts: string }>(connection, sql).all(session, trace)
  ).map(({ facts }) => facts);
}

async function writeChange(
  connection: Connection,
  change: SessionChange,
  rules: SessionRules,
): Promise<void> {
  const { session, trace, was, is } = change;
  const { members, facts } = await summaryAfter(connection, change, rules);
  if (is === undefined) {
    const sql = "DELETE FROM trace_sessions WHERE session = ? AND trace = ?";
    await statement<[string, number]>(connection, sql).run(session, trace);
  } else if (is !== was) {
    const sql = `INSERT INTO trace_sessions (session, trace, facts) VALUES (?, ?, ?)
      ON CONFLICT (session, trace) DO UPDATE SET facts = excluded.facts`;
    await statement<[string, number, string]>(connection, sql).run(session, trace, is);
  }
  if (members === 0) {
    await statement<[string]>(connection, "DELETE FROM sessions WHERE session = ?").run(session);
    return;
  }
  const sql = `INSERT INTO sessions (session, members, facts) VALUES (@session, @members, @facts)
    ON CONFLICT (session) DO UPDATE SET members = excluded.members, facts = excluded.facts
    WHERE sessions.members <> excluded.members OR sessions.facts IS DISTINCT FROM excluded.facts`;
  await statement<[SessionSummary & { readonly session: string }]>(connection, sql).run({
    session,
    members,
    facts,
  });
  if (linkedTraceOf(session) === null)
    await noteOversized(connection, "session", session, members > rules.membersMax);
}

async function tracesOf(connection: Connection, session: string): Promise<number[]> {
  const sql = "SELECT trace FROM trace_sessions WHERE session = ?";
  return (await statement<[string], { trace: number }>(connection, sql).all(session)).map(
    ({ trace }) => trace,
  );
}
