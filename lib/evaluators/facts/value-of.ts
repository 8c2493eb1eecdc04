import { holdsName } from "@/lib/domain/privacy/name-pseudonym";
import { maskedPattern } from "@/lib/domain/privacy/pseudonym";
import { matchesIn } from "@/lib/learning/each-match";

const nameLead = /^.*\b(name(['’]s| is)?|this is|under|it['’]s|i am|i['’]m)\b( of)?/i;
const mostNameWords = 3;
const leastCharacters = 3;

/**
 * The comparable form of a quoted value: its pseudonym if masked, the name for a name slot, else
 * the longest word with a digit.
 * @param slot name of the slot, from `slots`
 * @returns null if the quote holds nothing that distinguishes values
 */
export function valueOf(words: string, slot: string): string | null {
  const masked = matchesIn(maskedPattern, words)[0]?.[0];
  if (masked !== undefined) return masked.toLowerCase();
  if (slot === "name") return nameIn(words);
  if (slot === "reason" || slot === "time" || slot === "date" || slot === "people") return null;
  const codes = (
    words.match(/(?<![\p{L}\p{N}@._+-])[\p{L}\p{N}@._+-]*?\d[\p{L}\p{N}@._+-]*/gu) ?? []
  ).map(plain);
  const longest = codes.toSorted((a, b) => b.length - a.length)[0] ?? "";
  return longest.length >= leastCharacters ? longest : null;
}

function nameIn(words: string): string | null {
  const name = plain(words.replace(nameLead, ""));
  const isName = name.length >= leastCharacters && !/\d/.test(name);
  return isName && name.split(" ").length <= mostNameWords ? name : null;
}

/** True if a text or JSON holds the value. */
export function holdsValue(text: string, value: string): boolean {
  if (value.startsWith("<")) {
    return text.includes("<") && (text.toLowerCase().includes(value) || holdsName(text, value));
  }
  const rarest = value.slice(value.lastIndexOf(" ") + 1);
  if (!text.toLowerCase().includes(rarest)) return false;
  return ` ${plain(text)} `.includes(` ${value} `);
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}@]+/gu, " ")
    .trim();
}
