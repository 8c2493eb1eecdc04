import type {
  Decision,
  DecisionKind,
  DecisionSubject,
  StoredDecision,
} from "@/lib/domain/case/decision";
import type { Override } from "@/lib/domain/case/override";
import type { Scope } from "@/lib/domain/people/permission";
import { caseVisibility } from "../cases/case-scope";
import { statement, type Connection, type Database } from "../port";
import { fromJson, type Json } from "../json";
import { enqueueMerges } from "../cases/merges";
import { enqueue, nextRevision, type Stamp } from "../queue";
import { flatMapInOrder, mapInOrder } from "@/lib/domain/in-order";
import { insertRow } from "../insert-row";

/** Records a person's decision and enqueues what it moves. @returns its key */
export function addDecision(db: Database, decision: Decision, nowUs: number): Promise<number> {
  return db.write(async (connection) => {
    const { kind, subject, fromCaseId, toCaseId, overrides } = decision;
    const sql = `INSERT INTO decisions (kind, subject, from_case_id, to_case_id, created_us)
      VALUES (?, ?, ?, ?, ?)`;
    const values = [kind, JSON.stringify(subject), fromCaseId, toCaseId, nowUs];
    const id = await insertRow(connection, sql, ...values);
    for (const override of overrides) await insertOverride(connection, id, override, nowUs);
    await enqueueMoved(connection, decision, nowUs);
    return id;
  });
}

async function insertOverride(
  connection: Connection,
  decision: number,
  override: Override,
  nowUs: number,
): Promise<void> {
  const sql = "INSERT INTO overrides (kind, body, created_us, decision) VALUES (?, ?, ?, ?)";
  const insert = statement<[string, string, number, number]>(connection, sql);
  await insert.run(override.kind, JSON.stringify(override), nowUs, decision);
}

/**
 * Revokes a decision and enqueues what it had moved.
 * @returns false where it was revoked already
 */
export function removeDecision(db: Database, id: number, nowUs: number): Promise<boolean> {
  return db.write(async (connection) => {
    const decision = await readMoved(connection, id);
    if (decision === null) return false;
    // Enqueued while it is in force: what it connects is found through it.
    await enqueueMoved(connection, decision, nowUs);
    await statement<[number]>(connection, "DELETE FROM overrides WHERE decision = ?").run(id);
    await statement<[number]>(connection, "DELETE FROM decisions WHERE id = ?").run(id);
    return true;
  });
}

type Moved = Pick<Decision, "fromCaseId" | "toCaseId" | "overrides">;

async function readMoved(connection: Connection, id: number): Promise<Moved | null> {
  const sql = `SELECT from_case_id AS fromCaseId, to_case_id AS toCaseId FROM decisions WHERE id = ?`;
  const row = await statement<[number], Omit<Moved, "overrides">>(connection, sql).get(id);
  if (row === undefined) return null;
  const bodies = "SELECT body FROM overrides WHERE decision = ? ORDER BY id";
  const rows = await statement<[number], { body: Json<Override> }>(connection, bodies).all(id);
  return { ...row, overrides: rows.map(({ body }) => fromJson(body)) };
}

/** Enqueues both ends too: they are processed after the traces, so that a page knows how long to wait. */
async function enqueueMoved(
  connection: Connection,
  { fromCaseId, toCaseId, overrides }: Moved,
  nowUs: number,
): Promise<void> {
  const stamp = { revision: await nextRevision(connection), nowUs };
  const merged = overrides.flatMap((override) =>
    override.kind === "merge" ? [override.fromCaseId, override.toCaseId] : [],
  );
  if (merged.length > 0) await enqueueMerges(connection, merged, stamp);
  const traceIds = overrides.flatMap((override) =>
    override.kind === "reassign" ? [override.traceId] : [],
  );
  await enqueueTraces(connection, new Set(traceIds), stamp);
  await enqueue(
    connection,
    "case",
    fromCaseId === null ? [toCaseId] : [fromCaseId, toCaseId],
    stamp,
  );
}

async function enqueueTraces(
  connection: Connection,
  traceIds: ReadonlySet<string>,
  stamp: Stamp,
): Promise<void> {
  const sql = "SELECT id FROM traces WHERE trace_id = ?";
  const find = statement<[string], { id: number }>(connection, sql);
  const keys = await flatMapInOrder([...traceIds], async (traceId) => {
    const row = await find.get(traceId);
    return row === undefined ? [] : [String(row.id)];
  });
  await enqueue(connection, "trace", keys, stamp);
}

type Row = {
  readonly id: number;
  readonly kind: DecisionKind;
  readonly subject: Json<DecisionSubject>;
  readonly fromCaseId: string | null;
  readonly toCaseId: string;
  readonly atUs: number;
};

