import type { Message, Quote } from "@/lib/domain/case/case";
import { remember } from "../remember";
import { findRequests } from "./find-requests";
import { comparable, valuesIn, type SlotValue } from "./slot-values";

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
  const first = new Map<string, Quote>();
  for (const [name, values] of allGiven(messages)) {
    const quote = values[0]?.quote;
    if (quote !== undefined && quote.message < end) first.set(name, quote);
  }
  return first;
}

/** All values that the customer of a case gave, by slot, in order; memoised. */
export const allGiven = remember(
  (messages: readonly Message[]): ReadonlyMap<string, readonly SlotValue[]> => {
    const given = new Map<string, SlotValue[]>();
    let asked: readonly string[] = [];
    for (const message of messages) {
      if (message.speaker === "agent") {
        asked = findRequests(message).flatMap((ask) => ask.slots.map((slot) => slot.name));
      }
      if (message.speaker !== "customer") continue;
      const stated = valuesIn(message);
      for (const [name, values] of stated) push(given, name, values);
      if (isAnswer(message.text)) {
        const quote = { message: message.ordinal, start: 0, end: message.text.length };
        for (const name of asked) {
          if (!stated.has(name))
            push(given, name, [{ value: comparable(message.text, name), quote }]);
        }
      }
      asked = [];
    }
    return given;
  },
);

function push(given: Map<string, SlotValue[]>, name: string, values: readonly SlotValue[]): void {
  const known = given.get(name);
  if (known === undefined) given.set(name, [...values]);
  else known.push(...values);
}

function isAnswer(text: string): boolean {
  return text.trim() !== "" && !text.trimEnd().endsWith("?") && !noAnswer.test(text);
}
