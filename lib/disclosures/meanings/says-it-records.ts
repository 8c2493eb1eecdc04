import {
  plainClauses,
  undoneAhead,
  withoutQuoted,
  type PlainClauses,
} from "@/lib/cases/words/undone";
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
  /\bif you (?:do not|would (?:rather|prefer)(?: to)? not|object)(?: \w+){0,4} (?:recorded|recording)\b.{0,40}\b(?:say|tell|let (?:us|me) know|hang up|press|disconnect|inform)\b/,
  /\bsubject to (?:\w+ ){0,2}(?:recording|monitoring)\b/,
];
const forQuality =
  /(?<!\b(?:was|were|been|not) (?:being )?)\b(?:recorded|monitored)(?: (?:and|or) \w+)? for (?:\w+ ){0,3}(?:quality|training|compliance|security|safety|protection|legal|coaching)\b/;
/** Before the statement: it is a condition, a wish, an exception or about another call. */
const undone =
  /(?:\b(?:if|whether|unless|in case)(?: \w+){0,3}|\b(?:want|like|wish)(?: (?:the|a|your|this|our))?|\b(?:no part of|none of|not all|not every)(?: \w+)?|\b(?:last|previous|earlier|other|former|first)(?: [\w']+)?|\bno|\bshould you(?: \w+){0,3}|\b(?:do|did) you (?:think|believe|want|say|mean)(?: that)?(?: (?:the|this|your|our|all))?|\b(?:their|his|her)|\b(?:colleague|partner|competitor|neighbour|neighbor|supplier)s?(?:'s?)?)$/;
/** After the statement: only on a wish, or another call is not. */
const undoneAfter =
  /^(?: (?:for|quality|training|purposes|only|(?:and|or)(?= (?:quality|training)))){0,5} (?:(?:if|when|once|provided(?: that)?|should) you (?:\w+ ){0,2}(?:ask|want|wish|request|agree|choose|allow|insist)\b|(?:on|upon|at your) request\b|only (?:with|after|if|when|on)\b)|\b(?:mine|ours|yours|this one|this call|these)(?: \w+){0,2} not\b|^ (?:(?:but|though) )?(?:it|that|this) is not$/;
/** "The line is monitored for outages": not for what is said on it. */
const ofTheLine =
  /^ for (?!(?:[\w']+ ){0,3}(?:quality|training|compliance|security|safety|protection|legal|coaching|accuracy|purposes?|service|review|fraud|regulatory|improvement|assurance)\b)/;
/** What comes between the words before a statement and the statement. */
const determiners = /(?: (?:the|this|your|our|all|any|these|my|phone))+$/;
const knows = /\bknow(?: that)?(?: (?:the|this|your|our|all))?$/;
const denies =
  /\b(?:not|never|no longer|no|nothing)\b(?: [\w']+){0,5} (?:record(?: (?:this|the|our|your|any|phone))* (?:calls?|conversations?|lines?)|recorded|recording|monitored|taped)\b|\b(?:stopped|paused|turned off|switched off|turn off)\b.*\brecording\b|\brecording (?:is|was|has been) (?:now )?(?:switched off|turned off|off|paused|stopped|disabled)\b/;
/** Speech recognition's "record it" for "recorded". */
const heardApart =
  /(?<=\b(?:be|being|is|are) )record(?:ed)? (?:it|id|at)\b(?= (?:for|and|or)\b|\W*$)/gi;
const mentions = /\b(?:recorded|recordings?|monitored|monitoring|taped)\b/;
const tag = /\b(?:did not you|is it not|right|correct|or what)$/;

/**
 * Reads the sentences of a text that speak of recording.
 * @param isCustomer a customer's question is one also where it is worded as a statement
 */
export function readRecordingNotice(text: string, isCustomer = false): readonly ReadSentence[] {
  return splitSentences(withoutQuoted(text)).flatMap((found) => {
    if (!canSpeakOfIt.test(found.text)) return [];
    const said = plainClauses(found.text.replace(heardApart, "recorded"));
    const act = actOf(said);
    if (act === null) return [];
    const sentence = { ...found, text: text.slice(found.start, found.end) };
    const isAsked = found.text.endsWith("?") && (isCustomer || act === "mention");
    return [{ act: isAsked || (isCustomer && tag.test(said.words)) ? "question" : act, sentence }];
  });
}

function actOf({ words, starts }: PlainClauses): SpeechAct | null {
  let lost: SpeechAct | null = null;
  for (const way of [...gives, forQuality]) {
    const match = way.exec(words);
    if (match === null) continue;
    const rest = words.slice(match.index + match[0].length);
    const done = undoing(words.slice(0, match.index).trim(), match, { rest, starts });
    if (done === null) return "gives";
    lost ??= done;
  }
  if (lost === "denial" || denies.test(words)) return "denial";
  return lost ?? (mentions.test(words) ? "mention" : null);
}

type Around = { readonly rest: string; readonly starts: ReadonlySet<number> };

/** What the words around a statement make of it; null if they leave it. */
function undoing(
  before: string,
  { 0: said, index }: RegExpExecArray,
  { rest, starts }: Around,
): "denial" | "mention" | null {
  if (undone.test(before) && !knows.test(before)) return "mention";
  if (undoneAfter.test(rest)) return "mention";
  if (said.endsWith("monitored") && !/\b(?:record|tap)/.test(said) && ofTheLine.test(rest)) {
    return "mention";
  }
  const ahead = before.replace(determiners, "");
  const end = ahead.length === 0 ? index : ahead.length + 1;
  return undoneAhead(ahead, starts.has(end));
}
