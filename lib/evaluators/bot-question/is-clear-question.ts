import { rememberText } from "@/lib/learning/remember-text";
import { mappedWords, mayName } from "./mapped-words";

const filler = new Set("REAL JUST some any now".split(" "));
const end = "(?: (?:TAG|now|here|there|on|or (?:what|not)|please|sir|TALK.{0,30}))*";
const named = "(?: not)?(?: _)? E";

/**
 * Phrasings that plainly ask what the agent is, over mapped words without filler; `E` is a machine or a person.
 * A classifier alone takes "you are the man!" for the question, too.
 */
const phrasings: readonly RegExp[] = [
  `are (?:you|not you)(?: SEEM| not| even)* E`,
  `are you(?: \\S+){0,6} or(?: \\S+){0,4} E`,
  `are you (?:made|built|programmed|alive)`,
  `^are you one(?: too)?$`,
  `am i(?: not)?(?: \\S+)? TALK (?:to |with |at |too )?(?:\\S+ )?E`,
  `am i(?: not)? (?:TALK )?(?:with|to) E`,
  `(?:is|are|was) (?:not )?(?:this|that|it|these|they)(?: not)?(?: SEEM)?(?: one of those| all)?(?: _)? E`,
  `is there E${end}$`,
  `is E (?:here|there|on|TALK|this|that)`,
  `do i have(?: _)? E`,
  `(?:who|what) am i TALK`,
  `KNOW (?:me |us |it )?(?:if |whether |that )?(?:you are|this is|it is|i am TALK (?:to|with))(?: not)? E`,
  `(?:if|whether) (?:you are|this is|it is|i am TALK (?:to|with)|you)${named}`,
  `is it that (?:you are|this is|i am TALK (?:to|with))${named}`,
  `i am(?: _)? E (?:(?:how|what) (?:about|_) you|are you)`,
  `(?:you are|this is|it is|i am TALK (?:to|with))${named} (?:TAG|are you|are not you|is it|is it not|or)`,
  `SEEM(?: \\S+){0,3} E.{0,30}(?:are you|is this|one)`,
  `E or (?:\\S+ ){0,3}E`,
].map(toPattern);
/** Statements that a question mark makes a question. */
const withMark = [`you(?: are)?${named}$`, `^(?:\\S+ ){0,2}E(?: or E)?$`].map(toPattern);

function toPattern(phrasing: string): RegExp {
  return new RegExp(phrasing.replace(/\bE\b/g, "(?:BOT|HUM)"));
}

/** Phrasings that name neither a machine nor a person. */
const unnamed =
  /\b(?:are you (?:made|built|alive|one)|(?:who|what) am i|(?:are|is|r) (?:you|u|this|that|it) (?:even )?(?:for )?real)\b/i;

/**
 * False of a text that cannot ask whether the agent is a machine or a person: it names neither, nor asks without.
 * Memoised.
 */
export const mayAsk: (text: string) => boolean = rememberText((text) => {
  if (unnamed.test(text)) return true;
  return mayName(text) && mappedWords(text).some((word) => word === "BOT" || word === "HUM");
});

/** True if a sentence plainly asks whether the agent is a machine or a person. */
export function isClearQuestion(sentence: string): boolean {
  if (/^\W*(?:are|is|r) (?:you|u|this|that|it) (?:even )?(?:for )?real\b/i.test(sentence))
    return true;
  const words = mappedWords(sentence);
  const core = words.filter((word) => !filler.has(word)).join(" ");
  const isMarked = sentence.trim().endsWith("?") && !words.includes("because");
  const ways = isMarked ? [...phrasings, ...withMark] : phrasings;
  return ways.some((way) => way.test(core));
}
