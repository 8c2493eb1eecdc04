import type { Message, Quote } from "@/lib/domain/case/case";
import { maskedPattern } from "@/lib/domain/privacy/pseudonym";
import { sentencesOf } from "../sentences-of";

const angry =
  /\b(furious|outrag\w+|livid|infuriat\w+|disgust\w+|ridiculous|unacceptable|pathetic|incompetent|useless|scam|fraud(?:sters?)?|lied to me|fed up|sick (?:and tired )?of|had enough|worst (?:company|service|support|experience)|waste of (?:my )?time|what the (?:hell|heck)|wtf|so angry|really angry|i['’]m angry|how dare)\b/i;
const denied = /\b(?:not|isn['’]t|wasn['’]t|never|no longer) (?:\w+ ){0,2}$/i;
/** Said of a thing in question rather than of us. */
const asking =
  /\b(?:report|suspect\w*|is this|about|possible|potential|alert|protection)\b.{0,30}\b(?:fraud|scam)\b/i;
const shoutedWordsMin = 4;

/** Words of anger in a customer's message, or sentences they shout; null where there are none. */
export function findAnger(message: Message): Quote | null {
  for (const { text, start, end } of sentencesOf(message)) {
    const found = angry.exec(text);
    const isMeant =
      found !== null && !denied.test(text.slice(0, found.index)) && !asking.test(text);
    if (isMeant || isShouted(text)) return { message: message.ordinal, start, end };
  }
  return null;
}

/** What is masked was not shouted, and its digits are no words. */
function isShouted(text: string): boolean {
  const words = text.replace(maskedPattern, " ").match(/\p{L}{2,}/gu) ?? [];
  const shouted = words.filter((word) => word === word.toUpperCase());
  return shouted.length >= shoutedWordsMin && shouted.length * 2 > words.length;
}
