import type { Declaration, Identity, IdentityField } from "@/lib/domain/trace/identity";
import { flatMapInOrder } from "@/lib/domain/in-order";
import { statement, tupleStatement, type Connection } from "../port";
import { fromJson, type Json } from "../json";
import { inKeys } from "../spans/retired-rows";

/** What a trace's spans name, from any source; `cases` and `customers` also by inheritance and people's decisions. */
export type TraceNames = {
  readonly customers: Set<string>;
  readonly cases: Set<string>;
  readonly sessions: Set<string>;
  /** Declared ids of contacts. */
  readonly contacts: Set<string>;
};

export function noNames(): TraceNames {
  return { customers: new Set(), cases: new Set(), sessions: new Set(), contacts: new Set() };
}

/** Adds what a span declares. */
export function addDeclared(names: TraceNames, declared: Declaration): void {
  const addAll = (to: Set<string>, field: IdentityField) => {
    for (const { value } of declared[field] ?? []) to.add(value);
  };
  addAll(names.customers, "customerId");
  addAll(names.cases, "caseId");
  addAll(names.sessions, "session");
  addAll(names.contacts, "interactionId");
}

/** Adds what the stored spans of a trace name. @param trace its key */
export async function addStored(
  connection: Connection,
  names: TraceNames,
  trace: number,
): Promise<void> {
  const declared = `SELECT d.body FROM declarations d
    WHERE d.id IN (SELECT declared FROM spans WHERE trace = ?)`;
  for (const { body } of await statement<[number], { body: Json<Declaration> }>(
    connection,
    declared,
  ).all(trace)) {
    addDeclared(names, fromJson(body));
  }
  const resolved = `SELECT i.body FROM identities i
    WHERE i.id IN (SELECT identity FROM spans WHERE trace = ?)`;
  for (const { body } of await statement<[number], { body: Json<Identity> }>(
    connection,
    resolved,
  ).all(trace)) {
    const { caseId, customerId } = fromJson(body);
    if (caseId !== undefined) names.cases.add(caseId.value);
    if (customerId !== undefined) names.customers.add(customerId.value);
  }
}

/** The customers that a session's traces name, of those that are not resolved yet too. */
export function customersOfSession(connection: Connection, session: string): Promise<string[]> {
  const resolved = `SELECT said.value FROM sessions s, json_each(s.facts) tier,
      json_each(tier.value, '$.customerId') said WHERE s.session = @value`;
  const waiting = `SELECT DISTINCT c.value ->> '$.value' FROM spans s JOIN declarations d ON d.id = s.declared,
      json_each(d.body, '$.customerId') c WHERE s.trace IN (${waitingSql("session")})`;
  return foundBy<string>(connection, [resolved, waiting], session);
}

type Found = { readonly traceId: string };

/** Traces whose spans name a customer, or inherit it. Reads every span once. */
export async function findTracesOfCustomer(
  connection: Connection,
  customerId: string,
): Promise<string[]> {
  const sql = `SELECT t.trace_id AS traceId FROM traces t WHERE t.id IN (
      SELECT trace FROM spans
      WHERE declared IN (SELECT d.id FROM declarations d, json_each(d.body, '$.customerId') said
          WHERE said.value ->> '$.value' = @customerId)
        OR identity IN (SELECT id FROM identities WHERE body ->> '$.customerId.value' = @customerId))`;
  const named = { customerId };
  return (await statement<[typeof named], Found>(connection, sql).all(named)).map(
    ({ traceId }) => traceId,
  );
}

/** Traces whose spans are of a case; of traces that are not resolved yet, those that declare it. */
export function findTracesOfCase(connection: Connection, caseId: string): Promise<string[]> {
  const resolved = `SELECT DISTINCT s.trace FROM identities i JOIN spans s ON s.identity = i.id
    WHERE i.case_id = @value`;
  return tracesFoundBy(connection, [resolved, waitingSql("caseId")], caseId);
}

/** Traces of a session. */
export function findTracesOfSession(connection: Connection, session: string): Promise<string[]> {
  const resolved = "SELECT trace FROM trace_sessions WHERE session = @value";
  return tracesFoundBy(connection, [resolved, waitingSql("session")], session);
}

async function tracesFoundBy(
  connection: Connection,
  queries: readonly string[],
  value: string,
): Promise<string[]> {
  const keys = await foundBy<number>(connection, queries, value);
  const sql = `SELECT trace_id AS traceId FROM traces WHERE id ${inKeys}`;
  const found = await statement<[string], Found>(connection, sql).all(JSON.stringify(keys));
  return found.map(({ traceId }) => traceId);
}

/** What any of some queries finds. One query of all would let rows meet that are on different machines. */
async function foundBy<Value>(
  connection: Connection,
  queries: readonly string[],
  value: string,
): Promise<Value[]> {
  const rows = await flatMapInOrder(queries, (sql) =>
    tupleStatement<[{ value: string }], readonly [Value]>(connection, sql).all({ value }),
  );
  return [...new Set(rows.map(([found]) => found))];
}

function waitingSql(field: IdentityField): string {
  return `SELECT DISTINCT s.trace FROM queue q JOIN spans s ON s.trace = CAST(q.key AS bigint)
      JOIN declarations d ON d.id = s.declared, json_each(d.body, '$.${field}') said
    WHERE q.stage = 'trace' AND said.value ->> '$.value' = @value`;
}
