import { ownEntry } from "@/lib/domain/own-entry";
import type { Message, Quote } from "@/lib/domain/case/case";
import { maskedPattern } from "@/lib/domain/privacy/pseudonym";
import type { Slot } from "../slots/slot";
import { matchesIn } from "@/lib/learning/each-match";

/** The type of pseudonym that stands for a slot's value; other types are other kinds of value. */
const types: Readonly<Partial<Record<string, string>>> = {
  email: "EMAIL",
  phone: "PHONE",
  birth_date: "BIRTH_DATE",
  postcode: "ADDRESS",
  address: "ADDRESS",
  account: "ACCOUNT",
  name: "PERSON",
  person: "PERSON",
};
/** Slots whose value is a code or a name, never a whole sentence. */
const exact = new Set([...Object.keys(types), "order"]);
const ownName = /\b(name|this is|i['’]?m|i am|it['’]?s|under|call me)\b[^.?!]{0,20}$/i;

/**
 * The value of a slot within a quote: its pseudonym where values are masked.
 * @returns null if the quote holds only values of another kind or another person's name
 */
export function findTyped(message: Message, quote: Quote, { name }: Slot): Quote | null {
  if (!exact.has(name)) return quote;
  const words = message.text.slice(quote.start, quote.end);
  const masked = matchesIn(maskedPattern, words);
  if (masked.length === 0) return name === "order" && /[$€£]/.test(words) ? null : quote;
  const own = masked.find(([, type]) => type === ownEntry(types, name));
  if (own === undefined) return null;
  const start = quote.start + own.index;
  const isWhole = quote.start === 0 && quote.end === message.text.length;
  if (name === "name" && !isWhole && !ownName.test(message.text.slice(0, start))) return null;
  return { message: quote.message, start, end: start + own[0].length };
}
