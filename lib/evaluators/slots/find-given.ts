import type { Message, Quote } from "@/lib/domain/case/case";
import { findLeaving } from "@/lib/cases/words/last-words";
import { remember } from "../remember";
import { findRequests } from "./find-requests";
import { comparable, valuesIn, type SlotValue } from "./slot-values";

/** Where the customer first gave a value, by slot. */
export type Given = ReadonlyMap<string, Quote>;

const noAnswer =
  /\b(don['’]t (know|have|remember|recall)|do not (know|have|remember|recall)|not sure|no idea|(can['’]t|can ?not) (seem to )?(find|remember|recall|think of)|forgot)\b/i;

/** Slots whose value is written with digits, as a code, or masked. */
const codeSlots = new Set(["account", "order", "phone", "birth_date"]);
const spokenDigit = "(?:zero|oh|one|two|three|four|five|six|seven|eight|nine)";
const written = /\d|<[A-Z_]+:|\b[A-Z]{5,}\b/;
const spoken = new RegExp(`\\b${spokenDigit}[\\s,-]+${spokenDigit}\\b`, "i");

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
          if (stated.has(name) || !mayHold(message.text, name, stated)) continue;
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

/** False where a customer asks back, does not know it, or leaves to look for it. */
function isAnswer(text: string): boolean {
  if (text.trim() === "" || text.trimEnd().endsWith("?")) return false;
  return !noAnswer.test(text) && findLeaving(text) === null;
}

/** A number or code is given only where there is one beside the values of other slots. */
function mayHold(
  text: string,
  name: string,
  stated: ReadonlyMap<string, readonly SlotValue[]>,
): boolean {
  if (!codeSlots.has(name)) return true;
  const others = [...stated.values()].flat().map(({ quote }) => quote);
  const rest = others.reduce(
    (words, { start, end }) => words.slice(0, start) + " ".repeat(end - start) + words.slice(end),
    text,
  );
  return written.test(rest) || spoken.test(rest);
}
