import type { Message } from "@/lib/domain/case/case";
import { isOtherLanguage, readLanguage } from "@/lib/learning/find-language";
import { hasForeignSentence } from "@/lib/learning/has-foreign-sentence";
import { countFunctionWords } from "@/lib/learning/function-words";
import { letterBeyondAscii } from "@/lib/learning/other-script";
import { readWords } from "@/lib/learning/read-words";

const wordsMin = 3;
/** So many words without an English function word are not English. */
const wordsMax = 8;
const unheard =
  /^\W*(?:\[?\(?(?:redacted|removed|stripped|masked|inaudible|unintelligible|unclear|deleted|no transcript)\)?\]?\W*)+$/i;

type Unreadable = { readonly because: string; readonly unread: "text" | "language" };

/**
 * Why words in a rule's language could not be found in messages; null if they could.
 * @param language ISO 639-1
 */
export function findUnreadable(messages: readonly Message[], language: string): Unreadable | null {
  const texts = messages.map(({ text }) => text);
  if (texts.some((text) => unheard.test(text))) {
    return { because: "Words of this contact were removed or not understood.", unread: "text" };
  }
  const isForeign = language === "en" ? isNotEnglish : (text: string) => !isIn(language, text);
  const parts = language === "en" ? [...texts, texts.join("\n")] : [texts.join("\n")];
  if (!parts.some(isForeign)) return null;
  const because =
    language === "en"
      ? "Its words are not in English, the only language this rule is written in."
      : `Its words are not clearly in the language that this rule is written in (${language}).`;
  return { because, unread: "language" };
}

/** Stricter than `isOtherLanguage`, which lets short texts pass: what cannot be read must not count as missing. */
function isNotEnglish(text: string): boolean {
  if (isOtherLanguage(text) || hasForeignSentence(text)) return true;
  const { words } = readWords(text);
  const { ours, theirs } = countFunctionWords(words);
  if (words.length >= wordsMin && theirs > ours) return true;
  const hasNone = ours === 0 && words.length > wordsMin;
  return hasNone && (words.length >= wordsMax || letterBeyondAscii.test(text));
}

function isIn(language: string, text: string): boolean {
  const { code, isSure } = readLanguage(text);
  return isSure && code === language;
}
