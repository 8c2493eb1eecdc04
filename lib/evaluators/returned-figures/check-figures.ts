import type { Message } from "@/lib/domain/case/case";
import { matchesIn } from "@/lib/learning/each-match";
import { createWordFinder } from "@/lib/learning/word-finder";
import { findWordStarts } from "@/lib/learning/word-starts";
import { splitSentences, type Sentence } from "@/lib/cases/words/sentences";
import { remember } from "../remember";
import { readNumbers } from "../groundedness/read-tokens";
import { isDerivable, type Amounts } from "./is-derivable";

/** A sentence with figures that can be checked, and those of them that nothing before named or adds up to. */
export type CheckedSentence = { readonly sentence: Sentence; readonly missing: readonly string[] };

type Figure = {
  readonly key: string;
  readonly start: number;
  readonly end: number;
  /** An identifier, such as HAT172 or a number too long for an amount. */
  readonly isCode: boolean;
  /** Has cents or many digits, so that only a record can say it. */
  readonly isExact: boolean;
  /** Part of a date, time, duration or postcode: other spellings of the same would not be found. */
  readonly isLoose: boolean;
};

/** Counts up to here are not looked up; amounts with cents are. */
const smallCount = 12;
/** "For example #W0000000", "john_doe_123": a form, not a figure. */
const exemplary = /\b(?:e\.?g\b|for example|for instance|such as|looks? like)/i;
/** "Not $90", "instead of the usual $90": a figure that the sentence contradicts. */
const denied = /\b(?:not(?: the)?|(?:instead of|rather than)(?: \w+){0,4}) [*_$€£]{0,5}\d[\d.,]*/gi;
/** A whole number of fewer digits may be a policy's constant: "24 hours", "$50 per bag". */
const digitsOfRecord = 5;
/** More characters are an identifier's. */
const digitsOfAmount = 8;
const partOfCode = /^[\p{L}_#]$/u;
/** Written in too many ways to compare, or masked in one place alone: times, dates, durations, postcodes, last digits. */
const otherwiseWritten = createWordFinder(
  new RegExp(
    [
      String.raw`\b\d{1,2}:\d{2}(?::\d{2})?(?:\s?[ap]\.?m\b\.?)?`,
      String.raw`\b\d{1,2}\s?[ap]\.?m\b`,
      String.raw`\b\d{4}[-/‑]\d{1,2}(?:[-/‑]\d{1,2})?\b`,
      String.raw`\b\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}\b`,
      String.raw`\b(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.? \d{1,2}(?:st|nd|rd|th)?(?:[–-]\d{1,2})?(?:,? \d{4})?`,
      String.raw`\b\d{1,2}(?:st|nd|rd|th)?(?: of)? (?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?(?:,? \d{4})?`,
      String.raw`\b\d[\d.,]{0,20}(?:\s?(?:–|-|to)\s?\d[\d.,]{0,20})?[\s-]{0,4}(?:%|percent|minutes?|mins?|hours?|hrs?|(?:business |working )?days?|weeks?|months?|years?)`,
      String.raw`\b(?:zip|postal|post)[\s_-]?(?:code|on_account)?\W{0,8}\d+`,
      String.raw`\b(?:ending|ends)(?: in| with)? \d+`,
    ].join("|"),
    "gi",
  ),
);
/** "xxxx 1234", also after a letter. */
const lastDigits = /[•*xX.…]{2,20}\s?\d{2,4}\b/g;

/**
 * Checks an answer's figures against everything before it: tool arguments and results, passages, the customer's
 * messages and the instructions, of earlier contacts too. Sums, differences, multiples and rounded amounts of this
 * contact count as named. Not checked: what the agent said before, and without instructions a short whole number,
 * which may be a policy's; and a sentence that contradicts a figure of a tool, since one of the two is wrong.
 * @param earlier messages of earlier contacts
 * @param before messages of this contact
 * @param passages texts retrieved in the contact
 */
export function checkFigures(
  answer: Message,
  {
    earlier,
    before,
  }: { readonly earlier: readonly Message[]; readonly before: readonly Message[] },
  passages: readonly string[] = [],
): readonly CheckedSentence[] {
  const isAgent = ({ speaker }: Message) => speaker === "agent";
  const others = before.filter((each) => !isAgent(each));
  const known = [...earlier.filter((each) => !isAgent(each)), ...others];
  const named = [...known.map(figuresOf), ...passages.map(figuresIn)];
  const returned = before.filter(({ tool }) => tool !== null).map(textFiguresOf);
  const said = [...earlier, ...before].filter(isAgent).map(figuresOf);
  const hasInstructions = before.some(({ speaker }) => speaker === "system");
  const isIn = (texts: readonly ReadonlySet<string>[], key: string) =>
    texts.some((keys) => keys.has(key));
  const contradictsTool = ({ text }: Sentence) =>
    matchesIn(denied, text).some(({ 0: words }) =>
      readFigures(words).some(({ key }) => isIn(returned, key)),
    );
  let amounts: Amounts | null = null;
  const isComputed = (figure: Figure) => {
    amounts ??= {
      own: amountsIn(answer.text),
      bySource: [...others.map(amountsOf), ...passages.map(amountsIn)],
    };
    return !figure.isCode && isDerivable(Number(figure.key), amounts);
  };
  return splitSentences(answer.text).flatMap((sentence) => {
    if (sentence.text.endsWith("?") || exemplary.test(sentence.text)) return [];
    if (contradictsTool(sentence)) return [];
    const checked = readFigures(sentence.text).flatMap((figure) => {
      const isNamed = isIn(named, figure.key);
      const isSaid = !isNamed && isIn(said, figure.key);
      const isOfRecord = !figure.isLoose && (hasInstructions || figure.isCode || figure.isExact);
      return isNamed || (isOfRecord && !isSaid) ? [{ figure, isNamed }] : [];
    });
    if (checked.length === 0) return [];
    const missing = checked
      .filter(({ figure, isNamed }) => !isNamed && !isComputed(figure))
      .map(({ figure }) => sentence.text.slice(figure.start, figure.end));
    return [{ sentence, missing }];
  });
}

/** A text's figures without small counts and pseudonyms. */
function readFigures(text: string, all = readNumbers(text)): readonly Figure[] {
  const numbers = all.filter(({ key }) => !(Number(key) <= smallCount) || key.includes("."));
  if (numbers.length === 0) return [];
  const loose = [otherwiseWritten.matchesIn(findWordStarts(text)), matchesIn(lastDigits, text)].map(
    createCover,
  );
  return numbers.map(({ key, start, end }) => {
    const isLoose = loose.some((isCovered) => isCovered(start, end));
    const isCode =
      partOfCode.test(text.charAt(start - 1)) ||
      partOfCode.test(text.charAt(end)) ||
      (key.length > digitsOfAmount && !key.includes("."));
    const isExact =
      /\.\d{2}$/.test(text.slice(start, end)) ||
      key.length >= digitsOfRecord ||
      (/[$€£]/.test(text.charAt(start - 1)) && isUneven(Number(key)));
    return { key, start, end, isCode, isExact, isLoose };
  });
}

/** Whether a range lies within a match; asked in order, of matches in order. */
function createCover(matches: readonly RegExpExecArray[]): (start: number, end: number) => boolean {
  let at = 0;
  const endOf = (match: RegExpExecArray) => match.index + match[0].length;
  return (start, end) => {
    let match = matches[at];
    while (match !== undefined && endOf(match) < end) {
      at += 1;
      match = matches[at];
    }
    return match !== undefined && match.index <= start;
  };
}

/** A sum of money that is too uneven for a policy. */
function isUneven(amount: number): boolean {
  return amount > 100 && amount % 25 !== 0;
}

/** A message's text with its tool call, and the numbers in it. */
const numbersOf = remember(({ text, tool }: Message) => {
  const whole = `${text} ${tool?.args ?? ""}`;
  return { whole, numbers: readNumbers(whole) };
});

/** The amounts of a message and its tool call. */
const amountsOf = remember((message: Message): readonly number[] => {
  const { whole, numbers } = numbersOf(message);
  return amountsAmong(readFigures(whole, numbers));
});

function amountsIn(text: string): readonly number[] {
  return amountsAmong(readFigures(text));
}

function amountsAmong(figures: readonly Figure[]): readonly number[] {
  const amounts = figures.filter(({ isCode, isLoose }) => !isCode && !isLoose);
  return amounts.map(({ key }) => Number(key));
}

/** The figures of a message and its tool call, as keys of `readTokens`. */
export const figuresOf: (message: Message) => ReadonlySet<string> = remember((message) =>
  keysOf(numbersOf(message).numbers),
);

/** The figures of a message's text alone. */
const textFiguresOf = remember((message: Message) =>
  keysOf(numbersOf(message).numbers.filter(({ end }) => end <= message.text.length)),
);

function figuresIn(text: string): ReadonlySet<string> {
  return keysOf(readNumbers(text));
}

function keysOf(numbers: readonly { readonly key: string }[]): ReadonlySet<string> {
  return new Set(numbers.map(({ key }) => key));
}
