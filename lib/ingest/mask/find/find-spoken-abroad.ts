import { eachMatch } from "@/lib/learning/each-match";
import { normalisePhone } from "../numbers/normalise-phone";
import type { Candidate } from "../text-masker";

/** Number words zero to nine by language, alternative spellings separated by a bar. */
const languages: readonly (readonly string[])[] = [
  "null eins|ein zwei|zwo drei vier fünf|fuenf sechs sieben acht neun",
  "zéro|zero un deux trois quatre cinq six sept huit neuf",
  "cero uno dos tres cuatro cinco seis siete ocho nueve",
  "zero um|uma dois|duas três|tres quatro cinco seis|meia sete oito nove",
  "zero uno due tre quattro cinque sei sette otto nove",
  "nul een|één twee drie vier vijf zes zeven acht negen",
  "zero jeden dwa trzy cztery pięć sześć siedem osiem dziewięć",
  "noll ett|en två tre fyra fem sex sju åtta nio",
  "ноль|нуль один|раз два три четыре пять шесть семь восемь девять",
  "sıfır bir iki üç dört beş altı yedi sekiz dokuz",
  "शून्य एक दो तीन चार पांच|पाँच छह|छः सात आठ नौ",
  "صفر واحد اثنان|اثنين ثلاثة أربعة خمسة ستة سبعة ثمانية تسعة",
].map((line) => line.split(" "));
const han = "零〇|幺一|二|三|四|五|六|七|八|九".split("|");

const others = languages.map((words) => {
  const word = `(?:${words.join("|")})`;
  return {
    words,
    mayBe: new RegExp(`${word}[ ,.-]{1,3}${word}[ ,.-]{1,3}${word}`, "iu"),
    run: new RegExp(
      `(?<![\\p{L}\\p{N}])${word}(?:[ ,.-]{1,3}${word}){5,40}(?![\\p{L}\\p{N}])`,
      "giu",
    ),
  };
});
const hanRun = /[零〇幺一二三四五六七八九](?:[ ，,]?[零〇幺一二三四五六七八九]){6,20}/gu;
/** Pre-check: a number word that English does not have. */
const mayBeAbroad =
  /zwei|zwo|drei|vier|sieben|acht|null|deux|trois|quatre|cinq|sept|dos|cuatro|cinco|siete|ocho|dois|quatro|sete|oito|due|quattro|cinque|sette|otto|twee|vijf|zeven|dwa|trzy|cztery|två|fyra|fem|два|три|четыре|iki|dört|yedi|दो|तीन|चार|ثلاثة|خمسة|سبعة/i;
const mayBeHan = /[零〇幺一二三四五六七八九]{3}/;

/** Finds numbers of at least seven digits spoken digit by digit in languages other than English. */
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
  for (const { words, mayBe, run } of others) {
    if (!mayBe.test(text)) continue;
    eachMatch(run, text, ({ 0: written, index }) => add(index, written, digitsOf(written, words)));
  }
  return found;
}

function digitsOf(written: string, words: readonly string[]): string {
  return written
    .toLowerCase()
    .split(/[ ,.-]+/)
    .map((word) => words.findIndex((spellings) => spellings.split("|").includes(word)))
    .filter((digit) => digit >= 0)
    .join("");
}

function digitsOfHan(written: string): string {
  return Array.from(written, (char) => han.findIndex((chars) => chars.includes(char)))
    .filter((digit) => digit >= 0)
    .join("");
}
