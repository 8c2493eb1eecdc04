import { runSeed } from "../runs";
import { seededRandom } from "../seeded-random";

/** A repetitive text that may cause backtracking; `of` returns one of about the given length. */
export type HostileText = { readonly name: string; readonly of: (length: number) => string };

/** Single characters of every class, and prefixes of patterns. */
const units = [
  "a",
  "A",
  "1",
  " ",
  "_",
  "-",
  ".",
  ",",
  "!",
  "'",
  '"',
  "\\",
  '\\"',
  "<",
  "(",
  "[",
  "{",
  "@",
  "\n",
  "é",
  "漢",
  "🙂",
  "\u0301",
  "may Dr. ",
  "(A",
  "a@",
  "a.",
  "1-",
  "1.",
  "1 ",
  "0 ",
  "A B ",
  "A-1 ",
  "&#",
  "%20",
  "0x",
  "key=",
  "http://",
  "<PERSON:",
  '{"a":',
  "my name is ",
  "my password is ",
  "12 Beech ",
  "one two ",
  "'ll",
  "I will ",
  "are you ",
  "born ",
  "$1.",
  "don't ",
];

/** Repetitions that begin or end with a match of a pattern. */
const framed: readonly HostileText[] = [
  { name: "an address and underscores", of: (length) => `jane@acme.com${"_".repeat(length)}` },
  { name: "digits and a letter", of: (length) => `${"1".repeat(length)}a` },
  { name: "letters and a digit", of: (length) => `${"a".repeat(length)}1` },
  { name: "a name without an end", of: (length) => `my name is ${"A".repeat(length)}` },
  { name: "a string without an end", of: (length) => `{"a":"${repeat('\\"', length)}` },
  { name: "lists without an end", of: (length) => `{"a":${"[".repeat(length)}` },
  { name: "phone numbers", of: (length) => repeat("call 415-555-0100 ", length) },
  { name: "addresses", of: (length) => repeat("jane@acme.com, ", length) },
  { name: "names", of: (length) => repeat("My name is Jane Doe. ", length) },
  { name: "promises", of: (length) => repeat("I'll refund $20 by Friday. ", length) },
];

/** Sentences about an AI that no mark ends. */
export const unpunctuated = (length: number): string =>
  repeat("i am sure that the bot you are talking to ", length);

/** Names of objects, as one says them and as programs write them. */
export const namedObjects: readonly HostileText[] = ["order number W1 ", '"a_id": ', "AB12"].map(
  (unit) => ({ name: JSON.stringify(unit), of: (length) => repeat(unit, length) }),
);

const mixedCount = 12;

/** Texts that every reader of texts is tried with; the mixed ones are drawn with the run's seed. */
export const hostileTexts: readonly HostileText[] = [
  ...units.map((unit) => ({
    name: JSON.stringify(unit),
    of: (length: number) => repeat(unit, length),
  })),
  ...framed,
  ...mixed(),
];

function mixed(): HostileText[] {
  const random = seededRandom(runSeed);
  return Array.from({ length: mixedCount }, () => {
    const unit = random.pick(units) + random.pick(units) + random.pick(units);
    const first = random.pick(units);
    const last = random.pick(units);
    const name = [first, unit, last].map((each) => JSON.stringify(each)).join(", ");
    return { name, of: (length) => first + repeat(unit, length) + last };
  });
}

function repeat(unit: string, length: number): string {
  return unit.repeat(Math.ceil(length / unit.length));
}
