import { maskedPattern } from "./pseudonym";

const halfLength = 8;
const noLast = "0".repeat(halfLength);
const titles = new Set(
  "dr mr mrs ms miss mister doctor prof professor sir madam herr frau".split(" "),
);

/** Returns the half pseudonym of one word of a name: 8 hex digits. */
export type HalfOfName = (word: string) => string;

/**
 * The pseudonym of a name: its first word's half and its last word's, zeros for a single word. So "Mia Li", "Mia" and
 * "Li" can be told to belong together (`areOneName`), and "Dr. Li" is "Li".
 * @param words in lower case
 * @returns 16 hex digits
 */
export function composeName(words: readonly string[], halfOf: HalfOfName): string {
  const own = words.filter((word) => !titles.has(word));
  const [first = "", ...rest] = own.length === 0 ? words : own;
  const last = rest.at(-1);
  return (
    halfOf(first).slice(0, halfLength) +
    (last === undefined ? noLast : halfOf(last).slice(0, halfLength))
  );
}

/** The pseudonyms of a name and of its first and last name alone. */
export function partsOfName(pseudonym: string): readonly string[] {
  if (isSingle(pseudonym)) return [pseudonym];
  const halves = [pseudonym.slice(0, halfLength), pseudonym.slice(halfLength)];
  return [pseudonym, ...halves.map((half) => half + noLast)];
}

/**
 * True if two pseudonyms (16 hex digits each) are of one name: equal, or the first or last name of the other's full
 * name.
 */
export function areOneName(one: string, other: string): boolean {
  if (one === other) return true;
  if (isSingle(one) === isSingle(other)) return false;
  const [single, full] = isSingle(one) ? [one, other] : [other, one];
  const half = single.slice(0, halfLength);
  return full.startsWith(half) || full.endsWith(half);
}

function isSingle(pseudonym: string): boolean {
  return pseudonym.endsWith(noLast);
}

/** True if a text holds a pseudonym of the same name as a masked value such as `<person:…>`. */
export function holdsName(text: string, masked: string): boolean {
  const own = /^<person:([0-9a-f]{16})>$/i.exec(masked)?.[1];
  if (own === undefined) return false;
  return [...text.matchAll(maskedPattern)].some(
    ([, type, pseudonym = ""]) => type === "PERSON" && areOneName(own.toLowerCase(), pseudonym),
  );
}
