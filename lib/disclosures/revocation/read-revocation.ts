import { plainSpeech } from "@/lib/cases/words/plain-speech";
import { splitSentences, type Sentence } from "@/lib/cases/words/sentences";
import { keysOf } from "@/lib/domain/keys-of";
import type { Channel } from "@/lib/domain/trace/channel";

/** What a customer no longer wants to get: named media, `here` (the medium it is said on), or everything. */
export type RevokedMedia = readonly Channel[] | "here" | "all";

/** A sentence in which a customer revokes consent. */
export type ReadRevocation = { readonly sentence: Sentence; readonly media: RevokedMedia };

const canRevoke =
  /stop|quit|end\b|cancel|cease|no more|unsubscri|opt|remove|take|delete|revoke|withdraw|consent|n['’]?t|not|lose my/i;
const keyword = /^(?:please )?(?:stop ?all|unsubscribe|opt ?out|stop)(?: please| now)?$/;
/** Words with other uses: they revoke only as the whole answer to a text message that asked nothing. */
const keywordOfTexts = /^(?:cancel|end|quit|revoke)$/;

type KeywordReading = { readonly hasOwn: boolean; readonly stop: RevokedMedia };
const written: KeywordReading = { hasOwn: false, stop: "here" };
/** Whether `keywordOfTexts` counts as well, and what "stop" revokes; null: a keyword alone says nothing. */
const keywordReadings: Readonly<Record<Channel, KeywordReading | null>> = {
  voice: null,
  chat: null,
  email: { hasOwn: false, stop: ["email", "sms"] },
  sms: { hasOwn: true, stop: "here" },
  social: written,
  in_app: written,
  unknown: written,
};

const texts = "(?:texts?|text messages?|txts?|sms(?:es)?|messages?)";
const things = `(?:${texts}|e ?mails?|mails?|newsletters?|calls?|phone calls?|communications?)`;
const doing = "(?:texting|messaging|e ?mailing|mailing|calling|phoning|ringing|contacting)";
const toDo = "(?:text|message|e ?mail|call|phone|ring|contact)";
const me =
  "(?:me|us|here|this number|my (?:phone|number|cell|mobile|house|home|work)(?: phone| number)?)";
/** "Stop calling me" and "stop calling me at work", not "stop calling me Dave" or "stop calling them". */
const isOver =
  "(?= (?:again|any ?more|ever|please|at|every|all|about|on|with|for|from now|immediately|now|and|or|right|already|so|constantly|day|before|as well|too|then|today|this|because)\\b|$)";

/** The words that name the medium are in the match. */
const ways: readonly RegExp[] = [
  new RegExp(
    `\\b(?:stop|quit|cease)(?: (?:please|all|with|the))? ${doing}(?: (?:and|or) ${doing})?(?: ${me})?${isOver}`,
  ),
  /\b(?:stop|quit) spamming (?:me|us|my)\b/,
  new RegExp(
    `\\b(?:stop|quit|cease|end)(?: (?:please|with|sending|me|us|all|of|your|the|these|those|any|further|more|marketing|promotional|automated|so many)){0,5} ${things}\\b(?! (?:from (?:other|strangers|scammers)|i sent)\\b)`,
  ),
  new RegExp(`^(?:(?:please|ok|okay|and|so|just) )*no more ${things}\\b`),
  new RegExp(
    `\\b(?:do not|never|not to|nobody|no one should)(?: ever| you)? ${toDo} (?:me|us|this number|my (?:phone|number|cell|mobile))(?= (?:again|any ?more|ever|please|at all|with (?:offers|ads|marketing)|on this)\\b|$)`,
  ),
  new RegExp(
    `\\b(?:i )?(?:do not|no longer) (?:want|wish|like)(?: you)?(?: (?:to|get|getting|receive|receiving|have|any|more|further|these|those|your|all|of|the|marketing|promotional)){0,6} (?:${things}|${doing}|${toDo} (?:me|us))\\b(?! to\\b)`,
  ),
  /\bunsubscribe (?:me|my|us|this|from)\b|\b(?:please|want to|like to|wish to) unsubscribe\b/,
  new RegExp(
    `\\b(?:take|get|remove|delete|drop) (?:me|us|my (?:number|e ?mail|phone|name|cell|mobile|address)(?: \\w+)?|this number) (?:off|from|out)(?: of)?(?: \\w+){0,3} (?:lists?|${things}|database|records|contacts)\\b`,
  ),
  new RegExp(
    `\\b(?:i )?opt(?: me| us)? out(?: of(?: \\w+){0,4} (?:${things}|lists?|marketing|contact|this|these|it)\\b|(?! of\\b))`,
  ),
  /\b(?:i )?(?:revoke|withdraw|withdrawing|revoking)(?: (?:all|any|my|the|of)){0,3} (?:consent|permission)\b/,
  /\blose my number\b/,
];
/** Before the match: a story, a wish for more, a question how, somebody else. */
const undone =
  /\b(?:why|did|do not|does not|not|never|how|when|since|until|after|had|have|has|i|they|he|she|it|everyone|people|if i|should i|can i|could i|must i|do i)(?: (?:you|they|it|the|we|want you|to|just|all|ever|also|will|would|can|could|may|might|not want|ask you to|need to|have to))*$|\b(?:to|button|link|option)$/;
/** "I would like to", "I want you to": the customer's own wish. */
const wish =
  /\bi(?:'d|'ve| would| am| have)? (?:like|want|need|wish|asking|ask|told|asked|demand|demanding|telling)(?: (?:you|to|guys|all|once|twice|again|already|before|repeatedly))*$/;
const resumes =
  /^(?:please )?(?:start|unstop|resubscribe|opt (?:me )?(?:back )?in)(?: me)?(?: please| again)?$|\b(?:start (?:texting|calling|e ?mailing|sending)|text me again|resubscribe|opt(?: me)? back in|sign me (?:back )?up)\b/;

/**
 * The sentence of a customer's message that revokes consent to be contacted; null if none does.
 * @param isAnswer the message before asked something
 */
export function readRevocation(
  text: string,
  channel: Channel,
  isAnswer: boolean,
): ReadRevocation | null {
  if (!canRevoke.test(text)) return null;
  const whole = plainSpeech(text.slice(0, wholeMax));
  const reading = text.length > wholeMax ? null : keywordReadings[channel];
  if (
    reading !== null &&
    (keyword.test(whole) || (reading.hasOwn && !isAnswer && keywordOfTexts.test(whole)))
  ) {
    const sentence = { text, start: 0, end: text.length };
    return { sentence, media: whole.includes("stop") ? reading.stop : "here" };
  }
  for (const sentence of splitSentences(text)) {
    if (!canRevoke.test(sentence.text)) continue;
    const media = mediaOf(plainSpeech(sentence.text));
    if (media !== null) return { sentence, media };
  }
  return null;
}

/** Longer messages are no keyword. */
const wholeMax = 40;

/** True if a customer asks to be contacted again. */
export function readResumption(text: string): boolean {
  return splitSentences(text).some((sentence) => resumes.test(plainSpeech(sentence.text)));
}

function mediaOf(words: string): RevokedMedia | null {
  for (const way of ways) {
    const match = way.exec(words);
    if (match === null) continue;
    const before = words.slice(0, match.index).trim();
    if (undone.test(before) && !wish.test(before)) continue;
    return namedIn(match[0]);
  }
  return null;
}

/** The words for each channel, in the order in which a finding lists them; null: customers do not name it. */
const channelNames: Readonly<Record<Channel, RegExp | null>> = {
  sms: /\b(?:texts?|texting|txts?|sms(?:es)?)\b/,
  email: /\b(?:e ?mail(?:s|ing)?|mails?|mailing|newsletters?)\b/,
  voice: /\b(?:calls?|calling|phone|phoning|ring|ringing)\b/,
  chat: null,
  social: null,
  in_app: null,
  unknown: null,
};

function namedIn(words: string): RevokedMedia {
  const named = keysOf(channelNames).filter((channel) => channelNames[channel]?.test(words));
  if (named.length > 0) return named;
  return /\b(?:contact(?:ing|s)?|communications?|spamming|lists?|database|records|number)\b/.test(
    words,
  )
    ? "all"
    : "here";
}