/** A merge is detached where no span of the case it leads to ever stated the merged case, and no record names that. */
const isMergeDetached = `NOT EXISTS (SELECT 1 FROM case_records WHERE case_id = @fromCaseId)
  AND NOT (EXISTS (SELECT 1 FROM cases WHERE case_id = @fromCaseId) AND EXISTS (
    SELECT 1 FROM identities i JOIN spans s ON s.identity = i.id
      LEFT JOIN declarations e ON e.id = s.declared
    WHERE i.case_id =
        coalesce((SELECT merged_into FROM cases WHERE case_id = @fromCaseId), @fromCaseId)
      AND (i.case_id = @fromCaseId
        OR EXISTS (SELECT 1 FROM json_each(e.body, '$.caseId') said
          WHERE said.value ->> '$.value' = @fromCaseId)
        OR s.trace IN (SELECT t.id FROM overrides o
            JOIN traces t ON t.trace_id = o.body ->> '$.traceId'
          WHERE o.kind = 'reassign' AND o.body ->> '$.toCaseId' = @fromCaseId))))`;

/** A reassignment is detached where none of its traces, or spans of them, is stored. */
const isReassignmentDetached = `NOT EXISTS (SELECT 1 FROM overrides o
    JOIN traces t ON t.trace_id = o.body ->> '$.traceId'
  WHERE o.decision = @id AND (o.body ->> '$.spanId' IS NULL OR EXISTS
    (SELECT 1 FROM spans s WHERE s.trace = t.id AND s.span_id = o.body ->> '$.spanId')))`;

async function isDetached(
  connection: Connection,
  { kind, id, fromCaseId }: Pick<Row, "kind" | "id" | "fromCaseId">,
): Promise<boolean> {
  const is = kind === "merge" ? isMergeDetached : isReassignmentDetached;
  const given = kind === "merge" ? { fromCaseId } : { id };
  const find = statement<[typeof given], { isSo: number }>(connection, `SELECT ${is} AS isSo`);
  return (await find.get(given))?.isSo === 1;
}

type Ends = Pick<Decision, "fromCaseId" | "toCaseId">;

/** A decision without its targets. @returns null where there is no such decision */
export function readDecision(
  db: Database,
  id: number,
): Promise<Omit<Decision, "overrides"> | null> {
  const sql = `SELECT kind, subject, from_case_id AS fromCaseId, to_case_id AS toCaseId
    FROM decisions WHERE id = ?`;
  type Kept = Pick<Row, "kind" | "subject" | "fromCaseId" | "toCaseId">;
  return db.read(async (connection) => {
    const row = await statement<[number], Kept>(connection, sql).get(id);
    return row === undefined ? null : { ...row, subject: fromJson(row.subject) };
  });
}

/** Whether a decision that stands leads to a case, derived or not. */
export function isDecidedTarget(db: Database, caseId: string): Promise<boolean> {
  const sql = "SELECT 1 AS found FROM decisions WHERE to_case_id = ? LIMIT 1";
  return db.read(
    async (connection) =>
      (await statement<[string], { found: number }>(connection, sql).get(caseId)) !== undefined,
  );
}

/** Whether a decision is about cases within a scope: at least one, and none beyond it. */
export async function isDecisionSeen(
  db: Database,
  scope: Scope | null,
  { fromCaseId, toCaseId }: Ends,
): Promise<boolean> {
  if (scope === null) return true;
  const ends = [fromCaseId, toCaseId].filter((caseId) => caseId !== null);
  const sights = await Promise.all(ends.map((caseId) => caseVisibility(db, scope, caseId)));
  return sights.includes("seen") && !sights.includes("hidden");
}

/** People's decisions about a case, from it or to it, within a scope, oldest first. */
export async function readCaseDecisions(
  db: Database,
  scope: Scope | null,
  caseId: string,
): Promise<StoredDecision[]> {
  const sql = `SELECT d.id, d.kind, d.subject, d.from_case_id AS fromCaseId,
      d.to_case_id AS toCaseId, d.created_us AS atUs
    FROM decisions d WHERE d.from_case_id = @caseId OR d.to_case_id = @caseId ORDER BY d.id`;
  const decisions = await db.read(async (connection) =>
    mapInOrder(
      await statement<[{ readonly caseId: string }], Row>(connection, sql).all({ caseId }),
      async (row) => ({
        ...row,
        subject: fromJson(row.subject),
        isDetached: await isDetached(connection, row),
      }),
    ),
  );
  const seen = await Promise.all(decisions.map((each) => isDecisionSeen(db, scope, each)));
  return decisions.filter((_, index) => seen[index] === true);
}
