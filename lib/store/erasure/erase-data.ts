import type { CaseRecord } from "@/lib/domain/case/case-record";
import type { HashTombstone } from "@/lib/domain/privacy/tombstone";
import type { StorableSpan } from "@/lib/domain/trace/storable-span";
import { statement, type Connection, type Database } from "../port";
import { eraseFromCohorts } from "./erase-from-cohorts";
import { nextRevision, type Stamp } from "../queue";
import { findLeftCases } from "../spans/remove-data";
import { closeErasure, type Erased, type ErasureSeeds } from "./close-erasure";
import { removeKeyed } from "./sweep";
import { removeDecisions } from "./remove-decisions";
import { hasTombstones, openTombstones, type Tombstones } from "./tombstones";
import { addDeclared, findTracesOfCustomer, noNames, type TraceNames } from "./trace-names";
import { filterInOrder, flatMapInOrder, someInOrder } from "@/lib/domain/in-order";

/** The size of an erasure, and the ids by which the audit may name what was erased. */
export type Erasure = {
  /** As they were derived. */
  readonly contacts: number;
  readonly cases: number;
  /** Of the cases, those in which others take part too: theirs stays. */
  readonly sharedCases: number;
  readonly spans: number;
  readonly records: number;
  /** Whether the customer was erased before. */
  readonly isKnown: boolean;
  /** Ids of the customer, its cases, traces and contacts: never to be stored or logged. */
  readonly ids: readonly string[];
};

export type ErasureRequest = {
  /** As it is stored: masked where it is personal. */
  readonly customerId: string;
  readonly hashTombstone: HashTombstone;
  /** Microseconds since 1970. */
  readonly nowUs: number;
};

/** Counts what an erasure would erase, without changing anything. Takes the write lock, as it tries it out. */
export async function planErasure(db: Database, request: ErasureRequest): Promise<Erasure> {
  const undo = new Error("This was a plan.");
  const found: Erasure[] = [];
  try {
    await db.write(async (connection) => {
      found.push(await erase(connection, request));
      throw undo;
    });
  } catch (error) {
    if (error !== undo) throw error;
  }
  const [plan] = found;
  if (plan === undefined) throw undo;
  return plan;
}

/**
 * Erases a customer in one transaction: its spans, CRM records, and what people decided, noted and saved about it. What
 * is derived follows when the queue is settled; texts, indexes and free pages with `sweepErased`. What arrives later of
 * the customer is recognised by tombstones.
 */
export function eraseCustomer(db: Database, request: ErasureRequest): Promise<Erasure> {
  return db.write((connection) => erase(connection, request));
}

async function erase(
  connection: Connection,
  { customerId, hashTombstone, nowUs }: ErasureRequest,
): Promise<Erasure> {
  const tombstones = openTombstones(connection, hashTombstone, nowUs);
  const isKnown = !(await tombstones.add("customer", customerId));
  const recordSql = `SELECT case_id AS caseId FROM case_records
    WHERE body ->> '$.customerId' = @customerId
    UNION SELECT case_id FROM cases WHERE customer_id = @customerId`;
  const cases = (
    await statement<[{ customerId: string }], { caseId: string }>(connection, recordSql).all({
      customerId,
    })
  ).map(({ caseId }) => caseId);
  const traces = await findTracesOfCustomer(connection, customerId);
  const erased = await closeErasure(connection, tombstones, { arriving: new Map(), traces, cases });
  const before = await readContactCounts(connection, erased);
  const stamp = { revision: await nextRevision(connection), nowUs };
  const removed = await removeErased(connection, tombstones, erased, stamp);
  await removeDecisions(connection, { customerId, ...erased }, stamp);
  await eraseFromCohorts(connection, [...erased.cases], stamp);
  const ids = before.map(({ caseId }) => caseId);
  const shared = await findLeftCases(connection, ids);
  const contacts = before.map((each) => (shared.has(each.caseId) ? each.erased : each.all));
  return {
    contacts: contacts.reduce((sum, count) => sum + count, 0),
    cases: before.length,
    sharedCases: ids.filter((caseId) => shared.has(caseId)).length,
    ...removed,
    isKnown,
    ids: [customerId, ...erased.cases, ...erased.traces, ...erased.contacts],
  };
}

/** A stored case's contacts, and those of them in which an erased trace has words. */
type ContactCounts = { readonly caseId: string; readonly all: number; readonly erased: number };

function readContactCounts(
  connection: Connection,
  { cases, traces }: Erased,
): Promise<ContactCounts[]> {
  const sql = `SELECT case_id AS caseId, touchpoints AS "all",
      (SELECT count(DISTINCT m.interaction) FROM messages m, json_each(m.body, '$.spans') span
        WHERE m.case_key = c.id
          AND substr(span.value, 1, 32) IN (SELECT value FROM json_each(@traces))) AS erased
    FROM cases c WHERE case_id IN (SELECT value FROM json_each(@cases))`;
  const named = { cases: JSON.stringify([...cases]), traces: JSON.stringify([...traces]) };
  return statement<[typeof named], ContactCounts>(connection, sql).all(named);
}

