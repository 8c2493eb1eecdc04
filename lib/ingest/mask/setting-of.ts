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
  if (requested !== undefined)
    return (requested & personalRequests) === 0 ? prose : { requested, isProse: true };
  const key = place?.keyHint;
  if (key !== undefined && isMessageKey(key)) return prose;
  return hasWords(text) ? written : null;
}

const prose: Setting = { requested: 0, isProse: true };
const written: Setting = { requested: 0, isProse: false };

const keys = createMemory<boolean>(10_000, 1_000_000);

function isMessageKey(key: string): boolean {
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
