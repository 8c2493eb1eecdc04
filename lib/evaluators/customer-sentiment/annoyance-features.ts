import type { Message } from "@/lib/domain/case/case";
import { toFeatures, type Features } from "@/lib/learning/features";
import { indexOfHash } from "@/lib/learning/hash-feature";
import { createWordFinder, createWordFinders } from "@/lib/learning/word-finder";
import { wordsOfMessage } from "../words-of-message";
import { findLowerWordStarts, findWordStarts } from "@/lib/learning/word-starts";

/** Dense signals come first; the customer's words are hashed into the 2^13 indices after them. */
const signalCount = 33;
const wordBits = 13;
export const annoyanceSize = signalCount + (1 << wordBits);
/** Value of a word feature, small because words depend on the domain more than the dense signals do. */
const wordValue = 0.5;

/** Common words of annoyance, from general knowledge rather than from a data set. */
const annoyed =
  /\b(annoy\w*|frustrat\w*|ridiculous|unacceptable|useless|pathetic|terrible|horrible|awful|worst|waste|wasting|stupid|dumb|idiot\w*|incompeten\w*|moron\w*|joke|scam\w*|liars?|lying|nonsense|rude|crap\w*|damn\w*|hell|wtf|ugh|argh|jeez|geez|seriously|whatever|forget it|never ?mind|for nothing|fed up|sick of|tired of|enough|hate|angry|upset|furious|mad|disappoint\w*|complain\w*|manager|supervisor|sue|lawyer|come on|hurry|slow|taking (so|too|this) long|how (long|many times)|already (told|said|gave|asked|mentioned)|i said (that|so|this|it)|i (just )?(told|said) you|still (not|waiting)|listen|pay attention|can't you|don't you|what's wrong|what is wrong|shut up|leave me alone|not (good|helpful)|no help)\b/i;
const personal =
  /\b(you people|you guys never|are you (even|dumb|stupid|deaf|blind|kidding|serious|listening|sure you)|you('re| are) (not (listening|helping|very|any)|useless|wasting|wrong|terrible|awful|rude|kidding|joking|slow|no help|the worst)|do you even|who are you|why (are|do|can't|don't|won't) you)\b/i;
const thanks =
  /\b(thanks?|thank you|thx|appreciate\w*|great|perfect|awesome|wonderful|excellent)\b/i;
const please = /\b(please|pls|could you|would you)\b/i;
const shouting = /!{2,}|\?{2,}|\?!|\b[A-Z]{3,}\b.*\b[A-Z]{3,}\b/;
/** The agent says that something is not possible, was not found or failed. */
const setback = createWordFinder(
  /\b(sorry|unfortunately|unable|cannot|can't|can not|not able|not possible|no (?:results?|available|longer)|not available|unavailable|denied|declin\w*|fail\w*|invalid|incorrect|wrong|not authorized|don't have|do not have|none|didn't|did not|couldn't|could not|won't|error)\b/i,
);
const apology = createWordFinder(/\b(sorry|apolog\w*)\b/i);
/** Phrasings that are more frequent among annoyed customers; one signal each. */
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
const findManners = createWordFinders(manners);

/**
 * Features of the customer's annoyance over a contact.
 * @param messages of the contact, in order
 * @param odds log-odds of frustration of each customer message, in order
 */
export function annoyanceFeatures(messages: readonly Message[], odds: readonly number[]): Features {
  const customer = spokenBy(messages, "customer");
  const agent = spokenBy(messages, "agent");
  const numbers = [
    ...moodNumbers(odds),
    oddsAfterSetback(messages, odds),
    ...customerNumbers(customer),
    ...agentNumbers(agent),
    repeatedShare(customer),
    repeatedMessages(customer),
  ];
  return toFeatures([...numbers.entries(), ...wordEntries(customer)]);
}

function spokenBy(messages: readonly Message[], speaker: "customer" | "agent"): readonly Message[] {
  return messages.filter((message) => message.speaker === speaker && message.text.trim() !== "");
}

/** Maximum, mean of the two highest, mean and last log-odds, shifted so that -2 is 0; then how many are high. */
function moodNumbers(odds: readonly number[]): readonly number[] {
  const sorted = odds.toSorted((a, b) => b - a);
  const [first = -2, second = first] = sorted;
  const mean = odds.reduce((sum, each) => sum + each, 0) / Math.max(1, odds.length);
  const summaries = [first, (first + second) / 2, odds.length === 0 ? -2 : mean, odds.at(-1) ?? -2];
  return [
    ...summaries.map((each) => within((each + 2) / 2)),
    share(odds, (each) => each > -1),
    share(odds, (each) => each > 0),
  ];
}

function within(value: number): number {
  return Math.max(-1, Math.min(2, value));
}

/** Highest log-odds of frustration directly after a setback, shifted so that -3, also the value without any, is 0. */
function oddsAfterSetback(messages: readonly Message[], odds: readonly number[]): number {
  let [most, said] = [-3, 0];
  let isSetBack = false;
  for (const message of messages) {
    const { speaker, text } = message;
    if (text.trim() === "") continue;
    if (speaker === "agent") isSetBack = isSetback(message);
    if (speaker !== "customer") continue;
    if (isSetBack) most = Math.max(most, odds[said] ?? -3);
    isSetBack = false;
    said += 1;
  }
  return within((most + 3) / 2);
}

function isSetback({ text }: Message): boolean {
  return setback.isIn(findLowerWordStarts(text));
}

function customerNumbers(said: readonly Message[]): readonly number[] {
  const ending = said.slice(-2);
  const found = said.map((message) => findManners(findWordStarts(message.text)));
  const shares = manners.map((_, index) => share(found, (has) => has[index] === true));
  const [annoyedShare = 0, personalShare = 0] = shares;
  return [
    ...shares,
    annoyedShare > 0 ? 1 : 0,
    personalShare > 0 ? 1 : 0,
    ending.some(({ text }) => thanks.test(text)) ? 0 : 1,
  ];
}

function agentNumbers(said: readonly Message[]): readonly number[] {
  const setbacks = said.map(isSetback);
  const count = setbacks.filter(Boolean).length;
  return [
    count / Math.max(1, said.length),
    Math.min(6, count) / 3,
    setbacks.slice(-3).includes(true) ? 1 : 0,
    share(said, (message) => apology.isIn(findLowerWordStarts(message.text))),
    share(said, ({ text }) => text.trimEnd().endsWith("?")),
    repeatedShare(said),
    repeatedMessages(said),
  ];
}

function share<Item>(items: readonly Item[], is: (item: Item) => boolean): number {
  return items.length === 0 ? 0 : items.filter(is).length / items.length;
}

/** Share of messages that repeat an earlier one verbatim. */
function repeatedShare(said: readonly Message[]): number {
  return said.length === 0 ? 0 : 1 - new Set(said.map(({ text }) => text)).size / said.length;
}

/** A message repeats an earlier one if this share of the longer words of the shorter is in the other. */
const againShare = 0.8;
/** Window of earlier messages to compare with; keeps long contacts from being quadratic. */
const lookedBack = 12;

/** Number of messages that repeat an earlier one, capped at 5, divided by 3. */
function repeatedMessages(said: readonly Message[]): number {
  const worded = said.map(longWordsOf);
  const again = worded.filter(
    (words, index) =>
      words.size >= 2 &&
      worded
        .slice(Math.max(0, index - lookedBack), index)
        .some((before) => before.size >= 2 && overlap(words, before) >= againShare),
  );
  return Math.min(5, again.length) / 3;
}

function longWordsOf(message: Message): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { text } of wordsOfMessage(message)) if (text.length > 3) found.add(text);
  return found;
}

function overlap(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  let shared = 0;
  for (const word of one) if (other.has(word)) shared += 1;
  return shared / Math.min(one.size, other.size);
}

function wordEntries(said: readonly Message[]): readonly (readonly [number, number])[] {
  const places = new Map<string, number>();
  for (const message of said) {
    for (const { text, hash } of wordsOfMessage(message)) {
      places.set(text, signalCount + indexOfHash(hash, wordBits));
    }
  }
  const value = wordValue / Math.sqrt(Math.max(1, places.size));
  return [...places.values()].map((place) => [place, value] as const);
}
