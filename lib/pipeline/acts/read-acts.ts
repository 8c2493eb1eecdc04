import type { ActReader } from "@/lib/acts/act-reader";
import { questionsOf } from "@/lib/acts/questions";
import { actReader } from "@/lib/acts/server";
import type { MessageActs } from "@/lib/domain/acts/act";
import type { Message } from "@/lib/domain/case/case";
import { logEvent } from "@/lib/log/log-event";
import { describeError } from "@/lib/log/describe-error";
import { putActReadings, readActReadings } from "@/lib/store/cases/act-readings";
import type { Database } from "@/lib/store/port";
import { hashQuestion } from "./hash-question";

/** What was read in each message of a list, by its position; a message that was not asked about is not in it. */
export type ActsByPlace = ReadonlyMap<number, MessageActs>;

const nothingRead: ActsByPlace = new Map();

/**
 * Reads what messages do, and keeps it by the hash of what was asked: asked again, it costs nothing.
 * @returns nothing where no reader runs on this machine, which is logged
 */
export async function readActs(db: Database, messages: readonly Message[]): Promise<ActsByPlace> {
  const reader = await readerOrNull();
  if (reader === null) return nothingRead;
  const asked = questionsOf(messages).map(({ at, question }) => ({
    at,
    question,
    hash: hashQuestion(reader.id, question),
  }));
  const known = new Map(await readActReadings(db, [...new Set(asked.map(({ hash }) => hash))]));
  const found = new Map<string, MessageActs>();
  for (const { question, hash } of asked) {
    if (known.has(hash)) continue;
    const acts = await reader.read(question);
    known.set(hash, acts);
    found.set(hash, acts);
  }
  if (found.size > 0) await putActReadings(db, reader.id, found);
  return new Map(asked.map(({ at, hash }) => [at, known.get(hash) ?? null]));
}

/** The messages with what was read in them. */
export function withActs(messages: readonly Message[], acts: ActsByPlace): readonly Message[] {
  return messages.map((message, at) => {
    const read = acts.get(at);
    return read === undefined ? message : { ...message, acts: read };
  });
}

async function readerOrNull(): Promise<ActReader | null> {
  try {
    return await actReader();
  } catch (error) {
    logEvent("acts-unread", { why: describeError(error) });
    return null;
  }
}
