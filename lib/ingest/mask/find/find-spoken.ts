import type { PiiType } from "@/lib/domain/privacy/pseudonym";
import { eachMatch } from "@/lib/learning/each-match";
import { normaliseNumber } from "./find-numbers";
import type { Candidate } from "../text-masker";

const digitOf: ReadonlyMap<string, string> = new Map(
  "zero oh o nought one two three four five six seven eight nine"
    .split(" ")
    .map((word, index) => [word, String(Math.max(0, index - 3))]),
);
const teens =
  "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(" ");
const tens = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ");

const digitWord = `(?:(?:double|triple)[ -])?(?:(?:${[...digitOf.keys()].join("|")})(?: hundred(?! and))?|\\d(?!\\d|[.,:]\\d|[\\p{L}]))`;
const pairWord = `(?:${teens.join("|")}|(?:${tens.join("|")})(?:[ -](?:one|two|three|four|five|six|seven|eight|nine))?)`;
/** What is said between digits. */
const between = "(?:(?:(?:and )?then|dash|hyphen|space|no,? sorry,?|sorry,?|uh|um|er)[ ,.-]{1,3})?";
const spoken = new RegExp(
  `(?<![\\p{L}\\p{N}_$€£#.-])(?:${digitWord}|${pairWord})(?:[ ,.-]{1,3}${between}(?:${digitWord}|${pairWord})(?![\\p{L}\\p{N}_])){1,40}`,
  "giu",
);
const item = new RegExp(`${pairWord}|${digitWord}`, "giu");
/** Cheap pre-check: two number words in a row, by their beginnings and endings. */
const mayBeSpoken =
  /(?:zero|o|oh|nought|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|teen|ty|(?<!\d)\d)[ ,.-]{1,3}(?:double|triple|zero|o|nought|one|t[enwh]|f[io]|si|se|ei|ni|el|\d(?!\d))/i;

/** Minimum number of digits of a personal number independent of context. */
const longRun = 7;
const longRunWords = 6;
const shortRun = 3;
const reach = 60;

/** Context words of a spoken number with the type to mask it as; null for a reference or count. */
const contexts: readonly (readonly [RegExp, PiiType | null])[] = [
  [
    /\b(?:order|item|reservation|booking|confirmation|flight|ticket|tracking|case|product|model|serial|invoice|reference|gate|seat|bus|route|version|step|steps|table|section|quantity)\b/g,
    null,
  ],
  [
    /\b(?:cvv|cvc|security code|pin(?: (?:number|code))?|passcode|password|pass code|access code)\b/g,
    "KEY",
  ],
  [/\b(?:social(?: security)?|ssn|last four)\b/g, "SSN"],
  [/\b(?:phone|mobile|cell|telephone|call(?: me)?|reach(?: me)?|contact)\b/g, "PHONE"],
  [/\b(?:card|visa|mastercard|amex)\b/g, "CARD"],
  [/\b(?:account|routing|member|membership|policy|passport|licen[cs]e|tax)\b/g, "ACCOUNT"],
  [/\b(?:zip|postal|postcode|post code)\b/g, "ADDRESS"],
];

/**
 * Finds spoken numbers, in words ("four one five…", "double two") or digit by digit ("4 1 5"):
 * long ones unless they are called a reference, short ones only with personal context.
 * @param isAsked whether the message before asks for such a number
 */
export function findSpoken(text: string, isAsked: boolean): Candidate[] {
  if (!mayBeSpoken.test(text)) return [];
  const found: Candidate[] = [];
  eachMatch(spoken, text, (match) => {
    const written = match[0].replace(/(?<![ ,.-])[ ,.-]+$/, "");
    const digits = digitsOf(written);
    if (digits.length < shortRun) return;
    const type = typeOf(text, match.index, digits, written, isAsked);
    if (type === null) return;
    found.push({
      type,
      start: match.index,
      end: match.index + written.length,
      value: normaliseNumber(type, digits),
    });
  });
  return found;
}

function typeOf(
  text: string,
  start: number,
  digits: string,
  written: string,
  isAsked: boolean,
): PiiType | null {
  const before = text.slice(Math.max(0, start - reach), start).toLowerCase();
  let last = -1;
  let said: PiiType | null | undefined;
  for (const [pattern, type] of contexts) {
    for (const match of before.matchAll(pattern)) {
      if (match.index < last) continue;
      last = match.index;
      said = type;
    }
  }
  if (said !== undefined) return said;
  if (isAsked) return digits.length >= longRun ? "PHONE" : "KEY";
  const words = written.match(/\p{L}+/gu)?.length ?? 0;
  return digits.length >= longRun && words >= longRunWords ? "PHONE" : null;
}

/** The digits of a spoken number. */
function digitsOf(written: string): string {
  return [...written.toLowerCase().matchAll(item)].map(([piece]) => digitsOfPiece(piece)).join("");
}

function digitsOfPiece(piece: string): string {
  const words = piece.split(/[ -]/);
  const first = words[0] ?? "";
  const last = words.at(-1) ?? "";
  if (first === "double" || first === "triple") {
    return digitsOfPiece(last).repeat(first === "double" ? 2 : 3);
  }
  if (last === "hundred") return `${digitOf.get(first) ?? ""}00`;
  if (teens.includes(first)) return String(10 + teens.indexOf(first));
  if (tens.includes(first)) {
    const ones = words.length > 1 ? Number(digitOf.get(last) ?? 0) : 0;
    return String(20 + 10 * tens.indexOf(first) + ones);
  }
  return digitOf.get(first) ?? first;
}
