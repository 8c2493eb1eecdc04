import { parseObject } from "../words/failure";

/** The text before a write. */
export type SpokenText = { readonly byCustomer: string; readonly byBoth: string };

/**
 * True if a write matches the conversation: the customer named one of its identifiers, and each
 * amount was named by either side. A write without such arguments proves nothing.
 */
export function isAboutTheRequest(args: string, said: SpokenText): boolean {
  const values = listArguments(args);
  const amounts = values.filter(isAmount);
  if (amounts.some((value) => !namesNumber(said.byBoth, value.text))) return false;
  const identifiers = values.filter((value) => !isAmount(value) && isIdentifier(value.text));
  const nameable = identifiers.length > 0 ? identifiers : values.filter(isWord);
  const spoken = normalise(said.byCustomer);
  return nameable.some((value) => spoken.includes(normalise(value.text)));
}

/** Identifiers in a text: words with a digit that are no date, time, count or amount. */
export function findIdentifiers(text: string): readonly string[] {
  return [...text.matchAll(/(?<![$€£\p{L}\p{N}])#?[\p{L}\p{N}_-]{0,80}?\d[\p{L}\p{N}_-]*/gu)]
    .map((match) => match[0])
    .filter(
      (word) => isIdentifier(word) && !/^\d{1,4}([-/:]\d{1,4})*(am|pm|st|nd|rd|th)?$/i.test(word),
    );
}

/** True if a call's arguments contain every identifier. */
export function namesAll(args: string, identifiers: readonly string[]): boolean {
  const held = normalise(args);
  return identifiers.every((identifier) => held.includes(normalise(identifier)));
}

type Argument = { readonly name: string; readonly text: string };

const deepestArgument = 4;

/** The leaves of a call's JSON arguments with their keys. */
function listArguments(args: string): readonly Argument[] {
  const parsed = parseObject(args.trim());
  if (parsed === null) return args.trim() === "" ? [] : [{ name: "", text: args.trim() }];
  return [...parsed].flatMap(([name, value]) => leavesOf(name, value, 0));
}

function leavesOf(name: string, value: unknown, depth: number): readonly Argument[] {
  if (typeof value === "string") return value.trim() === "" ? [] : [{ name, text: value.trim() }];
  if (typeof value === "number") return [{ name, text: String(value) }];
  if (typeof value !== "object" || value === null || depth >= deepestArgument) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    leavesOf(Array.isArray(value) ? name : key, inner, depth + 1),
  );
}

function isAmount(argument: Argument): boolean {
  return (
    /(amount|total|price|refund_value|sum|fee)s?$/i.test(argument.name) && /^\d/.test(argument.text)
  );
}

/** Looks unique: contains a digit and is longer than a count. */
function isIdentifier(text: string): boolean {
  return /\d/.test(text) && text.length >= 4;
}

function isWord(argument: Argument): boolean {
  return argument.text.length > 2;
}

function normalise(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}<>:@.]+/gu, "");
}

/** "$1,250.00" contains 1250. */
function namesNumber(said: string, number: string): boolean {
  const wanted = Number(number);
  for (const match of said.matchAll(/\d[\d,]*(?:\.\d+)?/g)) {
    if (Math.abs(Number(match[0].replaceAll(",", "")) - wanted) < 0.005) return true;
  }
  return false;
}
