import { plainSpeech } from "@/lib/cases/words/plain-speech";
import { splitSentences } from "@/lib/cases/words/sentences";
import { keysOf } from "@/lib/domain/keys-of";
import type { Channel } from "@/lib/domain/trace/channel";

/** What a customer no longer wants to get: named media, `here` (the medium it is said on), or everything. */
export type RevokedMedia = readonly Channel[] | "here" | "all";

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
const everything =
  /\b(?:contact(?:ing|s)?|communications?|spamming|lists?|database|records|number)\b/;

/** Which media the words of a revocation name. */
export function mediaIn(text: string): RevokedMedia {
  const words = plainSpeech(text);
  const named = keysOf(channelNames).filter((channel) => channelNames[channel]?.test(words));
  if (named.length > 0) return named;
  return everything.test(words) ? "all" : "here";
}

const resumes =
  /^(?:please )?(?:start|unstop|resubscribe|opt (?:me )?(?:back )?in)(?: me)?(?: please| again)?$|\b(?:start (?:texting|calling|e ?mailing|sending)|text me again|resubscribe|opt(?: me)? back in|sign me (?:back )?up)\b/;

/** True if a customer asks to be contacted again. */
export function readResumption(text: string): boolean {
  return splitSentences(text).some((sentence) => resumes.test(plainSpeech(sentence.text)));
}
