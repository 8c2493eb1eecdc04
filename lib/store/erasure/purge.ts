import type { CaseRecord } from "@/lib/domain/case/case-record";
import { statement, type Connection, type Database } from "../port";
import { nextRevision } from "../queue";
import { removeDecisionsOfGone } from "./remove-decisions";
import { removeKeyed } from "./sweep";
import { readSettingValue, removeSettingValue, writeSettingValue } from "../setting-values";

/** The size of a purge. */
export type Purged = {
  readonly spans: number;
  readonly records: number;
  readonly contacts: number;
};

export type OnRemoved = (done: number, total: number) => void;

/** The instant before which nothing is stored, as the last purge left it. */
const cutoffName = "purged_before";
const dayName = "purged_on";
const spansPerTransaction = 5000;

const openedUs = "CAST(r.body ->> '$.openedUs' AS bigint)";
const closedUs = "CAST(r.body ->> '$.closedUs' AS bigint)";

/** A record is as old as its latest instant, or else its arrival. */
const recordsSql = `SELECT r.id FROM case_records r LEFT JOIN batches b ON b.id = r.batch
  WHERE coalesce(CASE WHEN ${closedUs} > ${openedUs} THEN ${closedUs} ELSE ${openedUs} END,
    ${closedUs}, b.received_us, 0) < ?`;

/** Counts what a purge would remove, without changing anything. @param cutoffUs microseconds since 1970 */
export function planPurge(db: Database, cutoffUs: number): Promise<Purged> {
  return db.read(async (connection) => {
    const count = async (sql: string) =>
      (await statement<[number], { count: number }>(connection, sql).get(cutoffUs))?.count ?? 0;
    return {
      spans: await count(
        "SELECT count(*) AS count FROM spans WHERE start_us < ? AND part <> 'event'",
      ),
      records: await count(`SELECT count(*) AS count FROM (${recordsSql}) AS old`),
      contacts: await count(
        "SELECT count(*) AS count FROM interactions WHERE is_touchpoint = 1 AND start_us < ?",
      ),
    };
  });
}

/**
 * Removes spans that began before an instant, records as old, and decisions on cases of which nothing is left, some at a
 * time. What is as old is not stored afterwards. Derived rows follow when the queue is settled, bytes in the file with
 * `sweepRemoved`. Repeated, it goes on where it was interrupted.
 * @param cutoffUs microseconds since 1970
 * @param onRemoved called with the spans that were removed so far, and all that are to be
 */
export async function purgeBefore(
  db: Database,
  cutoffUs: number,
  nowUs: number,
  onRemoved: OnRemoved = () => undefined,
): Promise<Purged> {
  const plan = await planPurge(db, cutoffUs);
  await db.write((connection) => writeNumber(connection, cutoffName, cutoffUs));
  type Row = { readonly id: number };
  const spans = await db.read((connection) => {
    const sql = "SELECT id FROM spans WHERE start_us < ?";
    return statement<[number], Row>(connection, sql).all(cutoffUs);
  });
  const remove = (ids: readonly Row[], records: readonly Row[]) =>
    db.write(async (connection) => {
      const stamp = { revision: await nextRevision(connection), nowUs };
      const keyOf = ({ id }: Row) => id;
      const keys = { spans: ids.map(keyOf), records: records.map(keyOf) };
      await removeDecisionsOfGone(connection, await removeKeyed(connection, keys, stamp), stamp);
    });
  for (let from = 0; from < spans.length; from += spansPerTransaction) {
    onRemoved(from, spans.length);
    await remove(spans.slice(from, from + spansPerTransaction), []);
  }
  const records = await db.read((connection) =>
    statement<[number], Row>(connection, recordsSql).all(cutoffUs),
  );
  if (records.length > 0) await remove([], records);
  return { ...plan, spans: spans.length, records: records.length };
}

/** Stores data of any age again. */
export function endRetention(db: Database): Promise<void> {
  return db.write((connection) => removeSettingValue(connection, cutoffName));
}

/** The UTC day (since 1970) of the last daily purge; null before the first. */
export function readPurgeDay(db: Database): Promise<number | null> {
  return db.read((connection) => readNumber(connection, dayName));
}

export function notePurgeDay(db: Database, day: number): Promise<void> {
  return db.write((connection) => writeNumber(connection, dayName, day));
}

function writeNumber(connection: Connection, name: string, value: number): Promise<void> {
  return writeSettingValue(connection, name, String(value));
}

async function readNumber(connection: Connection, name: string): Promise<number | null> {
  const value = await readSettingValue(connection, name);
  return value === null ? null : Number(value);
}

/** Of spans that arrive, those that the last purge would have kept. */
export async function withoutExpiredSpans<Span extends { readonly startUs: number }>(
  connection: Connection,
  spans: readonly Span[],
): Promise<readonly Span[]> {
  const cutoffUs = await readNumber(connection, cutoffName);
  return cutoffUs === null ? spans : spans.filter(({ startUs }) => startUs >= cutoffUs);
}

/** The same of CRM records; one without an instant is as old as its arrival. */
export async function withoutExpiredRecords(
  connection: Connection,
  records: readonly CaseRecord[],
): Promise<readonly CaseRecord[]> {
  const cutoffUs = await readNumber(connection, cutoffName);
  if (cutoffUs === null) return records;
  return records.filter(({ openedUs, closedUs }) => {
    const atUs = Math.max(openedUs ?? closedUs ?? Infinity, closedUs ?? openedUs ?? Infinity);
    return atUs >= cutoffUs;
  });
}

/** The contacts of a workspace by the UTC day on which they began, earliest first. */
export function readContactsByDay(
  db: Database,
): Promise<{ readonly day: number; readonly contacts: number }[]> {
  const sql = `SELECT start_us / 86400000000 AS day, count(*) AS contacts FROM interactions
    WHERE is_touchpoint = 1 GROUP BY day ORDER BY day`;
  return db.read((connection) =>
    statement<[], { day: number; contacts: number }>(connection, sql).all(),
  );
}
