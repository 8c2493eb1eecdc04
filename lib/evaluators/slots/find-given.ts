import type { Message, Quote } from "@/lib/domain/case/case";
import { splitSentences } from "@/lib/cases/words/sentences";
import { remember } from "../remember";
import { findRequests } from "./find-requests";
import { slots } from "./slots";

/** Where the customer first gave a value, by slot. */
export type Given = ReadonlyMap<string, Quote>;

const noAnswer =
  /\b(don['’]t (know|have|remember)|do not (know|have|remember)|not sure|no idea|can['’]t find|cannot find|forgot)\b/i;

/**
 * Finds the values the customer gave: of a slot's type in any message, or in answer to a question for the slot.
 * @param messages the case's
 * @param end values from this position on are ignored
 */
export function findGiven(messages: readonly Message[], end: number): Given {
  return new Map([...givenIn(messages)].filter(([, { message }]) => message < end));
}

const givenIn = remember((messages: readonly Message[]): Given => {
  const given = new Map<string, Quote>();
  let asked: readonly string[] = [];
  for (const message of messages) {
    if (message.speaker === "agent") {
      asked = findRequests(message).flatMap((ask) => ask.slots.map((slot) => slot.name));
    }
    if (message.speaker !== "customer") continue;
    for (const [name, quote] of typedValues(message)) {
      if (!given.has(name)) given.set(name, quote);
    }
    if (isAnswer(message.text)) {
      const quote = { message: message.ordinal, start: 0, end: message.text.length };
      for (const name of asked) if (!given.has(name)) given.set(name, quote);
    }
    asked = [];
  }
  return given;
});

/** The first value of each slot in a message. */
const typedValues = remember((message: Message): ReadonlyMap<string, Quote> => {
  const found = new Map<string, Quote>();
  for (const slot of slots) {
    const match = slot.given?.exec(message.text) ?? null;
    if (match === null) continue;
    const sentence = splitSentences(message.text).find(
      ({ start, end }) => start <= match.index && match.index < end,
    );
    if (sentence?.text.endsWith("?") === true && slot.name === "reason") continue;
    const end = wholeEnd(message.text, match.index + match[0].length);
    found.set(slot.name, { message: message.ordinal, start: match.index, end });
  }
  return found;
});

/** Extends a match that ends inside a pseudonym. */
function wholeEnd(text: string, end: number): number {
  const isInside = text.lastIndexOf("<", end - 1) > text.lastIndexOf(">", end - 1);
  const close = isInside ? text.indexOf(">", end) : -1;
  return close === -1 ? end : close + 1;
}

function isAnswer(text: string): boolean {
  return text.trim() !== "" && !text.trimEnd().endsWith("?") && !noAnswer.test(text);
}
