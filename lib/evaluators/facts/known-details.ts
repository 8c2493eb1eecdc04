import type { Message, Quote } from "@/lib/domain/case/case";
import { messagesOfContacts } from "../messages-of-contacts";
import { remember } from "../remember";
import { sentencesOf } from "../sentences-of";
import { allGiven } from "../slots/find-given";
import { slotName, type Slot } from "../slots/slot";
import { slots } from "../slots/slots";
import { findTyped } from "./find-typed";
import { isInformative } from "./is-informative";
import { holdsValue, valueOf } from "./value-of";

/** A value that a customer gave. */
export type Detail = {
  readonly slot: Slot;
  readonly what: string;
  readonly quote: Quote;
  readonly value: string | null;
};

export const flightNumber = "flight number";
/** Characters before a code in which it may be called a flight. */
const flightWords = 24;

/** Of each kind, the first detail that the customer gave in some of a case's messages, in the order of the slots. */
export function knownDetails(
  messages: readonly Message[],
  known: ReadonlySet<number>,
): readonly Detail[] {
  const first = new Map<string, Detail>();
  for (const detail of detailsIn(messages)) {
    if (known.has(detail.quote.message) && !first.has(detail.what)) first.set(detail.what, detail);
  }
  return [...first.values()];
}

/** "That doesn't seem to be the trip I mean." */
const rejecting =
  /\b(?:that|this|it)(?:['’]s| is| was)? ?(?:n['’]t|not|(?:is|was|does)n['’]t (?:(?:seem|look|sound|appear)(?: (?:to be|like))? )?|does not (?:(?:seem|look|sound|appear)(?: (?:to be|like))? )?)\s*(?:the|my|mine|what|right|correct|it)\b/i;

/** The agent read out what it names, and the customer's next words say that this is not what they mean. */
function isRejected({ quote, value }: Detail, messages: readonly Message[]): boolean {
  const contact = messages[quote.message]?.interaction ?? -1;
  const said = messagesOfContacts(messages).get(contact) ?? [];
  if (value === null) return false;
  const read = said.findIndex(
    ({ speaker, text, ordinal }) =>
      speaker === "agent" && ordinal > quote.message && holdsValue(text, value),
  );
  const reply = said.slice(read + 1).find(({ tool, text }) => tool === null && text !== "");
  return read >= 0 && reply?.speaker === "customer" && rejecting.test(reply.text);
}

/** All details that the customer of a case gave, without those that they rejected when they were read out. */
const detailsIn = remember((messages: readonly Message[]): readonly Detail[] => {
  const given = allGiven(messages);
  return slots.flatMap((slot) =>
    (given.get(slot.name) ?? []).flatMap(({ quote }): readonly Detail[] => {
      const message = messages[quote.message];
      const found = message === undefined ? null : findTyped(message, quote, slot);
      if (message === undefined || found === null) return [];
      const words = message.text.slice(found.start, found.end);
      if (!isInformative(slot.name, words, words === message.text)) return [];
      if (slot.name === "name" && isNumbered(message.text, found.end)) return [];
      const quoted = slot.name === "reason" ? wholeSentence(message, found) : found;
      const what = nameOf(slot, quote, messages);
      const detail = { slot, what, quote: quoted, value: valueOf(words, slot.name) };
      return isRejected(detail, messages) ? [] : [detail];
    }),
  );
});

/** "It's Halo 6": a product with its number, and nobody's name. */
function isNumbered(text: string, end: number): boolean {
  return /^[ -]?\d/.test(text.slice(end, end + 2));
}

/**
 * The kind of a value that a customer gave: "flight HAT039" numbers a flight, no order.
 * @param quote as `allGiven` returns it for the messages
 */
export function nameOf(slot: Slot, quote: Quote, messages: readonly Message[]): string {
  return flightsIn(messages).has(quote) ? flightNumber : slotName(slot);
}

const flightsIn = remember((messages: readonly Message[]): ReadonlySet<Quote> => {
  const quotes = (allGiven(messages).get("order") ?? []).map(({ quote }) => quote);
  return new Set(
    quotes.filter(({ message, start, end }) => {
      const text = messages[message]?.text ?? "";
      if (/^(order|booking|reservation|ticket)/i.test(text.slice(start, end))) return false;
      return /\bflights?\b.{0,12}$/i.test(text.slice(Math.max(0, start - flightWords), start));
    }),
  );
});

/** For a slot whose value is a single word like "late", the fact is the whole sentence. */
function wholeSentence(message: Message, quote: Quote): Quote {
  const said = sentencesOf(message).find(
    ({ start, end }) => start <= quote.start && quote.start < end,
  );
  return said === undefined ? quote : { ...quote, start: said.start, end: said.end };
}
