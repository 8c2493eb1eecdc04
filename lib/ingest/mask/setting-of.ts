import { findLanguage } from "@/lib/learning/find-language";
import { createMemory } from "./create-memory";
import { personalRequests, requests } from "./tagger/cues";
import type { Setting } from "./tagger/tagger";
import type { TextPlace } from "./text-masker";

/** Keys of messages by people and agents. */
const messageKey =
  /(?:^|[._-])(?:content|contents|text|message|messages|transcript|user_transcript|utterance|input|output|prompt|completion|body|comment|note|notes|reason|response|reply|answer|question)$/i;
/** Keys of whoever takes part: a full name under them is read as the answer to the question for a name. */
const partyKey =
  /(?:^|[._-]|[a-z](?=[A-Z]))(?:who|whom|person|user|customer|client|contact|recipient|addressee|sender|receiver|consignee|owner|holder|policy_?holder|payee|payer|beneficiary|guest|travell?er|patient|driver|tenant|resident|insured|applicant|signatory|signed_?by|requested_?by|booked_?by|reported_?by|opened_?by|requester|caller|subscriber|buyer|(?:ship|bill|sold|deliver)(?:ed)?_?to)$/i;
/** Two to four words, the first and the last with a capital. */
const fullName = /^\p{Lu}[\p{L}'’.-]{0,30} (?:[\p{L}'’.-]{1,30} ){0,2}\p{Lu}[\p{L}'’-]{1,30}$/u;
const wordsLeast = 4;

/**
 * Whether a text is read as natural language or as program output.
 * @returns null for neither, such as a short value under another key
 */
export function settingOf(text: string, place: TextPlace | undefined): Setting | null {
  const key = place?.keyHint;
  const isParty = key !== undefined && isPartyKey(key) && fullName.test(text);
  const requested = place?.requested ?? (isParty ? requests.name : undefined);
  const isProse = requested !== undefined || (key !== undefined && isMessageKey(key));
  const isInstructions = place?.isInstructions === true;
  if (!isProse && !isInstructions && !hasWords(text)) return null;
  const personal = requested === undefined || (requested & personalRequests) === 0 ? 0 : requested;
  const soFar = place?.language ?? null;
  const language = findLanguage(text, soFar);
  return { requested: personal, isProse, isInstructions, isFullName: isParty, soFar, language };
}

/** The setting of a text once something in it is masked, if its language is another then. */
export function settingAfter(masked: string, setting: Setting): Setting | null {
  const language = findLanguage(masked, setting.soFar);
  const { code, isSure } = setting.language;
  return language.code === code && language.isSure === isSure ? null : { ...setting, language };
}

const keys = createMemory<boolean>(10_000, 1_000_000);

/** Whether texts under a key are messages of people and agents. */
export function isMessageKey(key: string): boolean {
  return keys.get(key) ?? keys.set(key, messageKey.test(key));
}

const parties = createMemory<boolean>(10_000, 1_000_000);

/** Whether the value under a key is somebody's name, or an organisation's. */
export function isPartyKey(key: string): boolean {
  return parties.get(key) ?? parties.set(key, partyKey.test(key));
}

function hasWords(text: string): boolean {
  let words = 0;
  for (let at = text.indexOf(" "); at >= 0; at = text.indexOf(" ", at + 1)) {
    words += 1;
    if (words >= wordsLeast - 1) return true;
  }
  return false;
}