/** Removes what is stored of it. @returns how much */
async function removeErased(
  connection: Connection,
  tombstones: Tombstones,
  { stored, cases }: Erased,
  stamp: Stamp,
): Promise<Pick<Erasure, "spans" | "records">> {
  const records = await flatMapInOrder([...cases], (caseId) =>
    recordsOf(connection, tombstones, caseId),
  );
  const sql = `SELECT id FROM spans WHERE trace IN (SELECT CAST(value AS bigint) FROM json_each(?))`;
  const spans = (
    await statement<[string], { id: number }>(connection, sql).all(JSON.stringify(stored))
  ).map(({ id }) => id);
  await removeKeyed(connection, { spans, records }, stamp);
  return { spans: spans.length, records: records.length };
}

/** Rows of records of a case that name an erased customer or nobody. */
async function recordsOf(
  connection: Connection,
  tombstones: Tombstones,
  caseId: string,
): Promise<number[]> {
  const sql = `SELECT id, body ->> '$.customerId' AS customerId FROM case_records
    WHERE case_id = ?`;
  type Row = { readonly id: number; readonly customerId: string | null };
  return (
    await filterInOrder(
      await statement<[string], Row>(connection, sql).all(caseId),
      async ({ customerId }) =>
        customerId === null || (await tombstones.has("customer", customerId)),
    )
  ).map(({ id }) => id);
}

/** The tombstone's key and instant, for what arrives. */
export type ErasureGate = Pick<ErasureRequest, "hashTombstone" | "nowUs">;

/**
 * Of spans that arrive, those that are of no erased customer, inside the transaction that stores them. What was stored
 * before and is only now known to be of one is removed.
 */
export async function withoutErasedSpans(
  connection: Connection,
  spans: readonly StorableSpan[],
  gate: ErasureGate,
): Promise<readonly StorableSpan[]> {
  if (!(await hasTombstones(connection))) return spans;
  const arriving = new Map<string, TraceNames>();
  for (const { traceId, declared } of spans) {
    const names = arriving.get(traceId) ?? noNames();
    addDeclared(names, declared);
    arriving.set(traceId, names);
  }
  const { traces } = await refuse(connection, gate, { arriving, traces: [], cases: [] });
  return spans.filter(({ traceId }) => !traces.has(traceId));
}

/** The same of CRM records. What a record merges a case of the customer's with is the customer's too. */
export async function withoutErasedRecords(
  connection: Connection,
  records: readonly CaseRecord[],
  gate: ErasureGate,
): Promise<readonly CaseRecord[]> {
  if (!(await hasTombstones(connection))) return records;
  const tombstones = openTombstones(connection, gate.hashTombstone, gate.nowUs);
  const isErased = async (customerId: string | null) =>
    customerId !== null && (await tombstones.has("customer", customerId));
  const endsOf = ({ caseId, mergedInto }: CaseRecord) =>
    mergedInto === null ? [caseId] : [caseId, mergedInto];
  const pending = new Set(records);
  const cases = new Set<string>();
  const isOfErased = async (record: CaseRecord) =>
    (await isErased(record.customerId)) ||
    (await someInOrder(
      endsOf(record),
      async (caseId) => cases.has(caseId) || (await tombstones.has("case", caseId)),
    ));
  const findErased = async () => {
    for (const record of pending) if (await isOfErased(record)) return record;
    return undefined;
  };
  for (let found = await findErased(); found !== undefined; found = await findErased()) {
    pending.delete(found);
    for (const caseId of endsOf(found)) cases.add(caseId);
  }
  if (cases.size > 0)
    await refuse(connection, gate, { arriving: new Map(), traces: [], cases: [...cases] });
  return filterInOrder(
    records,
    async (record) =>
      pending.has(record) || (record.customerId !== null && !(await isErased(record.customerId))),
  );
}

async function refuse(
  connection: Connection,
  gate: ErasureGate,
  seeds: ErasureSeeds,
): Promise<Erased> {
  const tombstones = openTombstones(connection, gate.hashTombstone, gate.nowUs);
  const erased = await closeErasure(connection, tombstones, seeds);
  if (erased.stored.length + erased.cases.size > 0) {
    const stamp = { revision: await nextRevision(connection), nowUs: gate.nowUs };
    await removeErased(connection, tombstones, erased, stamp);
  }
  return erased;
}

/** Whether a customer was erased, and when first; null where it was not. */
export function readErasedUs(
  db: Database,
  { customerId, hashTombstone }: Pick<ErasureRequest, "customerId" | "hashTombstone">,
): Promise<number | null> {
  const sql = "SELECT erased_us AS erasedUs FROM tombstones WHERE kind = 'customer' AND hash = ?";
  return db.read(
    async (connection) =>
      (
        await statement<[string], { erasedUs: number }>(connection, sql).get(
          hashTombstone("customer", customerId),
        )
      )?.erasedUs ?? null,
  );
}
