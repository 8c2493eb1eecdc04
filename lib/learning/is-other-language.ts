import { wordsOf } from "./words-of";

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

/**
 * True if a text is clearly not English, so that our word lists and weights do not apply: most letters are of another
 * script, or its function words are another language's. False for very short texts.
 */
export function isOtherLanguage(text: string): boolean {
  if (isOtherScript(text)) return true;
  const words = wordsOf(text);
  if (words.length < wordsMin) return false;
  const ours = words.filter((each) => english.has(each) && !others.has(each)).length;
  const theirs = words.filter((each) => others.has(each) && !english.has(each)).length;
  return theirs >= 2 && theirs > 2 * ours;
}

function isOtherScript(text: string): boolean {
  // Fast path: curly apostrophes and the like are no letters.
  if (!/\p{L}/u.test(text.replace(/[\0-\x7f]+/g, ""))) return false;
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0;
  return letters >= wordsMin && latin * 2 < letters;
}
