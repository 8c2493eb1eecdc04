import { hash } from "node:crypto";
import { statement, type Connection } from "./port";
import { queueStages, type QueueStage } from "./queue-stages";

/**
 * @property sender the token that it comes of; "": none
 * @property paced its round, where the sender's share of it decided; null: not
 */
type Placed = {
  readonly key: string;
  readonly flow: number | null;
  readonly round: number;
  readonly sender: string;
  readonly paced: number | null;
};

/**
 * Gives each of some keys of a stage its flow and round. Fair queueing: of each flow one entry a round, rounds in their
 * order. A new entry goes to the round after the one that is being worked on, or after the last one that its flow has
 * an entry in. So the k-th waiting entry of a flow waits for k entries at most of each other flow, and for none that
 * comes once its round has begun. Where senders are told apart, each has a share of a round, however many flows its
 * entries are of; an entry that its flow puts into a later round takes none of it.
 */
export type Turns = (
  connection: Connection,
  stage: QueueStage,
  keys: readonly string[],
) => Promise<readonly Placed[]>;

/** Each entry is a flow of its own. */
export const aloneTurns: Turns = async (connection, _stage, keys) => {
  const round = 1 + (await readCurrentRound(connection));
  return keys.map((key) => ({ key, flow: null, round, sender: "", paced: null }));
};

/**
 * Entries share turns.
 * @param nameOf the name of a key's flow, such as its customer; undefined: it is alone
 * @param senderOf the token that a key comes of, "" for none; absent: senders are not told apart
 */
export function sharedTurns(
  nameOf: (key: string) => string | undefined,
  senderOf?: (key: string) => string,
): Turns {
  return async (connection, stage, keys) => {
    const flows = keys.map((key) => flowOf(nameOf(key)));
    const senders = senderOf === undefined ? [] : [...new Set(keys.map(senderOf))];
    const last = await readLastRounds(connection, flows, [stage]);
    const current = await readCurrentRound(connection);
    const paces = await readPaces(connection, stage, senders);
    return keys.map((key, at) => {
      const flow = flows[at] ?? null;
      const sender = senderOf?.(key) ?? "";
      const byFlow = 1 + Math.max(current, last.get(flow) ?? 0);
      const byPace = senderOf === undefined ? 0 : nextPace(paces, sender, current);
      const isPaced = byPace >= byFlow;
      const round = isPaced ? byPace : byFlow;
      if (isPaced) countInPace(paces, sender, round);
      if (flow !== null) last.set(flow, round);
      return { key, flow, round, sender, paced: isPaced ? round : null };
    });
  };
}

/** How many entries a sender has in one round at most, beside those that their flows put there. */
const senderShare = 16;

/** Per sender the last round in which it has entries of its share, and how many. */
type Paces = Map<string, { readonly round: number; readonly used: number }>;

function nextPace(paces: Paces, sender: string, current: number): number {
  const { round, used } = paces.get(sender) ?? { round: 0, used: 0 };
  return Math.max(current + 1, used < senderShare ? round : round + 1);
}

function countInPace(paces: Paces, sender: string, round: number): void {
  const last = paces.get(sender);
  paces.set(sender, { round, used: last?.round === round ? last.used + 1 : 1 });
}

async function readPaces(
  connection: Connection,
  stage: QueueStage,
  senders: readonly string[],
): Promise<Paces> {
  const sql = `SELECT paced AS round, count(*) AS used FROM queue
    WHERE stage = @stage AND sender = @sender AND failure IS NULL AND paced = (
      SELECT max(paced) FROM queue WHERE stage = @stage AND sender = @sender AND failure IS NULL)
    GROUP BY paced`;
  type Row = { readonly round: number; readonly used: number };
  const find = statement<[{ stage: QueueStage; sender: string }], Row>(connection, sql);
  const read = async (sender: string) =>
    [sender, (await find.get({ stage, sender })) ?? { round: 0, used: 0 }] as const;
  return new Map(await Promise.all(senders.map(read)));
}

/** Entries wait for all that waits of a flow now. @param flowAt the flow that a key waits for; null: for none */
export function turnsAfter(flowAt: (key: string) => number | null): Turns {
  return async (connection, _stage, keys) => {
    const last = await readLastRounds(connection, keys.map(flowAt), queueStages);
    const current = await readCurrentRound(connection);
    return keys.map((key) => {
      const round = 1 + Math.max(current, last.get(flowAt(key)) ?? 0);
      return { key, flow: null, round, sender: "", paced: null };
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
