import type { Message } from "@/lib/domain/case/case";
import { toFeatures, type Features } from "@/lib/learning/features";
import { hashFeature } from "@/lib/learning/hash-feature";
import { wordsOf } from "@/lib/learning/words-of";

/** The named marks stand first; words of the customer are hashed into the 2^13 places after them. */
const marks = 33;
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
/** An agent's word that something cannot be had, was not found or went wrong. */
const setback =
  /\b(sorry|unfortunately|unable|cannot|can't|can not|not able|not possible|no (?:results?|available|longer)|not available|unavailable|denied|declin\w*|fail\w*|invalid|incorrect|wrong|not authorized|don't have|do not have|none|didn't|did not|couldn't|could not|won't|error)\b/i;
const apology = /\b(sorry|apolog\w*)\b/i;
/** Ways of speaking that are more frequent where somebody is cross; each is a mark of its own. */
const manners: readonly RegExp[] = [
  annoyed,
  personal,
  thanks,
  please,
  shouting,
  /!/,
  /\.\.\.|…/,
  /\b[A-Z]{4,}\b/,
  /\?/,
  /^(no|nope|not|but|what|why|huh|um+|hello)\b/i,
  /\b(not|no|never|nothing|\w+n't)\b/i,
  /\b(i (said|meant|mean|asked|want(ed)?|told)|that's not|that is not|not what|actually|i already|again|as i)\b/i,
  /\b(you|your)\b/i,
  /\b(really|so|very|too|just|even|come on|seriously)\b/i,
];

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
    oddsAfterSetback(messages, odds),
    ...customerNumbers(customer),
    ...agentNumbers(agent),
    repeatedShare(customer),
    sayingsAgain(customer),
  ];
  return toFeatures([...numbers.entries(), ...wordEntries(customer)]);
}

function textsOf(messages: readonly Message[], speaker: "customer" | "agent"): readonly string[] {
  return messages
    .filter((message) => message.speaker === speaker && message.text.trim() !== "")
    .map(({ text }) => text);
}

/** The highest, the mean of the two highest, the mean and the last, nought for log-odds of -2; how many are high. */
function moodNumbers(odds: readonly number[]): readonly number[] {
  const sorted = odds.toSorted((a, b) => b - a);
  const [first = -2, second = first] = sorted;
  const mean = odds.reduce((sum, each) => sum + each, 0) / Math.max(1, odds.length);
  const levels = [first, (first + second) / 2, odds.length === 0 ? -2 : mean, odds.at(-1) ?? -2];
  return [
    ...levels.map((each) => within((each + 2) / 2)),
    share(odds, (each) => each > -1),
    share(odds, (each) => each > 0),
  ];
}

function within(value: number): number {
  return Math.max(-1, Math.min(2, value));
}

/** How frustrated the customer is at most right after a setback; nought for log-odds of -3, where there is none too. */
function oddsAfterSetback(messages: readonly Message[], odds: readonly number[]): number {
  let [most, said] = [-3, 0];
  let isSetBack = false;
  for (const { speaker, text } of messages) {
    if (text.trim() === "") continue;
    if (speaker === "agent") isSetBack = setback.test(text);
    if (speaker !== "customer") continue;
    if (isSetBack) most = Math.max(most, odds[said] ?? -3);
    isSetBack = false;
    said += 1;
  }
  return within((most + 3) / 2);
}

function customerNumbers(texts: readonly string[]): readonly number[] {
  const ending = texts.slice(-2);
  return [
    ...manners.map((manner) => share(texts, (text) => manner.test(text))),
    texts.some((text) => annoyed.test(text)) ? 1 : 0,
    texts.some((text) => personal.test(text)) ? 1 : 0,
    ending.some((text) => thanks.test(text)) ? 0 : 1,
  ];
}

function agentNumbers(texts: readonly string[]): readonly number[] {
  const setbacks = texts.map((text) => setback.test(text));
  const count = setbacks.filter(Boolean).length;
  return [
    count / Math.max(1, texts.length),
    Math.min(6, count) / 3,
    setbacks.slice(-3).includes(true) ? 1 : 0,
    share(texts, (text) => apology.test(text)),
    share(texts, (text) => text.trimEnd().endsWith("?")),
    repeatedShare(texts),
    sayingsAgain(texts),
  ];
}

function share<Item>(items: readonly Item[], is: (item: Item) => boolean): number {
  return items.length === 0 ? 0 : items.filter(is).length / items.length;
}

/** How many messages say word for word what an earlier one said, of all. */
function repeatedShare(texts: readonly string[]): number {
  return texts.length === 0 ? 0 : 1 - new Set(texts).size / texts.length;
}

/** A message says an earlier one again where so many of the longer words of the shorter are in the other. */
const againShare = 0.8;
/** Far back nobody looks: a long contact would be compared with itself. */
const lookedBack = 12;

/** How many messages say an earlier one again, 0 to 5, as thirds. */
function sayingsAgain(texts: readonly string[]): number {
  const said = texts.map((text) => new Set(wordsOf(text).filter(({ length }) => length > 3)));
  const again = said.filter(
    (words, index) =>
      words.size >= 2 &&
      said
        .slice(Math.max(0, index - lookedBack), index)
        .some((before) => before.size >= 2 && overlap(words, before) >= againShare),
  );
  return Math.min(5, again.length) / 3;
}

function overlap(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const shared = [...one].filter((word) => other.has(word)).length;
  return shared / Math.min(one.size, other.size);
}

function wordEntries(texts: readonly string[]): readonly (readonly [number, number])[] {
  const words = new Set(texts.flatMap(wordsOf));
  const value = wordValue / Math.sqrt(Math.max(1, words.size));
  return [...words].map((word) => [marks + hashFeature(word, wordBits), value] as const);
}
