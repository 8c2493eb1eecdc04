import type { Message, Quote } from "@/lib/domain/case/case";
import { maskedPattern } from "@/lib/domain/privacy/pseudonym";
import { withLineBreaks } from "@/lib/cases/words/sentences";
import { createWordFinder } from "@/lib/learning/word-finder";
import { findWordStarts } from "@/lib/learning/word-starts";
import { sentencesOf } from "../sentences-of";

const angry =
  /\b(furious|outrag\w+|livid|infuriat\w+|disgust\w+|ridiculous|unacceptable|pathetic|incompetent|useless|scam|fraud(?:sters?)?|lied to me|fed up|sick (?:and tired )?of|had enough|worst (?:company|service|support|experience)|waste of (?:my )?time|what the (?:hell|heck)|wtf|so angry|really angry|i['’]m angry|how dare)\b/i;
const denied = /\b(?:not|isn['’]t|wasn['’]t|never|no longer) (?:\w+ ){0,2}$/i;
/** About the thing in question rather than about the company. */
const asking =
  /\b(?:report|suspect\w*|is this|about|possible|potential|alert|protection)\b.{0,30}\b(?:fraud|scam)\b/i;
const shoutedWordsMin = 4;
/** Words in capitals of which a list of products, units or places has none: pronouns, verbs, questions. */
const ofSpeech =
  /^(I|IM|IVE|ILL|YOU|YOUR|YOURE|ME|MY|MINE|WE|OUR|THEY|HE|SHE|THIS|THAT|THERE|THESE|IS|ISNT|ARE|ARENT|AM|WAS|WERE|BE|BEEN|HAVE|HAVENT|HAS|HAD|DO|DOES|DONT|DOESNT|DID|DIDNT|NOT|NEVER|NOTHING|NOBODY|CANT|CANNOT|WONT|WILL|WOULD|SHOULD|COULD|WHY|WHAT|WHEN|WHERE|WHO|HOW|WANT|NEED|GIVE|GET|STOP|NOW|JUST|STILL|AGAIN|ENOUGH|PLEASE|EVERY|ALL|ANY|BUT|IF|SO|VERY|THE)$/;
const speechWordsMin = 2;
/** Two different words of speech have it: only one is a single letter. */
const capitals = /[A-Z]['’_-]*[A-Z]/;

/** The angry words or shouted sentences of a customer's message, or null. */
export function findAnger(message: Message): Quote | null {
  if (!mayBeAngry(message) && !capitals.test(message.text)) return null;
  for (const { text, start, end } of sentencesOf(message)) {
    const found = angry.exec(text);
    const isMeant =
      found !== null && !denied.test(text.slice(0, found.index)) && !asking.test(text);
    if (isMeant || isShouted(text)) return { message: message.ordinal, start, end };
  }
  return null;
}

const anger = createWordFinder(angry);

function mayBeAngry(message: Message): boolean {
  return anger.isIn(findWordStarts(withLineBreaks(message.text)));
}

/** Pseudonyms and words with digits are not shouting, nor are names and abbreviations without a word of speech. */
function isShouted(text: string): boolean {
  if (!capitals.test(text)) return false;
  const spoken = text.replace(maskedPattern, " ");
  const words = (spoken.match(/[\p{L}\p{N}'’_-]+/gu) ?? []).filter((word) => !/\p{N}/u.test(word));
  const letters = words.map((word) => word.replace(/['’_-]/g, ""));
  const shouted = letters.filter((word) => word.length > 1 && word === word.toUpperCase());
  if (shouted.length < shoutedWordsMin || shouted.length * 2 <= letters.length) return false;
  return new Set(letters.filter((word) => ofSpeech.test(word))).size >= speechWordsMin;
}
