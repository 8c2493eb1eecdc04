import type { Message, Quote } from "@/lib/domain/case/case";
import { maskedPattern } from "@/lib/domain/privacy/pseudonym";
import { sentencesOf } from "../sentences-of";

const angry =
  /\b(furious|outrag\w+|livid|infuriat\w+|disgust\w+|ridiculous|unacceptable|pathetic|incompetent|useless|scam|fraud(?:sters?)?|lied to me|fed up|sick (?:and tired )?of|had enough|worst (?:company|service|support|experience)|waste of (?:my )?time|what the (?:hell|heck)|wtf|so angry|really angry|i['’]m angry|how dare)\b/i;
const denied = /\b(?:not|isn['’]t|wasn['’]t|never|no longer) (?:\w+ ){0,2}$/i;
/** About the thing in question rather than about the company. */
const asking =
  /\b(?:report|suspect\w*|is this|about|possible|potential|alert|protection)\b.{0,30}\b(?:fraud|scam)\b/i;
const shoutedWordsMin = 4;

/** The angry words or shouted sentences of a customer's message, or null. */
export function findAnger(message: Message): Quote | null {
  for (const { text, start, end } of sentencesOf(message)) {
    const found = angry.exec(text);
    const isMeant =
      found !== null && !denied.test(text.slice(0, found.index)) && !asking.test(text);
    if (isMeant || isShouted(text)) return { message: message.ordinal, start, end };
  }
  return null;
}

/** Pseudonyms are not shouting, and their digits are not words. */
function isShouted(text: string): boolean {
  const words = text.replace(maskedPattern, " ").match(/\p{L}{2,}/gu) ?? [];
  const shouted = words.filter((word) => word === word.toUpperCase());
  return shouted.length >= shoutedWordsMin && shouted.length * 2 > words.length;
}
