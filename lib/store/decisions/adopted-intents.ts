import {
  adoptedIntentsSchema,
  type AdoptedIntents,
  type DeclaredCase,
} from "@/lib/domain/case/intent-model";
import { openingMessages } from "@/lib/domain/case/opening";
import { statement, type Database } from "../port";
import { mapInOrder } from "@/lib/domain/in-order";
import { readSettingValue, removeSettingValue, writeSettingValue } from "../setting-values";

const intentsName = "intents";

/** Cache of each workspace's model in force: it is large, and read for every few cases. */
const lastRead = new WeakMap<Database, { readonly json: string; readonly read: AdoptedIntents }>();

/** The model that infers intents; null where none was adopted, or it was withdrawn. */
export function readAdoptedIntents(db: Database): Promise<AdoptedIntents | null> {
  return db.read(async (connection) => {
    const json = await readSettingValue(connection, intentsName);
    if (json === null) return null;
    const known = lastRead.get(db);
    if (known?.json === json) return known.read;
    const read = adoptedIntentsSchema.parse(JSON.parse(json));
    lastRead.set(db, { json, read });
    return read;
  });
}

/** Adopts a model, or none; the derivation's version then differs, so that the worker infers anew. */
export function writeAdoptedIntents(db: Database, adopted: AdoptedIntents | null): Promise<void> {
  return db.write((connection) =>
    adopted === null
      ? removeSettingValue(connection, intentsName)
      : writeSettingValue(connection, intentsName, JSON.stringify(adopted)),
  );
}

/**
 * The latest cases that declare an intent and were not merged into others.
 * @param most how many are read
 */
export function readDeclaredCases(db: Database, most: number): Promise<readonly DeclaredCase[]> {
  type Row = Omit<DeclaredCase, "opening"> & { readonly key: number };
  const sql = `SELECT id AS key, case_id AS caseId, customer_id AS customerId, opened_us AS openedUs, intent
    FROM cases
    WHERE intent IS NOT NULL AND merged_into IS NULL AND opened_us IS NOT NULL
    ORDER BY opened_us DESC, case_id LIMIT ?`;
  const openingSql = `SELECT t.body FROM messages m JOIN contents t ON t.id = m.content
    WHERE m.case_key = ? AND m.speaker = 'customer' AND m.ordinal < ${String(openingMessages)}
    ORDER BY m.ordinal`;
  return db.read(
    async (connection) =>
      await mapInOrder(
        await statement<[number], Row>(connection, sql).all(most),
        async ({ key, ...intent }) => {
          const said = await statement<[number], { body: string }>(connection, openingSql).all(key);
          return { ...intent, opening: said.map(({ body }) => body) };
        },
      ),
  );
}

/** Cases without a declared intent, and how many of them have an inferred one. */
export function countUndeclared(
  db: Database,
): Promise<{ readonly cases: number; readonly inferred: number }> {
  const sql = `SELECT count(*) AS cases, count(inferred_intent) AS inferred FROM cases
    WHERE intent IS NULL`;
  return db.read(
    async (connection) =>
      (await statement<[], { cases: number; inferred: number }>(connection, sql).get()) ?? {
        cases: 0,
        inferred: 0,
      },
  );
}
