import { findLanguage } from "@/lib/learning/find-language";
import { createMemory } from "./create-memory";
import { personalRequests } from "./tagger/cues";
import type { Setting } from "./tagger/tagger";
import type { TextPlace } from "./text-masker";

/** Keys of messages by people and agents. */
const messageKey =
  /(?:^|[._-])(?:content|contents|text|message|messages|transcript|user_transcript|utterance|input|output|prompt|completion|body|comment|note|notes|reason|response|reply|answer|question)$/i;
const wordsLeast = 4;

/**
 * Whether a text is read as natural language or as program output.
 * @returns null for neither, such as a short value under another key
 */
export function settingOf(text: string, place: TextPlace | undefined): Setting | null {
  const requested = place?.requested;
  const key = place?.keyHint;
  const isProse = requested !== undefined || (key !== undefined && isMessageKey(key));
  if (!isProse && !hasWords(text)) return null;
  const personal = requested === undefined || (requested & personalRequests) === 0 ? 0 : requested;
  const soFar = place?.language ?? null;
  return { requested: personal, isProse, soFar, language: findLanguage(text, soFar) };
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

function hasWords(text: string): boolean {
  let words = 0;
  for (let at = text.indexOf(" "); at >= 0; at = text.indexOf(" ", at + 1)) {
    words += 1;
    if (words >= wordsLeast - 1) return true;
  }
  return false;
}
