import { hash } from "node:crypto";
import { statement, type Connection } from "./port";
import { queueStages, type QueueStage } from "./queue-stages";

type Placed = { readonly key: string; readonly flow: number | null; readonly round: number };

/**
 * Gives each of some keys of a stage its flow and round. Fair queueing: of each flow one entry a round, rounds in their
 * order. A new entry goes to the round after the one that is being worked on, or after the last one that its flow has
 * an entry in. So the k-th waiting entry of a flow waits for k entries at most of each other flow, and for none that
 * comes once its round has begun.
 */
export type Turns = (
  connection: Connection,
  stage: QueueStage,
  keys: readonly string[],
) => Promise<readonly Placed[]>;

/** Each entry is a flow of its own. */
export const aloneTurns: Turns = async (connection, _stage, keys) => {
  const round = 1 + (await readCurrentRound(connection));
  return keys.map((key) => ({ key, flow: null, round }));
};

/** Entries share turns. @param nameOf the name of a key's flow, such as its customer; undefined: it is alone */
export function sharedTurns(nameOf: (key: string) => string | undefined): Turns {
  return async (connection, stage, keys) => {
    const flows = keys.map((key) => flowOf(nameOf(key)));
    const last = await readLastRounds(connection, flows, [stage]);
    const current = await readCurrentRound(connection);
    return keys.map((key, at) => {
      const flow = flows[at] ?? null;
      const round = 1 + Math.max(current, last.get(flow) ?? 0);
      if (flow !== null) last.set(flow, round);
      return { key, flow, round };
    });
  };
}

/** Entries wait for all that waits of a flow now. @param flowAt the flow that a key waits for; null: for none */
export function turnsAfter(flowAt: (key: string) => number | null): Turns {
  return async (connection, _stage, keys) => {
    const last = await readLastRounds(connection, keys.map(flowAt), queueStages);
    const current = await readCurrentRound(connection);
    return keys.map((key) => {
      const round = 1 + Math.max(current, last.get(flowAt(key)) ?? 0);
      return { key, flow: null, round };
    });
  };
}

const bulkName = "bulk";
const bulkFlow = flowOf(bulkName);

/** Of what a change of code or settings enqueues: it is one flow, however much it is. */
export const bulkTurns = sharedTurns(() => bulkName);

/** The bulk flow, and the round after which further entries of it come: parameters of `bulkSql`. */
export type Bulk = { readonly flow: number | null; readonly afterRound: number };

/** Values of `flow` and `round` for rows by their ids; `@fromId`: where the ids begin. */
export const bulkSql = "CAST(@flow AS bigint), @afterRound + id - @fromId";

export async function readBulk(connection: Connection, stage: QueueStage): Promise<Bulk> {
  const last = await readLastRounds(connection, [bulkFlow], [stage]);
  const current = await readCurrentRound(connection);
  return { flow: bulkFlow, afterRound: Math.max(current, last.get(bulkFlow) ?? 0) };
}

/** Names the flow of a customer. */
export function customerFlow(customerId: string): string {
  return `customer ${customerId}`;
}

/** Names the flow of a session. */
export function sessionFlow(session: string): string {
  return `session ${session}`;
}

/** A hash in place of the name, which may be personal. Two flows of one hash share their turns. */
function flowOf(name: string | undefined): number | null {
  return name === undefined ? null : hash("sha256", name, "buffer").readUInt32BE();
}

const currentSql = `SELECT min(round) AS round FROM (${queueStages
  .map(
    (stage) => `SELECT min(round) AS round FROM queue
      WHERE stage = '${stage}' AND attempts = 0 AND failure IS NULL`,
  )
  .join(" UNION ALL ")}) AS first`;

/** The round that is being worked on; 0: nothing waits. */
async function readCurrentRound(connection: Connection): Promise<number> {
  return (await statement<[], LastRound>(connection, currentSql).get())?.round ?? 0;
}

/** By flow the last round in which it has an entry of some stages. */
async function readLastRounds(
  connection: Connection,
  flows: readonly (number | null)[],
  stages: readonly QueueStage[],
): Promise<Map<number | null, number>> {
  const sql = "SELECT max(round) AS round FROM queue WHERE stage = ? AND flow = ?";
  const find = statement<[string, number], LastRound>(connection, sql);
  const known = [...new Set(flows)].filter((flow) => flow !== null);
  const readLast = async (flow: number) => {
    const rows = await Promise.all(stages.map((stage) => find.get(stage, flow)));
    return [flow, Math.max(...rows.map((row) => row?.round ?? 0))] as const;
  };
  // Sent at once: their ways to the server and back would take longer than the work.
  return new Map<number | null, number>(await Promise.all(known.map(readLast)));
}

type LastRound = { readonly round: number | null };
