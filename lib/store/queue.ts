import type { SenderQueue } from "@/lib/domain/trace/data-health";
import { statement, type Connection, type Database } from "./port";
import { aloneTurns, type Turns } from "./queue-rounds";
import { queueStages, type QueueStage } from "./queue-stages";

export { queueStages, type QueueStage };

/** A writing transaction's revision, and the instant from which the age of new entries counts. */
export type Stamp = { readonly revision: number; readonly nowUs: number };

/** @property flow what it shares its turns with; absent or null: it is alone */
export type QueueEntry = {
  readonly key: string;
  readonly revision: number;
  readonly flow?: number | null;
  /** The token that it comes of; absent or "": none. */
  readonly sender?: string;
};

/**
 * @property sinceUs when it was first enqueued, microseconds since 1970
 * @property round entries of an earlier one come first
 */
export type WaitingEntry = QueueEntry & { readonly sinceUs: number; readonly round: number };

/** A span of time, microseconds since 1970, both ends included. */
export type QueuedBetween = { readonly fromUs: number; readonly toUs: number };

const never: QueuedBetween = { fromUs: 1, toUs: 0 };

/** `quick`: entries that were never tried. `slow`: those whose tries were aborted, or that are known to take longer. */
export type QueueLane = "quick" | "slow";

/** From which end of the queue entries are taken: the first rounds, or the last. */
export type QueueOrder = "oldest" | "newest";

const laneSql = { quick: "attempts = 0", slow: "attempts > 0" } as const;

/** An entry that was aborted this often stays failed until code, settings or a person retries it. */
const attemptsMax = 3;

/** The stamp of a result: what it was computed under, and when it is stored. */
export type AnswerStamp = {
  /** The last merge that was known. */
  readonly mergeRevision: number;
  /** Microseconds since 1970. */
  readonly nowUs: number;
};

/** Pending entries without failed ones, and since when (microseconds since 1970; null where there is none). */
export type QueueState = { readonly depth: number; readonly oldestUs: number | null };

/** Raises the workspace's sequence; call it once per writing transaction. @returns the revision of its queue entries */
export async function nextRevision(connection: Connection): Promise<number> {
  const sql = "UPDATE sequence SET value = value + 1 WHERE id = 1 RETURNING value";
  const row = await statement<[], { value: number }>(connection, sql).get();
  if (row === undefined) throw new Error("The workspace has no sequence row; run the migrations.");
  return row.value;
}

/**
 * Enqueues what is out of date, inside the transaction that made it so. An entry keeps its age and its round, and stays
 * failed where it used up its attempts: data that keeps arriving would spend them again and again.
 */
export async function enqueue(
  connection: Connection,
  stage: QueueStage,
  keys: Iterable<string>,
  stamp: Stamp,
  turns: Turns = aloneTurns,
): Promise<void> {
  const all = [...new Set(keys)];
  if (all.length === 0) return;
  const insert = statement<
    [string, string, number, number, number | null, number, string, number | null]
  >(
    connection,
    `INSERT INTO queue (stage, key, mark, since_us, flow, round, sender, paced)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (stage, key) DO UPDATE SET mark = excluded.mark,
       failure = CASE WHEN queue.attempts >= ${attemptsMax} THEN queue.failure END`,
  );
  const { revision, nowUs } = stamp;
  const placed = await turns(connection, stage, all);
  await insert.runAll(
    placed.map(({ key, flow, round, sender, paced }) => [
      ...([stage, key, revision, nowUs, flow, round, sender, paced] as const),
    ]),
  );
}

/** Removes entries in any state, with their attempts: their subject is gone. */
export async function forgetEntries(
  connection: Connection,
  stage: QueueStage,
  keys: readonly string[],
): Promise<void> {
  const sql = "DELETE FROM queue WHERE stage = ? AND key IN (SELECT value FROM json_each(?))";
  await statement<[string, string]>(connection, sql).run(stage, JSON.stringify(keys));
}

/** Removes an entry unless it was enqueued again since it was read. @returns whether it was removed */
export async function settle(
  connection: Connection,
  stage: QueueStage,
  entry: QueueEntry,
): Promise<boolean> {
  const sql = "DELETE FROM queue WHERE stage = ? AND key = ? AND mark = ?";
  return (
    (
      await statement<[string, string, number]>(connection, sql).run(
        stage,
        entry.key,
        entry.revision,
      )
    ).changes > 0
  );
}

/** Whether an entry's revision is as it was read: the result computed for it is current. */
export async function isCurrent(
  connection: Connection,
  stage: QueueStage,
  entry: QueueEntry,
): Promise<boolean> {
  const sql = "SELECT mark AS revision FROM queue WHERE stage = ? AND key = ?";
  const row = await statement<[string, string], { revision: number }>(connection, sql).get(
    stage,
    entry.key,
  );
  return row?.revision === entry.revision;
}

/**
 * Records a failure: the entry no longer blocks those behind it. It is retried once it is enqueued again, or code or
 * settings change.
 * @param failure why, without personal data
 */
