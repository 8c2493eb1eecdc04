import { createHash } from "node:crypto";
import type { AdoptedIntents } from "@/lib/domain/case/intent-model";
import { learnIntents } from "@/lib/evaluators/intents/learn-intents";
import {
  countUndeclared,
  readAdoptedIntents,
  readDeclaredCases,
  writeAdoptedIntents,
} from "@/lib/store/decisions/adopted-intents";
import type { Database } from "@/lib/store/database";

/** So many cases, the latest, say how intents are asked for. */
const casesMost = 20_000;

/**
 * Learns from the workspace's cases that declare an intent how the others' is to be told. Nothing is changed.
 * @returns null where too few cases declare one
 */
export async function learnWorkspaceIntents(
  db: Database,
  nowUs: number,
): Promise<AdoptedIntents | null> {
  const learned = learnIntents(await readDeclaredCases(db, casesMost));
  if (learned === null) return null;
  const version = createHash("sha256").update(JSON.stringify(learned.model)).digest("hex");
  return { version: version.slice(0, 16), learnedUs: nowUs, ...learned };
}

/** Puts a learned model in force, or none; cases that declare no intent are derived anew after it. */
export function adoptIntents(db: Database, adopted: AdoptedIntents | null): Promise<void> {
  return writeAdoptedIntents(db, adopted);
}

/** How intents stand in a workspace. */
export type IntentState = {
  readonly adopted: AdoptedIntents | null;
  /** Cases that declare no intent. */
  readonly undeclared: number;
  /** Those of them that have one inferred. */
  readonly inferred: number;
};

/** Reads by what intents are inferred, and for how many cases. */
export async function readIntentState(db: Database): Promise<IntentState> {
  const { cases, inferred } = await countUndeclared(db);
  return { adopted: await readAdoptedIntents(db), undeclared: cases, inferred };
}
