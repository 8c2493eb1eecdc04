import { ofWord, readWords, type Word } from "./read-words";

const english = new Set(
  "the a an and or but to of in on at is are was were be been am i you he she it we they my your his her its our their me him us them this that these those what which who when where why how do does did have has had can could will would should may might must not no yes for with from as by if so just please thanks thank hello hi ok okay need want get got about there here".split(
    " ",
  ),
);
/** Frequent function words of other Latin-script languages that are not English words. */
const others = new Set(
  "el la los las una que por para con del está qué cómo pero mi su yo le les des une est et je vous nous pas ne dans sur avec pour qui mon ma der die das und ist ich nicht ein eine zu mit auf für von wie wir sie il che di non è sono per mio della o não você um uma meu minha do da em het een van niet ik je de en dat voor".split(
    " ",
  ),
);
const wordsMin = 4;
/** Whose function word a word is. */
const sideOf = ofWord((word) => {
  if (english.has(word) === others.has(word)) return "neither";
  return english.has(word) ? "ours" : "theirs";
});

/** How many words a text has, and how many of them are English or other function words. */
export type FunctionWords = {
  readonly words: number;
  readonly ours: number;
  readonly theirs: number;
};

/** Counts the function words among some words. */
export function countFunctionWords(words: readonly Word[]): FunctionWords {
  let [ours, theirs] = [0, 0];
  for (const word of words) {
    const side = sideOf(word);
    if (side === "ours") ours += 1;
    else if (side === "theirs") theirs += 1;
  }
  return { words: words.length, ours, theirs };
}

/** True if function words are clearly another language's. False for very few words. */
export function areOtherFunctionWords({ words, ours, theirs }: FunctionWords): boolean {
  return words >= wordsMin && theirs >= 2 && theirs > 2 * ours;
}

/**
 * True if a text is clearly not English, so that our word lists and weights do not apply: most letters are of another
 * script, or its function words are another language's. False for very short texts.
 */
export function isOtherLanguage(text: string): boolean {
  return isOtherScript(text) || areOtherFunctionWords(countFunctionWords(readWords(text).words));
}

/** No curly apostrophe or the like. */
export const letterBeyondAscii = /(?![\0-\x7f])\p{L}/u;

/** True if most letters of a text are not Latin. */
export function isOtherScript(text: string): boolean {
  if (!letterBeyondAscii.test(text)) return false;
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0;
  return letters >= wordsMin && latin * 2 < letters;
}
