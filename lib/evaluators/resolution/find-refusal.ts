import type { Message, Quote } from "@/lib/domain/case/case";
import { isFailedCall } from "@/lib/cases/closure/find-writes";
import { isRefusal } from "@/lib/cases/words/failure";
import { findAsking } from "@/lib/cases/words/last-words";
import type { Sentence } from "@/lib/cases/words/sentences";
import { spokenSentences } from "../spoken-text";

/** An agent's refusal, and the sentence of its rule or reason, if it gives one. */
export type Refusal = {
  readonly place: Quote;
  readonly rule: Quote | null;
  /** The message begins with it: it is the answer, not a part of one. */
  readonly isAnswer: boolean;
};

/** How many sentences may stand before the refusal that an answer begins with. */
const sentencesBefore = 1;

const rule =
  /\b(polic(?:y|ies)|rules?|terms|only (?:be )?\w+(?:ed|able)? (?:if|when|within|once|for|to)|within \d+ (?:hours?|days?)|eligib\w+|not allowed|not permitted|(?:once|after|before|until|unless) (?:it|they|an?|the|you|your)|because|since|non-?refundable|basic economy|fare|(?:must|has to|have to|needs? to) be|(?:can|may) only|cannot be|can['’]t be|regardless of|per (?:reservation|order|booking|customer|passenger)|specific to|already (?:been )?(?:used|flown|shipped|delivered|processed|cancell?ed))\b/i;

/** Refusals that `isRefusal` does not know. */
const otherwise =
  /\b(?:do|does)(?: not|n['’]t) (?:support|have (?:the |an? )?(?:ability|access|option|way))\b|\b(?:there['’]?s|there is) (?:absolutely |really )?no way\b/i;
/** A heading, or a refusal of what nobody asked for yet. */
const beside = /:\W*$|^\W*(?:if|note)\b/i;

/** A rule that follows from success: "cannot be changed again". */
const furtherOnes = /\b(?:further|again|additional|any ?more|after (?:this|that))\b/i;

function refuses(text: string): boolean {
  return isRefusal(text) || otherwise.test(text);
}

/** An agent's sentence that refuses something, the last of a message, or null. */
export function findRefusing(message: Message): Quote | null {
  if (message.speaker !== "agent") return null;
  const sentence = spokenSentences(message).findLast(
    ({ text }) => refuses(text) && !beside.test(text) && !furtherOnes.test(text),
  );
  if (sentence === undefined) return null;
  return { message: message.ordinal, start: sentence.start, end: sentence.end };
}

/**
 * The agent's last refusal, with its rule. Null if there is none, or if more was asked or looked up after it and
 * not refused.
 */
export function findRefusal(messages: readonly Message[]): Refusal | null {
  const asked = messages.findLast(
    ({ speaker, text }) => speaker === "customer" && findAsking(text) !== null,
  );
  const found = messages.findLast((each) => each.tool !== null && !isFailedCall(each));
  const since = Math.max(asked?.ordinal ?? -1, found?.ordinal ?? -1);
  const message = messages.findLast(
    ({ speaker, text, ordinal }) => speaker === "agent" && ordinal > since && refuses(text),
  );
  if (message === undefined) return null;
  const sentences = spokenSentences(message);
  const at = sentences.findLastIndex(({ text }) => refuses(text) && !beside.test(text));
  const refusing = sentences[at];
  if (refusing === undefined) return null;
  const stated = [refusing, sentences[at + 1], sentences[at - 1]].find(
    (sentence) => sentence !== undefined && rule.test(sentence.text),
  );
  const placeOf = ({ start, end }: Sentence) => ({ message: message.ordinal, start, end });
  return {
    place: placeOf(refusing),
    rule: stated === undefined ? null : placeOf(stated),
    isAnswer: sentences.slice(0, sentencesBefore + 1).some(({ text }) => refuses(text)),
  };
}
