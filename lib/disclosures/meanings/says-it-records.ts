import { plainSpeech } from "@/lib/cases/words/plain-speech";
import type { ReadSentence, SpeechAct } from "@/lib/cases/words/says-it-is-ai";
import { splitSentences } from "@/lib/cases/words/sentences";

/** Most sentences have none of these, and say nothing of it. */
const canSpeakOfIt = /record|monitor|tap(?:ed|ing|e)\b/i;
const recorded = "(?:recorded|monitored|taped)";
const talk = "(?:calls?|conversations?|lines?|voice|interactions?|discussions?)";
const between =
  "(?:with|us|here|today|from|this|point|on|be|being|also|both|now|currently|all|either|sometimes|typically|routinely|to|and|for|your|our|my|always|the|of|which|that|number|department|office|branch|company|team|desk|service)";
const verb = "(?:is|are|may|maybe|might|will|can|could|gets?|getting)";

/** Ways of saying that what is being said now is recorded. */
const gives: readonly RegExp[] = [
  new RegExp(
    `\\b${talk}(?: ${between}){0,5} ${verb}(?: ${between}| ${verb}){0,4} (?:${recorded} (?:or|and) )?${recorded}\\b`,
  ),
  new RegExp(
    `\\b(?:on|is|over) (?:an?|our|this) (?:${recorded} and )?${recorded} (?:phone )?(?:line|call)\\b`,
  ),
  /\b(?:we|i)(?: (?:do|am|are|may|might|will|also|always|have|need|must|to))* (?:record|recording|monitor|monitoring|tape|taping)(?: (?:and|or) (?:record|monitor))?(?: (?:all|this|the|your|these|our|every|each|some|most|phone|telephone|incoming|of))* (?:calls?|conversations?|lines?)\b/,
  /\b(?:you|we) are (?:also |now |currently )?being (?:recorded|monitored|taped)\b/,
  /\brecording (?:has |is )?(?:now )?(?:started|in progress|under way|running|begins)\b/,
  /\b(?:consent|agree|okay|ok|fine|mind|happy|permission)\b.{0,40}\b(?:being recorded|to be recorded|to recording|record (?:this|the|our) (?:call|conversation))\b/,
  /\b(?:this|your|the|our) (?:call|conversation)\b(?: \w+){0,7} (?:and|but|which|that) (?:is|will be|may be|might be|can be)(?: also)? recorded\b/,
  /\b(?:we|i) (?:are|will be) recording (?:today|now|for (?:quality|training|security|compliance))\b/,
  /\b(?:we|i)(?: (?:do|will|may|might|also|always))* (?:keep|make|take|hold) (?:an? )?(?:audio )?recordings? of(?: (?:all|this|the|your|these|our|every|each|phone))* (?:calls?|conversations?)\b/,
  /\bsubject to (?:\w+ ){0,2}(?:recording|monitoring)\b/,
];
const forQuality =
  /(?<!\b(?:was|were|been|not) (?:being )?)\b(?:recorded|monitored)(?: (?:and|or) \w+)? for (?:\w+ ){0,3}(?:quality|training|compliance|security|safety|protection|legal|coaching)\b/;
/** Before the statement: it is a condition, a wish, an exception or about another call. */
const undone =
  /(?:\b(?:if|whether|unless|in case)(?: \w+){0,3}|\b(?:want|like|wish)(?: (?:the|a|your|this|our))?|\b(?:no part of|none of|not all|not every)(?: \w+)?|\b(?:last|previous|earlier|other|former|first)(?: \w+)?)$/;
const knows = /\bknow(?: that)?(?: (?:the|this|your|our|all))?$/;
const denies =
  /\b(?:not|never|no longer|no|nothing)\b(?: [\w']+){0,5} (?:record(?: (?:this|the|our|your|any|phone))* (?:calls?|conversations?|lines?)|recorded|recording|monitored|taped)\b|\b(?:stopped|paused|turned off|switched off|turn off)\b.*\brecording\b|\brecording (?:is|was|has been) (?:now )?(?:switched off|turned off|off|paused|stopped|disabled)\b/;
const mentions = /\b(?:recorded|recordings?|monitored|monitoring|taped)\b/;
const tag = /\b(?:did not you|is it not|right|correct|or what)$/;

/**
 * Reads the sentences of a text that speak of recording.
 * @param isCustomer a customer's question is one also where it is worded as a statement
 */
export function readRecordingNotice(text: string, isCustomer = false): readonly ReadSentence[] {
  return splitSentences(text).flatMap((sentence) => {
    if (!canSpeakOfIt.test(sentence.text)) return [];
    const words = plainSpeech(sentence.text);
    const act = actOf(words);
    if (act === null) return [];
    const isAsked = sentence.text.endsWith("?") && (isCustomer || act === "mention");
    return [{ act: isAsked || (isCustomer && tag.test(words)) ? "question" : act, sentence }];
  });
}

function actOf(words: string): SpeechAct | null {
  const isGiven = gives.some((way) => {
    const match = way.exec(words);
    return match !== null && isMeant(words.slice(0, match.index).trim());
  });
  if (isGiven || forQuality.test(words)) return "gives";
  if (denies.test(words)) return "denial";
  return mentions.test(words) ? "mention" : null;
}

function isMeant(before: string): boolean {
  return !undone.test(before) || knows.test(before);
}
