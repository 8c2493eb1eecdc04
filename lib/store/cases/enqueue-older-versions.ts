import type { ScoreTarget } from "@/lib/domain/case/case";
import {
  areJudgedAlike,
  compareVersions,
  type VersionChange,
} from "@/lib/domain/case/derived-with";
import { statement, type Connection, type Database } from "../port";
import { nextRevision, retryFailures, type Stamp } from "../queue";
import { bulkSql, readBulk, type Bulk } from "../queue-rounds";
import { countCases } from "./counts";
import { readSettingValue, removeSettingValue, writeSettingValue } from "../setting-values";

/** The kind of target that an evaluator scores. */
export type TargetOf = (evaluator: string) => ScoreTarget["kind"];

/** Cases per transaction; kept small so that spans that are sent meanwhile wait only briefly. */
const casesAtOnce = 20_000;

type EnqueueOptions = { readonly nowUs: number; readonly atOnce?: number };

/**
 * Enqueues the cases derived with another version, once per version: all of them, or those that a changed evaluator or
 * intent model concerns. Those that other disclosure rules judged wait in a stage of their own. Readers see the old rows
 * until they are replaced. Entries that failed are retried. It is done in several transactions, the first of which
 * records the version, so that results of another are not stored any more; after a crash it goes on where it was.
 * @param version of the derivation, as `writeDerivedWith` writes it
 * @param options.nowUs microseconds since 1970
 * @param options.atOnce cases per transaction
 */
export async function enqueueOlderVersions(
  db: Database,
  version: string,
  targetOf: TargetOf,
  { nowUs, atOnce = casesAtOnce }: EnqueueOptions,
): Promise<void> {
  const isDone = await db.read(
    async (connection) =>
      (await derivedWith(connection)) === version && (await enqueuedTo(connection)) === null,
  );
  if (isDone) return;
  const enqueueNext = (connection: Connection) =>
    enqueueSome(connection, { version, targetOf }, { nowUs, atOnce });
  while (await db.write(enqueueNext));
}

/**
 * Enqueues from the next cases.
 * @returns whether there may be more
 */
async function enqueueSome(
  connection: Connection,
  wanted: Omit<Made, "made" | keyof IdRange>,
  { nowUs, atOnce }: Required<EnqueueOptions>,
): Promise<boolean> {
  const { version } = wanted;
  const stamp = { revision: await nextRevision(connection), nowUs };
  if ((await derivedWith(connection)) !== version) {
    await enqueueReplays(connection, version, stamp);
    await retryFailures(connection);
    await writeSettingValue(connection, "derived_with", version);
    await writeSettingValue(connection, enqueuedToName, "0");
  }
  const fromId = await enqueuedTo(connection);
  // Another process has enqueued the last ones.
  if (fromId === null) return false;
  const last = `SELECT max(id) AS id FROM
    (SELECT id FROM cases WHERE id > ? ORDER BY id LIMIT ?) AS next`;
  const toId =
    (await statement<[number, number], { id: number | null }>(connection, last).get(fromId, atOnce))
      ?.id ?? null;
  if (toId === null) {
    await removeSettingValue(connection, enqueuedToName);
    return false;
  }
  const range = { fromId, toId };
  const sql = `SELECT DISTINCT derived_with AS made FROM cases
    WHERE derived_with <> @version AND id > @fromId AND id <= @toId`;
  const olds = await statement<[IdRange & { readonly version: string }], { made: string }>(
    connection,
    sql,
  ).all({ version, ...range });
  for (const { made } of olds) await enqueueOf(connection, { made, ...wanted, ...range }, stamp);
  await writeSettingValue(connection, enqueuedToName, String(toId));
  return true;
}

/** The setting that is there while cases are being enqueued: the id of the last one that was. */
const enqueuedToName = "enqueued_to";

async function enqueuedTo(connection: Connection): Promise<number | null> {
  const id = await readSettingValue(connection, enqueuedToName);
  return id === null ? null : Number(id);
}

/** Whether results of a version may still be stored: another one was not recorded since. */
export async function isVersionCurrent(connection: Connection, version: string): Promise<boolean> {
  const recorded = await derivedWith(connection);
  return recorded === null || recorded === version;
}

/** Cases by id, without the first one. */
type IdRange = { readonly fromId: number; readonly toId: number };

type Made = IdRange & {
  readonly made: string;
  readonly version: string;
  readonly targetOf: TargetOf;
};

