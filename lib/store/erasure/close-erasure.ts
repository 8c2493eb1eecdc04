import { statement, type Connection } from "../port";
import { connectedCases } from "../cases/merges";
import type { Tombstones } from "./tombstones";
import {
  addStored,
  customersOfSession,
  findTracesOfCase,
  findTracesOfSession,
  noNames,
  type TraceNames,
} from "./trace-names";
import { flatMapInOrder, someInOrder } from "@/lib/domain/in-order";

/** What is of erased customers, among what arrives and what is stored. */
export type Erased = {
  /** Ids of traces. */
  readonly traces: ReadonlySet<string>;
  /** Their keys, of those that are stored. */
  readonly stored: readonly number[];
  /** Ids of the customers' cases that were not known before. */
  readonly cases: ReadonlySet<string>;
  readonly contacts: ReadonlySet<string>;
};

/** Where the search begins. */
export type ErasureSeeds = {
  /** Traces that arrive, with what their spans declare. */
  readonly arriving: ReadonlyMap<string, TraceNames>;
  /** Ids of stored traces. */
  readonly traces: readonly string[];
  /** Cases that records of an erased customer name. */
  readonly cases: readonly string[];
};

/**
 * Finds everything of erased customers and adds tombstones of it. A trace is the customer's where it names the customer,
 * or names nobody in a session of the customer's; its cases and sessions are then the customer's. What names nobody in
 * the customer's cases goes with them. What names or inherits somebody else stays. Independent of the order in which
 * traces arrive, but for sessions of several customers and traces whose spans name somebody only in a later request.
 */
export async function closeErasure(
  connection: Connection,
  tombstones: Tombstones,
  { arriving, traces, cases }: ErasureSeeds,
): Promise<Erased> {
  const names = new Map<string, TraceNames>();
  const stored = new Map<string, number>();
  const erased = new Set<string>();
  const newCases = new Set<string>();
  const pending = new Set<string>([...arriving.keys(), ...traces]);

  async function namesOf(traceId: string): Promise<TraceNames> {
    const known = names.get(traceId);
    if (known !== undefined) return known;
    const found = arriving.get(traceId) ?? noNames();
    const sql = "SELECT id FROM traces WHERE trace_id = ?";
    const row = await statement<[string], { id: number }>(connection, sql).get(traceId);
    if (row !== undefined) {
      stored.set(traceId, row.id);
      await addStored(connection, found, row.id);
    }
    names.set(traceId, found);
    return found;
  }

  const isErasedCustomer = (customerId: string) => tombstones.has("customer", customerId);
  const sessionCustomers = new Map<string, readonly string[]>();

  /** Whether a session's traces name somebody else. */
  async function isOfAnother(session: string): Promise<boolean> {
    const known = sessionCustomers.get(session) ?? [
      ...(await customersOfSession(connection, session)),
      ...[...arriving.values()]
        .filter(({ sessions }) => sessions.has(session))
        .flatMap(({ customers }) => [...customers]),
    ];
    sessionCustomers.set(session, known);
    return someInOrder(known, async (customerId) => !(await isErasedCustomer(customerId)));
  }

  async function namesAnother({ customers, sessions }: TraceNames): Promise<boolean> {
    return (
      (await someInOrder(
        [...customers],
        async (customerId) => !(await isErasedCustomer(customerId)),
      )) || (await someInOrder([...sessions], isOfAnother))
    );
  }

  async function levelOf(traceId: string): Promise<"trace" | "case-trace" | null> {
    const found = await namesOf(traceId);
    if (
      (await tombstones.has("trace", traceId)) ||
      (await someInOrder([...found.customers], isErasedCustomer))
    )
      return "trace";
    const isInSession = await someInOrder([...found.sessions], (session) =>
      tombstones.has("session", session),
    );
    const isInCase = await someInOrder([...found.cases], (caseId) =>
      tombstones.has("case", caseId),
    );
    if ((isInSession || isInCase) && !(await namesAnother(found)))
      return isInSession ? "trace" : "case-trace";
    return (await tombstones.has("case-trace", traceId)) ? "case-trace" : null;
  }

  function consider(found: Iterable<string>): void {
    for (const traceId of found) pending.add(traceId);
  }

  function arrivingWith(field: "cases" | "sessions", value: string): string[] {
    return [...arriving].filter(([, each]) => each[field].has(value)).map(([traceId]) => traceId);
  }

  async function addCases(caseIds: Iterable<string>): Promise<void> {
    for (const caseId of await connectedCases(connection, [...caseIds])) {
      newCases.add(caseId);
      if (!(await tombstones.add("case", caseId))) continue;
      consider([...(await findTracesOfCase(connection, caseId)), ...arrivingWith("cases", caseId)]);
    }
  }

  async function addSession(session: string): Promise<void> {
    if ((await isOfAnother(session)) || !(await tombstones.add("session", session))) return;
    consider([
      ...(await findTracesOfSession(connection, session)),
      ...arrivingWith("sessions", session),
    ]);
  }

  await addCases(cases);
  for (const traceId of pending) {
    pending.delete(traceId);
    const level = await levelOf(traceId);
    if (level === null) continue;
    erased.add(traceId);
    await tombstones.add(level, traceId);
    if (level === "case-trace") continue;
    const found = await namesOf(traceId);
    await addCases(found.cases);
    for (const session of found.sessions) await addSession(session);
  }
  const ofErased = [...erased];
  return {
    traces: erased,
    stored: ofErased.flatMap((traceId) => stored.get(traceId) ?? []),
    cases: newCases,
    contacts: new Set(
      await flatMapInOrder(ofErased, async (traceId) => [...(await namesOf(traceId)).contacts]),
    ),
  };
}
