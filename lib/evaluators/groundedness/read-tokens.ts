import { stemmer } from "stemmer";
import { maskedPattern } from "@/lib/domain/privacy/pseudonym";
import { matchesIn } from "@/lib/learning/each-match";

/** A word or number of a text in comparable form, with its position (UTF-16, `end` exclusive). */
export type Token = {
  /** A word's stem, a number's digits, or a pseudonym. */
  readonly key: string;
  readonly kind: "word" | "number";
  /** True for a stop word. */
  readonly isSmall: boolean;
  /** Capitalised inside a sentence: most likely a name. Never a pseudonym, since masking may split a name in two. */
  readonly isName: boolean;
  readonly start: number;
  readonly end: number;
};

const small = new Set(
  "a an the and or but nor so yet of in on at by for from to into onto with within without about as is are was were be been being am do does did done have has had having it its it's this that these those there here he she they we you i me him her them us my your his their our mine who whom whose which what when where why how if then than because while although though also too very just only even still such can could will would shall should may might must not no n't don doesn't didn't isn't aren't wasn't weren't won't can't s t d ll m re ve up out off over under again more most some any each other another own same both few many much".split(
    " ",
  ),
);

const numberWords: ReadonlyMap<string, string> = new Map(
  "zero one two three four five six seven eight nine ten eleven twelve"
    .split(" ")
    .map((word, value) => [word, String(value)]),
);

const number = /\d+(?:[.,]\d+)*/g;
const token = /<[A-Z_]+:[0-9a-f]{16}>|\d+(?:[.,]\d+)*|[\p{L}\p{M}]+(?:['’](?!s\b)\p{L}+)*/gu;
const stems = new Map<string, string>();
const stemsMax = 50_000;

/** Reads a text's words and numbers, words stemmed (Porter 1980), so that "booked" equals "booking". */
export function readTokens(text: string): readonly Token[] {
  return matchesIn(token, text).map((match): Token => {
    const [raw] = match;
    const start = match.index;
    const end = start + raw.length;
    if (raw.startsWith("<")) {
      return { key: raw, kind: "word", isSmall: false, isName: false, start, end };
    }
    if (/^\d/.test(raw)) {
      return { key: plainNumber(raw), kind: "number", isSmall: false, isName: false, start, end };
    }
    const word = raw.toLowerCase().replaceAll("’", "'");
    const asNumber = numberWords.get(word);
    const isSmall = small.has(word) || word.length < 2;
    const isName = !isSmall && /^\p{Lu}/u.test(raw) && isInside(text, start);
    if (asNumber !== undefined) {
      return { key: asNumber, kind: "word", isSmall: word === "one", isName: false, start, end };
    }
    return { key: stemOf(word), kind: "word", isSmall, isName, start, end };
  });
}

const blank = (found: string) => " ".repeat(found.length);

/** Reads only the numbers, like `readTokens` but without stemming. */
export function readNumbers(text: string): readonly Pick<Token, "key" | "start" | "end">[] {
  const plain = text.includes("<") ? text.replace(maskedPattern, blank) : text;
  return matchesIn(number, plain).map(({ 0: raw, index }) => {
    return { key: plainNumber(raw), start: index, end: index + raw.length };
  });
}

const beforeName = /^[\p{L}\d,]$/u;

/** True if a position is inside a sentence: a letter, a digit or a comma precedes it, ignoring spaces. */
function isInside(text: string, start: number): boolean {
  let at = start - 1;
  while (text[at] === " ") at -= 1;
  const isPair = /^[\uDC00-\uDFFF]$/.test(text.charAt(at)) && at > 0;
  return beforeName.test(isPair ? text.slice(at - 1, at + 1) : text.charAt(at));
}

/** "1,500.00" equals "1500". */
function plainNumber(raw: string): string {
  const plain = raw.includes(",") ? raw.replaceAll(/,(?=\d{3}(?:\D|$))/g, "") : raw;
  return plain.includes(".") ? plain.replace(/(?<!0)0+$/, "").replace(/\.$/, "") : plain;
}

function stemOf(word: string): string {
  const known = stems.get(word);
  if (known !== undefined) return known;
  const stem = stemmer(word);
  if (stems.size < stemsMax) stems.set(word, stem);
  return stem;
}
