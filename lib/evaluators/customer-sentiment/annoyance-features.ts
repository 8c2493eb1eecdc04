import type { Message } from "@/lib/domain/case";
import { isRefusal } from "@/lib/cases/words/failure";
import { toFeatures, type Features } from "@/lib/learning/features";
import { hashFeature } from "@/lib/learning/hash-feature";
import { wordsOf } from "@/lib/learning/words-of";

/** The named marks stand first; words of the customer are hashed into the 2^13 places after them. */
const marks = 16;
const wordBits = 13;
export const annoyanceSize = marks + (1 << wordBits);
/** Words count little beside the marks: each says more about the domain than about the mood. */
const wordValue = 0.5;

/** Common words of annoyance; written from general knowledge, not from any set's rows. */
const annoyed =
  /\b(annoy\w*|frustrat\w*|ridiculous|unacceptable|useless|pathetic|terrible|horrible|awful|worst|waste|wasting|stupid|dumb|idiot\w*|incompeten\w*|moron\w*|joke|scam\w*|liars?|lying|nonsense|rude|crap\w*|damn\w*|hell|wtf|ugh|argh|jeez|geez|seriously|whatever|forget it|never ?mind|for nothing|fed up|sick of|tired of|enough|hate|angry|upset|furious|mad|disappoint\w*|complain\w*|manager|supervisor|sue|lawyer|come on|hurry|slow|taking (so|too|this) long|how (long|many times)|already (told|said|gave|asked|mentioned)|i said (that|so|this|it)|i (just )?(told|said) you|still (not|waiting)|listen|pay attention|can't you|don't you|what's wrong|what is wrong|shut up|leave me alone|not (good|helpful)|no help)\b/i;
/** Words against whoever answers. */
const personal =
  /\b(you people|you guys never|are you (even|dumb|stupid|deaf|blind|kidding|serious|listening|sure you)|you('re| are) (not (listening|helping|very|any)|useless|wasting|wrong|terrible|awful|rude|kidding|joking|slow|no help|the worst)|do you even|who are you|why (are|do|can't|don't|won't) you)\b/i;
const thanks =
  /\b(thanks?|thank you|thx|appreciate\w*|great|perfect|awesome|wonderful|excellent)\b/i;
const please = /\b(please|pls|could you|would you)\b/i;
const shouting = /!{2,}|\?{2,}|\?!|\b[A-Z]{3,}\b.*\b[A-Z]{3,}\b/;

/**
 * What a conversation shows of the customer's annoyance.
 * @param messages of the contact, in order
 * @param odds how frustrated each of the customer's messages is, as log-odds, in order
 */
export function annoyanceFeatures(messages: readonly Message[], odds: readonly number[]): Features {
  const customer = textsOf(messages, "customer");
  const agent = textsOf(messages, "agent");
  const numbers = [
    ...moodNumbers(odds),
    ...customerNumbers(customer),
    share(agent, isRefusal),
    repeatedShare(agent),
    repeatedShare(customer),
  ];
  return toFeatures([...numbers.entries(), ...wordEntries(customer)]);
}

function textsOf(messages: readonly Message[], speaker: "customer" | "agent"): readonly string[] {
  return messages
    .filter((message) => message.speaker === speaker && message.text.trim() !== "")
    .map(({ text }) => text);
}

/** The highest, the mean of the two highest, the mean and the last; nought stands for log-odds of -2. */
function moodNumbers(odds: readonly number[]): readonly number[] {
  const sorted = odds.toSorted((a, b) => b - a);
  const [first = -2, second = first] = sorted;
  const mean = odds.reduce((sum, each) => sum + each, 0) / Math.max(1, odds.length);
  return [first, (first + second) / 2, odds.length === 0 ? -2 : mean, odds.at(-1) ?? -2].map(
    (each) => Math.max(-1, Math.min(2, (each + 2) / 2)),
  );
}

function customerNumbers(texts: readonly string[]): readonly number[] {
  const last = texts.slice(-2);
  return [
    share(texts, (text) => annoyed.test(text)),
    texts.some((text) => annoyed.test(text)) ? 1 : 0,
    share(texts, (text) => personal.test(text)),
    texts.some((text) => personal.test(text)) ? 1 : 0,
    last.some((text) => thanks.test(text)) ? 0 : 1,
    share(texts, (text) => thanks.test(text)),
    share(texts, (text) => please.test(text)),
    share(texts, (text) => shouting.test(text)),
  ];
}

function share(texts: readonly string[], is: (text: string) => boolean): number {
  return texts.length === 0 ? 0 : texts.filter(is).length / texts.length;
}

/** How many messages say word for word what an earlier one said. */
function repeatedShare(texts: readonly string[]): number {
  return texts.length === 0 ? 0 : 1 - new Set(texts).size / texts.length;
}

function wordEntries(texts: readonly string[]): readonly (readonly [number, number])[] {
  const words = new Set(texts.flatMap(wordsOf));
  const value = wordValue / Math.sqrt(Math.max(1, words.size));
  return [...words].map((word) => [marks + hashFeature(word, wordBits), value] as const);
}