/** Enqueues those of one earlier version's cases whose rows would differ. */
async function enqueueOf(
  connection: Connection,
  { made, version, targetOf, fromId, toId }: Made,
  stamp: Stamp,
): Promise<void> {
  if (!areJudgedAlike(made, version)) {
    await enqueueForRules(connection, { made, fromId, toId, ...stamp });
    return;
  }
  const change = compareVersions(made, version);
  const touched = touchedSql(change, targetOf);
  const judged = JSON.stringify(change.kind === "parts" ? change.judged : []);
  const bulk = await readBulk(connection, "case");
  const values = { made, version, judged, fromId, toId, ...bulk, ...stamp };
  const enqueue = `INSERT INTO queue (stage, key, mark, since_us, flow, round)
    SELECT 'case', case_id, @revision, @nowUs, ${bulkSql} FROM cases c
    WHERE ${ofMade} AND (@judged = @judged) AND ${touched}
    ON CONFLICT (stage, key) DO UPDATE SET mark = excluded.mark`;
  await statement<[typeof values]>(connection, enqueue).run(values);
  const settle = `UPDATE cases AS c SET derived_with = @version
    WHERE ${ofMade} AND (@judged = @judged) AND NOT ${touched}`;
  await statement<[typeof values]>(connection, settle).run(values);
}

const ofMade = "derived_with = @made AND id > @fromId AND id <= @toId";

/** Enqueues the replays of another version, so that all runs are scored alike. */
async function enqueueReplays(
  connection: Connection,
  version: string,
  stamp: Stamp,
): Promise<void> {
  const sql = `INSERT INTO queue (stage, key, mark, since_us, flow, round)
    SELECT 'case', case_id, @revision, @nowUs, ${bulkSql} FROM replays WHERE derived_with <> @version
    ON CONFLICT (stage, key) DO UPDATE SET mark = excluded.mark`;
  const values = { version, fromId: 0, ...(await readBulk(connection, "case")), ...stamp };
  await statement<[typeof values]>(connection, sql).run(values);
}

/** Enqueues cases that other disclosure rules judged; those that wait to be derived only get a new revision. */
async function enqueueForRules(
  connection: Connection,
  rejudged: Stamp & Omit<Made, "version" | "targetOf">,
): Promise<void> {
  const values: Bulk & typeof rejudged = { ...rejudged, ...(await readBulk(connection, "rules")) };
  const sql = `INSERT INTO queue (stage, key, mark, since_us, flow, round)
    SELECT CASE WHEN EXISTS (SELECT 1 FROM queue WHERE stage = 'case' AND key = case_id)
      THEN 'case' ELSE 'rules' END,
      case_id, @revision, @nowUs, ${bulkSql} FROM cases WHERE ${ofMade}
    ON CONFLICT (stage, key) DO UPDATE SET mark = excluded.mark`;
  await statement<[typeof values]>(connection, sql).run(values);
}

/** A condition on a case `c`, with the evaluators that judged under `@judged`. */
function touchedSql(change: VersionChange, targetOf: TargetOf): string {
  if (change.kind !== "parts") return "(true)";
  const holds = {
    case: "true",
    interaction: "c.interactions > 0",
    handoff: "c.handoffs > 0",
    message: "c.messages > 0",
    span: "true",
  } as const satisfies Record<ScoreTarget["kind"], string>;
  const added = change.added.map((name) => holds[targetOf(name)]);
  const judged = `EXISTS (SELECT 1 FROM scores s WHERE s.case_key = c.id AND s.version IS NOT NULL
    AND s.evaluator IN (SELECT value FROM json_each(@judged)))`;
  const undeclared = change.areIntentsChanged ? ["c.intent IS NULL"] : [];
  return `(${[judged, ...new Set(added), ...undeclared].join(" OR ")})`;
}

/** The version that every case has been derived with, or is in the queue for; null where there never was one. */
export function readDerivedWith(db: Database): Promise<string | null> {
  return db.read(derivedWith);
}

/** Whether a case was derived with another version; reads every case's row. */
export function hasOlderCases(db: Database, version: string): Promise<boolean> {
  const sql = "SELECT 1 FROM cases WHERE derived_with <> ? LIMIT 1";
  return db.read(
    async (connection) => (await statement<[string]>(connection, sql).get(version)) !== undefined,
  );
}

function derivedWith(connection: Connection): Promise<string | null> {
  return readSettingValue(connection, "derived_with");
}

/** Cases whose disclosures were judged by rules of before. */
export type CasesBehind = {
  readonly left: number;
  readonly total: number;
  /** Since when the first of them waits, microseconds since 1970; null where they are not enqueued yet. */
  readonly sinceUs: number | null;
};

/**
 * Counts the cases that changed rules have not judged yet, in the queue alone.
 * @param version of the settings in force
 * @returns null where there is none
 */
export function readCasesBehind(db: Database, version: string): Promise<CasesBehind | null> {
  return db.read(async (connection) => {
    const recorded = await derivedWith(connection);
    const isRecorded = recorded === null || areJudgedAlike(recorded, version);
    const total = isRecorded ? null : await countCases(connection);
    if (total !== null) return total === 0 ? null : { left: total, total, sinceUs: null };
    const sql = `SELECT count(*) AS left, min(since_us) AS sinceUs FROM queue WHERE stage = 'rules'`;
    const waiting = await statement<[], Pick<CasesBehind, "left" | "sinceUs">>(
      connection,
      sql,
    ).get();
    if (waiting === undefined || waiting.left === 0) return null;
    return { ...waiting, total: await countCases(connection) };
  });
}
