import type { CaseRecord } from "@/lib/domain/case/case-record";
import type { HashTombstone } from "@/lib/domain/privacy/tombstone";
import { DomainError } from "@/lib/domain/domain-error";
import type { Override } from "@/lib/domain/case/override";
import { parseSettings } from "@/lib/domain/settings/parse-settings";
import { defaultSettings, type Settings } from "@/lib/domain/settings/settings";
import { keepApproval } from "./approved-personas";
import { keepRuleVersions } from "./rule-versions";
import { statement, type Database } from "../port";
import { fromJson, type Json } from "../json";
import { hashOf } from "../spans/intern";
import { countInBatch, noBatchCounts } from "../spans/batches";
import { withoutExpiredRecords } from "../erasure/purge";
import { withoutErasedRecords } from "../erasure/erase-data";
import { enqueueMerges } from "../cases/merges";
import { enqueue, nextRevision } from "../queue";
import { sharedTurns } from "../queue-rounds";
import { filterInOrder } from "@/lib/domain/in-order";
import { readSettingValue, writeSettingValue } from "../setting-values";

/** All decisions on the assignment of spans, oldest first. */
export function readOverrides(db: Database): Promise<Override[]> {
  const sql = "SELECT body FROM overrides ORDER BY id";
  return db.read(async (connection) =>
    (await statement<[], { body: Json<Override> }>(connection, sql).all()).map(({ body }) =>
      fromJson(body),
    ),
  );
}

/**
 * Stores CRM records of cases; every distinct record once, so that order does not matter.
 * @param hashTombstone recognises erased customers
 * @returns how many were new, and how many were not stored
 */
export function writeCaseRecords(
  db: Database,
  given: readonly CaseRecord[],
  batch: number,
  nowUs: number,
  hashTombstone: HashTombstone,
): Promise<{ readonly added: number; readonly erased: number; readonly expired: number }> {
  return db.write(async (connection) => {
    const young = await withoutExpiredRecords(connection, given);
    const records = await withoutErasedRecords(connection, young, { hashTombstone, nowUs });
    const erased = young.length - records.length;
    const expired = given.length - young.length;
    const sql = `INSERT INTO case_records (hash, case_id, merged_into, body, batch)
      VALUES (?, ?, ?, ?, ?) ON CONFLICT (hash) DO NOTHING`;
    const insert = statement<[Buffer, string, string | null, string, number]>(connection, sql);
    const added = await filterInOrder(records, async (record) => {
      const body = JSON.stringify(record);
      return (
        (await insert.run(hashOf(body), record.caseId, record.mergedInto, body, batch)).changes > 0
      );
    });
    await countInBatch(connection, batch, {
      ...noBatchCounts,
      records: added.length,
      erased,
      expired,
    });
    if (added.length === 0) return { added: 0, erased, expired };
    const stamp = { revision: await nextRevision(connection), nowUs };
    const caseIds = added.map(({ caseId }) => caseId);
    const turns = sharedTurns(() => `batch ${String(batch)}`);
    await enqueue(connection, "case", caseIds, stamp, turns);
    const merged = added.flatMap(({ caseId, mergedInto }) =>
      mergedInto === null ? [] : [caseId, mergedInto],
    );
    if (merged.length > 0) await enqueueMerges(connection, merged, stamp);
    return { added: added.length, erased, expired };
  });
}

/**
 * The workspace's settings: changes by people over the defaults.
 * @throws DomainError "invalid-input" where they were changed meanwhile
 */
export function readSettings(db: Database): Promise<Settings> {
  return db.read(async (connection) => {
    const stored = await readSettingValue(connection, "settings");
    return stored === null ? defaultSettings : readStored(stored);
  });
}

let lastRead: { readonly json: string; readonly settings: Settings } | null = null;

/** Cache: most requests begin with the settings, which seldom change. */
function readStored(json: string): Settings {
  if (lastRead?.json !== json) lastRead = { json, settings: parseStored(json) };
  return lastRead.settings;
}

function parseStored(json: string): Settings {
  const parsed = parseSettings(parseJson(json));
  if (parsed.isValid) return parsed.settings;
  const places = parsed.problems.map(({ path }) => path || "the whole").slice(0, 3);
  throw new DomainError(
    "invalid-input",
    `The workspace's stored settings cannot be read (${places.join(", ")}); save them anew under Settings.`,
  );
}

/** Undefined, which no settings are, where it is no JSON. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * Replaces the workspace's settings; the derivation's version then differs, so that the worker derives anew. An
 * approved version of the persona contract and a published one of a disclosure rule are kept for good.
 */
export function writeSettings(db: Database, settings: Settings): Promise<void> {
  return db.write(async (connection) => {
    await writeSettingValue(connection, "settings", JSON.stringify(settings));
    await keepApproval(connection, settings.persona);
    await keepRuleVersions(connection, settings.disclosureRules.own);
  });
}