export function noteFailure(
  db: Database,
  stage: QueueStage,
  { key, revision }: QueueEntry,
  failure: string,
): Promise<void> {
  const sql = "UPDATE queue SET failure = ? WHERE stage = ? AND key = ? AND mark = ?";
  return db.write(async (connection) => {
    await statement<[string, string, string, number]>(connection, sql).run(
      failure,
      stage,
      key,
      revision,
    );
  });
}

/**
 * Counts an aborted attempt at an entry; the next one is made in the slow lane. An entry without attempts left stays
 * failed.
 * @param failure why it was aborted, without personal data
 */
export function noteAttempt(
  db: Database,
  stage: QueueStage,
  key: string,
  failure: string,
): Promise<void> {
  const sql = `UPDATE queue SET attempts = attempts + 1,
    failure = CASE WHEN attempts + 1 >= ${attemptsMax} THEN ? END WHERE stage = ? AND key = ?`;
  return db.write(async (connection) => {
    await statement<[string, string, string]>(connection, sql).run(failure, stage, key);
  });
}

/** Leaves entries that are known to take long to the slow lane. */
export function leaveToSlowLane(
  db: Database,
  stage: QueueStage,
  keys: readonly string[],
): Promise<void> {
  const sql = `UPDATE queue SET attempts = 1
    WHERE stage = ? AND attempts = 0 AND key IN (SELECT value FROM json_each(?))`;
  return db.write(async (connection) => {
    await statement<[string, string]>(connection, sql).run(stage, JSON.stringify(keys));
  });
}

/** Retries every entry that failed or was aborted, inside a transaction. @returns how many */
export async function retryFailures(connection: Connection): Promise<number> {
  const sql =
    "UPDATE queue SET failure = NULL, attempts = 0 WHERE failure IS NOT NULL OR attempts > 0";
  return (await statement<[]>(connection, sql).run()).changes;
}

/**
 * The first entries of a stage by round and age, or the last; without failed ones.
 * @param except entries that were first enqueued then are left out
 */
export function readQueue(
  db: Database,
  stage: QueueStage,
  limit: number,
  lane: QueueLane = "quick",
  order: QueueOrder = "oldest",
  except: QueuedBetween = never,
): Promise<WaitingEntry[]> {
  const by = order === "oldest" ? "round, since_us, key" : "round DESC, since_us DESC, key DESC";
  const sql = `SELECT key, mark AS revision, since_us AS sinceUs, flow, round, sender FROM queue
    WHERE stage = ? AND ${laneSql[lane]} AND failure IS NULL AND since_us NOT BETWEEN ? AND ?
    ORDER BY attempts, ${by} LIMIT ?`;
  return db.read((connection) =>
    statement<[string, number, number, number], WaitingEntry>(connection, sql).all(
      stage,
      except.fromUs,
      except.toUs,
      limit,
    ),
  );
}

/** Whether a lane has at least so many pending entries. */
export function hasWork(db: Database, lane: QueueLane, count = 1): Promise<boolean> {
  const stages = queueStages.map((stage) => `'${stage}'`).join(", ");
  const sql = `SELECT 1 FROM queue
    WHERE stage IN (${stages}) AND ${laneSql[lane]} AND failure IS NULL LIMIT 1 OFFSET ?`;
  return db.read(
    async (connection) => (await statement<[number]>(connection, sql).get(count - 1)) !== undefined,
  );
}

/** Whether any lane has an entry that was first enqueued by then. @param untilUs microseconds since 1970 */
export function hasWaited(db: Database, untilUs: number): Promise<boolean> {
  const sql = "SELECT 1 FROM queue WHERE failure IS NULL AND since_us <= ? LIMIT 1";
  return db.read(
    async (connection) => (await statement<[number]>(connection, sql).get(untilUs)) !== undefined,
  );
}

export function readQueueState(db: Database): Promise<QueueState> {
  const sql =
    "SELECT count(*) AS depth, min(since_us) AS oldestUs FROM queue WHERE failure IS NULL";
  return db.read(
    async (connection) =>
      (await statement<[], QueueState>(connection, sql).get()) ?? { depth: 0, oldestUs: null },
  );
}

/** What waits without failed entries, by sender, the most first. */
export function readSenderQueues(db: Database): Promise<SenderQueue[]> {
  return db.read(senderQueues);
}

/** The same inside a transaction. */
export function senderQueues(connection: Connection): Promise<SenderQueue[]> {
  const sql = `SELECT sender, count(*) AS depth, min(since_us) AS oldestUs FROM queue
    WHERE failure IS NULL GROUP BY sender ORDER BY depth DESC, sender`;
  return statement<[], SenderQueue>(connection, sql).all();
}

/** How many entries failed and wait for code, settings or a person to be tried again. */
export function countFailed(db: Database): Promise<number> {
  const sql = "SELECT count(*) AS count FROM queue WHERE failure IS NOT NULL";
  return db.read(
    async (connection) =>
      (await statement<[], { count: number }>(connection, sql).get())?.count ?? 0,
  );
}
