import { eachMatch } from "@/lib/learning/each-match";
import { normalisePhone } from "../numbers/normalise-phone";
import { numberWords } from "../numbers/number-words";
import type { Candidate } from "../text-masker";

const han = "零〇|幺一|二|三|四|五|六|七|八|九".split("|");

const others = numberWords.map((numbers) => {
  const digits = new Map(
    numbers.flatMap((words, number) => words.map((word) => [word, String(number)])),
  );
  const words = [...digits.keys()].sort((one, other) => other.length - one.length);
  const word = `(?:${words.join("|")})(?![\\p{L}\\p{N}])`;
  return {
    digits,
    parts: new Set(words.flatMap((each) => each.split(/[ -]/u))),
    run: new RegExp(`(?<![\\p{L}\\p{N}])${word}(?:[ ,.-]{1,3}${word}){3,40}`, "giu"),
    item: new RegExp(word, "giu"),
  };
});
const hanRun = /[零〇幺一二三四五六七八九](?:[ ，,]?[零〇幺一二三四五六七八九]){6,20}/gu;
/** Pre-check: a number word that English does not have. */
const mayBeAbroad =
  /vingt|trente|quarante|cinquante|soixante|treinta|cuarenta|trinta|trenta|quaranta|dertig|veertig|zwanzig|dreißig|zwei|zwo|drei|vier|sieben|acht|null|deux|trois|quatre|cinq|sept|dos|cuatro|cinco|siete|ocho|dois|quatro|sete|oito|due|quattro|cinque|sette|otto|twee|vijf|zeven|dwa|trzy|cztery|två|fyra|fem|два|три|четыре|iki|dört|yedi|दो|तीन|चार|ثلاثة|خمسة|سبعة/i;
/** A run has as many numbers. */
const numbersLeast = 4;
const mayBeHan = /[零〇幺一二三四五六七八九]{3}/;

/** Finds numbers of at least seven digits that are said, digit by digit or in pairs, in languages other than English. */
export function findSpokenAbroad(text: string): Candidate[] {
  const found: Candidate[] = [];
  const add = (start: number, written: string, digits: string): void => {
    const value = normalisePhone(digits);
    if (digits.length >= 7)
      found.push({ type: "PHONE", start, end: start + written.length, value });
  };
  if (mayBeHan.test(text)) {
    eachMatch(hanRun, text, ({ 0: written, index }) => add(index, written, digitsOfHan(written)));
  }
  if (!mayBeAbroad.test(text)) return found;
  const written = text.toLowerCase().match(/\p{L}[\p{L}\p{M}]*/gu) ?? [];
  for (const { digits, parts, run, item } of others) {
    if (count(written, parts) < numbersLeast) continue;
    eachMatch(run, text, ({ 0: written, index }) => {
      const said = [...written.toLowerCase().matchAll(item)];
      add(index, written, said.map(([word]) => digits.get(word) ?? "").join(""));
    });
  }
  return found;
}

/** How many of some words are in a set, up to as many as are needed. */
function count(words: readonly string[], set: ReadonlySet<string>): number {
  let found = 0;
  for (const word of words) {
    if (set.has(word)) found += 1;
    if (found === numbersLeast) break;
  }
  return found;
}

function digitsOfHan(written: string): string {
  return Array.from(written, (char) => han.findIndex((chars) => chars.includes(char)))
    .filter((digit) => digit >= 0)
    .join("");
}
