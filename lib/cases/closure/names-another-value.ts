import type { Message } from "@/lib/domain/case/case";
import { matchesIn } from "@/lib/learning/each-match";
import { parseObject } from "../words/failure";

/** A kind of choice that customers name in words and tools take as an argument. */
type Kind = {
  readonly argument: RegExp;
  readonly named: RegExp;
  /** One spelling of a named or called value, or null where it is none of this kind. */
  readonly plain: (value: string) => string | null;
};

const kinds: readonly Kind[] = [
  {
    argument: /^(?:return_|refund_)?payment(?:_method)?(?:_id)?$/,
    named: /\b(?:gift[ -]?card|pay ?pal|(?:credit|debit) card|visa|master ?card|certificate)\b/gi,
    plain: (value) => {
      const word = value.toLowerCase().replace(/[^a-z]/g, "");
      if (word.startsWith("giftcard")) return "gift card";
      if (word.startsWith("paypal")) return "paypal";
      if (word.startsWith("certificate")) return "certificate";
      return /^(?:creditcard|debitcard|visa|mastercard)/.test(word) ? "card" : null;
    },
  },
  {
    argument: /^cabin$/,
    named:
      /\b(?:basic economy|economy|business)(?= (?:class|cabin|seats?|tickets?|flights?|options?|fares?)\b)|\bto (?:basic economy|economy|business)\b/gi,
    plain: (value) => {
      const word = value
        .toLowerCase()
        .replace(/^to /, "")
        .replace(/[^a-z]+/g, " ")
        .trim();
      return /^(?:basic economy|economy|business)$/.test(word) ? word : null;
    },
  },
  {
    argument: /^(?:total_baggages|total_bags|bags)$/,
    named: /\b(?:\d{1,2}|one|two|three|four|five|six) (?:checked )?bags?\b/gi,
    plain: (value) => {
      const count = value.toLowerCase().split(" ")[0] ?? "";
      const spelled = ["zero", "one", "two", "three", "four", "five", "six"].indexOf(count);
      if (spelled >= 0) return String(spelled);
      return /^\d+$/.test(count) ? count : null;
    },
  },
];

/**
 * True if a successful call took another value of a kind (means of payment, cabin, number of bags) than the customer
 * had named last before it. Where they named several in one message, any of them may be meant.
 * @param messages of its contact, in order
 */
export function namesAnotherValue(call: Message, messages: readonly Message[]): boolean {
  const called = parseObject(call.tool?.args.trim() ?? "");
  if (called === null) return false;
  const said = messages
    .filter(({ speaker, ordinal }) => speaker === "customer" && ordinal < call.ordinal)
    .map(({ text }) => text);
  return [...called].some(([name, value]) => {
    const kind = kinds.find(({ argument }) => argument.test(name));
    const used = kind === undefined ? null : kind.plain(String(value));
    if (kind === undefined || used === null) return false;
    const named = said
      .map((text) => matchesIn(kind.named, text).flatMap(([words]) => kind.plain(words) ?? []))
      .findLast((values) => values.length > 0);
    return named !== undefined && !named.includes(used);
  });
}
