import { createHash } from "node:crypto";
import type { AdoptedIntents } from "@/lib/domain/case/intent-model";
import { learnIntents } from "@/lib/evaluators/intents/learn-intents";
import {
  countUndeclared,
  readAdoptedIntents,
  readDeclaredCases,
  writeAdoptedIntents,
} from "@/lib/store/decisions/adopted-intents";
import type { Database } from "@/lib/store/port";

/** The most recent cases that a model is learned from. */
const casesMost = 20_000;

/**
 * Fits an intent model to the workspace's cases that declare an intent; writes nothing.
 * @returns null if too few cases declare one
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

/** Activates an intent model, or removes it with `null`; enqueues the cases that declare no intent. */
export function adoptIntents(db: Database, adopted: AdoptedIntents | null): Promise<void> {
  return writeAdoptedIntents(db, adopted);
}

/** How many cases declare an intent or have one inferred. */
export type IntentState = {
  readonly adopted: AdoptedIntents | null;
  /** Cases that declare no intent. */
  readonly undeclared: number;
  /** Of `undeclared`, those with an inferred intent. */
  readonly inferred: number;
};

/** Reads the active intent model's version and the counts of declared and inferred intents. */
export async function readIntentState(db: Database): Promise<IntentState> {
  const { cases, inferred } = await countUndeclared(db);
  return { adopted: await readAdoptedIntents(db), undeclared: cases, inferred };
}
