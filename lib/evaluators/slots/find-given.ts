import type { Evidence, Message } from "@/lib/domain/case";
import { splitSentences } from "@/lib/cases/words/sentences";
import { findAsks } from "./find-asks";
import { slots } from "./slots";

/** What the customer has given, by slot: where they said it first. */
export type Given = ReadonlyMap<string, Evidence & { readonly message: number }>;

const noAnswer =
  /\b(don['’]t (know|have|remember)|do not (know|have|remember)|not sure|no idea|can['’]t find|cannot find|forgot)\b/i;

/**
 * Finds what the customer gave in these messages: values of a slot's type in what they said, and
 * answers to an agent's question for it.
 */
export function findGiven(messages: readonly Message[]): Given {
  const given = new Map<string, Evidence & { readonly message: number }>();
  let asked: readonly string[] = [];
  for (const message of messages) {
    if (message.speaker === "agent") {
      asked = findAsks(message).flatMap((ask) => ask.slots.map((slot) => slot.name));
    }
    if (message.speaker !== "customer") continue;
    noteTypedValues(message, given);
    if (isAnswer(message.text)) {
      for (const name of asked) noteOnce(given, name, message, 0, message.text.length);
    }
    asked = [];
  }
  return given;
}

function noteTypedValues(
  message: Message,
  given: Map<string, Evidence & { message: number }>,
): void {
  for (const slot of slots) {
    if (slot.given === null || given.has(slot.name)) continue;
    const found = slot.given.exec(message.text);
    if (found === null) continue;
    const sentence = splitSentences(message.text).find(
      ({ start, end }) => start <= found.index && found.index < end,
    );
    const end = found.index + found[0].length;
    if (sentence?.text.endsWith("?") === true && slot.name === "reason") continue;
    noteOnce(given, slot.name, message, found.index, end);
  }
}

function noteOnce(
  given: Map<string, Evidence & { message: number }>,
  name: string,
  message: Message,
  start: number,
  end: number,
): void {
  if (!given.has(name)) given.set(name, { message: message.ordinal, start, end });
}

function isAnswer(text: string): boolean {
  return text.trim() !== "" && !text.trimEnd().endsWith("?") && !noAnswer.test(text);
}
