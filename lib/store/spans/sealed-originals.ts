import type { StorableSpan } from "@/lib/domain/trace/storable-span";
import { flatMapInOrder } from "@/lib/domain/in-order";
import { statement, type Connection, type Database } from "../port";
import { enqueue, nextRevision } from "../queue";
import { bulkTurns } from "../queue-rounds";
import { readSettingValue, writeSettingValue } from "../setting-values";
import { fromJson, type Json } from "../json";
import { bumpInterning, heldBySpans, inKeys, noteUnswept, retireInterned } from "./retired-rows";
import { storeSpans } from "./store-spans";

/** The progress of masking again what was sealed. */
export type RemaskProgress = {
  /** The masker's version. */
  readonly version: number;
  /** The last span that was masked again; null when all were. */
  readonly after: number | null;
};

/** A sealed span as it is stored. */
export type SealedSpan = {
  readonly span: number;
  readonly trace: number;
  readonly traceId: string;
  readonly spanId: string;
  readonly contentHash: Buffer;
  readonly batch: number | null;
  readonly isReplacement: number;
  readonly caseId: string | null;
  readonly box: Buffer;
};

/** How much is sealed. @property oldestUs null where nothing is */
export type SealedCount = { readonly spans: number; readonly oldestUs: number | null };

const progressName = "remasked_with";
const perTransaction = 2000;

/** When the oldest arrived, microseconds since 1970; null where nothing is sealed. Cheap: it is asked again and again. */
export function readOldestSealed(db: Database): Promise<number | null> {
  const sql = "SELECT min(sealed_us) AS us FROM sealed_originals";
  return db.read(
    async (connection) =>
      (await statement<[], { us: number | null }>(connection, sql).get())?.us ?? null,
  );
}

export function countSealed(db: Database): Promise<SealedCount> {
  const sql = "SELECT count(*) AS spans, min(sealed_us) AS oldestUs FROM sealed_originals";
  return db.read(
    async (connection) =>
      (await statement<[], SealedCount>(connection, sql).get()) ?? { spans: 0, oldestUs: null },
  );
}

/** @returns null where nothing was ever masked again */
export function readRemaskProgress(db: Database): Promise<RemaskProgress | null> {
  return db.read(progressOf);
}

async function progressOf(connection: Connection): Promise<RemaskProgress | null> {
  const json = await readSettingValue(connection, progressName);
  return json === null ? null : fromJson(json as Json<RemaskProgress>);
}

/** The next sealed spans in the order in which they were stored. */
export function readSealed(db: Database, after: number, limit: number): Promise<SealedSpan[]> {
  const sql = `SELECT o.span, s.trace, t.trace_id AS traceId, s.span_id AS spanId,
      s.content_hash AS contentHash, s.batch, s.is_replacement AS isReplacement,
      i.case_id AS caseId, o.box
    FROM sealed_originals o JOIN spans s ON s.id = o.span JOIN traces t ON t.id = s.trace
      LEFT JOIN identities i ON i.id = s.identity
    WHERE o.span > ? ORDER BY o.span LIMIT ?`;
  return db.read((connection) =>
    statement<[number, number], SealedSpan>(connection, sql).all(after, limit),
  );
}

/**
 * Stores one step of masking again, and enqueues what it touches; nothing where another process has taken the step
 * already. What a span said before is retired where no other says it.
 */
export function writeRemasked(
  db: Database,
  step: {
    readonly from: RemaskProgress | null;
    readonly to: RemaskProgress;
    readonly changed: readonly { readonly stored: SealedSpan; readonly span: StorableSpan }[];
  },
  nowUs: number,
): Promise<void> {
  return db.write(async (connection) => {
    if (JSON.stringify(await progressOf(connection)) !== JSON.stringify(step.from)) return;
    const hashSql = "SELECT content_hash AS hash FROM spans WHERE id = ?";
    const changed = await flatMapInOrder(step.changed, async (each) => {
      const row = await statement<[number], { hash: Buffer }>(connection, hashSql).get(
        each.stored.span,
      );
      // Another version of the span has come since it was read.
      return row?.hash.equals(each.stored.contentHash) === true ? [each] : [];
    });
    const ids = JSON.stringify(changed.map(({ stored }) => stored.span));
    const isChanged = "id IN (SELECT CAST(value AS bigint) FROM json_each(@ids))";
    const before = await heldBySpans(connection, isChanged, { ids });
    for (const { stored, span } of changed) {
      const { trace, batch, isReplacement } = stored;
      await storeSpans(connection, [{ span, trace, stored: stored.span }], {
        ...{ batch, isReplacement: isReplacement === 1, sealedUs: null },
      });
    }
    const after = await heldBySpans(connection, isChanged, { ids });
    await retireInterned(
      connection,
      "contents",
      [...before.contents].filter((id) => !after.contents.has(id)),
    );
    if (changed.length > 0) await bumpInterning(connection);
    const stamp = { revision: await nextRevision(connection), nowUs };
    const traces = new Set(changed.map(({ stored }) => String(stored.trace)));
    const cases = new Set(changed.flatMap(({ stored: { caseId } }) => caseId ?? []));
    await enqueue(connection, "trace", traces, stamp, bulkTurns);
    await enqueue(connection, "case", cases, stamp, bulkTurns);
    await writeSettingValue(connection, progressName, JSON.stringify(step.to));
  });
}

/** Removes what arrived before an instant, and notes that its bytes are still in the file. @returns how many spans' */
export async function removeSealedBefore(db: Database, cutoffUs: number): Promise<number> {
  let removed = 0;
  for (;;) {
    const some = await db.write(async (connection) => {
      const sql = "SELECT span FROM sealed_originals WHERE sealed_us < ? LIMIT ?";
      const rows = await statement<[number, number], { span: number }>(connection, sql).all(
        cutoffUs,
        perTransaction,
      );
      if (rows.length === 0) return 0;
      await noteUnswept(connection);
      await forgetSealed(
        connection,
        rows.map(({ span }) => span),
      );
      return rows.length;
    });
    removed += some;
    if (some < perTransaction) return removed;
  }
}

/** Removes what is sealed of some spans, inside a transaction. */
export async function forgetSealed(
  connection: Connection,
  spans: readonly number[],
): Promise<void> {
  if (spans.length === 0) return;
  await connection.overwriteRemoved();
  const sql = `DELETE FROM sealed_originals WHERE span ${inKeys}`;
  await statement<[string]>(connection, sql).run(JSON.stringify(spans));
}
