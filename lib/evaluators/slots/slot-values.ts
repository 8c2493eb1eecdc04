import { matchesIn } from "@/lib/learning/each-match";
import type { Message, Quote } from "@/lib/domain/case/case";
import { valueOf } from "../facts/value-of";
import { remember } from "../remember";
import { sentencesOf } from "../sentences-of";
import { readValues } from "../values/read-values";
import { slots } from "./slots";
import type { Slot } from "./slot";

/** A value of a slot in a message, comparable by `value` within the slot. */
export type SlotValue = { readonly value: string; readonly quote: Quote };

const patterns = slots.flatMap(({ name, given }) =>
  given === null ? [] : [{ name, pattern: new RegExp(given.source, `${given.flags}g`) }],
);

type Words = Pick<Message, "ordinal" | "text">;

/** The values that a message holds, by slot, in order; memoised. */
export const valuesIn = remember((message: Words): ReadonlyMap<string, readonly SlotValue[]> => {
  const { ordinal, text } = message;
  const found = new Map<string, readonly SlotValue[]>();
  for (const { name, pattern } of patterns) {
    const values = matchesIn(pattern, text).flatMap(({ index, 0: words }): SlotValue[] => {
      if (name === "reason" && isAsked(message, index)) return [];
      const end = wholeEnd(text, index + words.length);
      const quote = { message: ordinal, start: index, end };
      return [{ value: comparable(text.slice(index, end), name), quote }];
    });
    if (values.length > 0) found.set(name, values);
  }
  return found;
});

function isAsked(message: Words, at: number): boolean {
  const sentence = sentencesOf(message).find(({ start, end }) => start <= at && at < end);
  return sentence?.text.endsWith("?") === true;
}

/** The values of a slot that a message holds, in order. */
export function slotValuesIn(message: Words, { name }: Slot): readonly SlotValue[] {
  return valuesIn(message).get(name) ?? [];
}

/** The slot of which a message gives a value at a quote. */
export function slotAt(message: Message, { start, end }: Quote): Slot | undefined {
  return slots.find((slot) =>
    slotValuesIn(message, slot).some(({ quote }) => quote.start < end && start < quote.end),
  );
}

/** Independent of notation where the words hold a code, a name, a number, a date or a time. */
export function comparable(words: string, slot: string): string {
  const value = valueOf(words, slot);
  if (value !== null) return value;
  const values = readValues(words).map((each) => `${each.kind} ${each.value}`);
  return values.length > 0
    ? values.join(" ")
    : words
        .toLowerCase()
        .replace(/[^\p{L}\p{N}]+/gu, " ")
        .trim();
}

/** Extends a match that ends inside a pseudonym. */
function wholeEnd(text: string, end: number): number {
  const isInside = text.lastIndexOf("<", end - 1) > text.lastIndexOf(">", end - 1);
  const close = isInside ? text.indexOf(">", end) : -1;
  return close === -1 ? end : close + 1;
}
