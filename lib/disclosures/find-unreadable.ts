import type { Message } from "@/lib/domain/case/case";
import { hasForeignSentence } from "@/lib/learning/has-foreign-sentence";
import { countFunctionWords, isOtherScript } from "@/lib/learning/is-other-language";
import { readWords } from "@/lib/learning/read-words";

const wordsMin = 3;
/** So many words without an English function word are not English. */
const wordsMax = 8;
const letterBeyondAscii = /(?![\0-\x7f])\p{Script=Latin}/u;
const unheard =
  /^\W*(?:\[?\(?(?:redacted|removed|stripped|masked|inaudible|unintelligible|unclear|deleted|no transcript)\)?\]?\W*)+$/i;

/** Function words that only one of these languages has. */
const languages: Readonly<Record<string, ReadonlySet<string>>> = {
  de: new Set(
    "der das und ist ich nicht ein eine einen mit auf für von wie wir sie sich haben ihnen ihre ihr kann wird sind auch bei zum zur dass oder".split(
      " ",
    ),
  ),
  fr: new Set(
    "les des une est et je vous nous pas dans sur avec pour qui mon votre notre cette sont être avez puis aux".split(
      " ",
    ),
  ),
  es: new Set(
    "el los las una está con para por pero usted su sus qué cómo muy puede somos esta este gracias del".split(
      " ",
    ),
  ),
  it: new Set("il gli che di non è sono per della con una questa può grazie suo nel".split(" ")),
  pt: new Set("o os não você um uma com para esta são está seu sua pode obrigado dos".split(" ")),
  nl: new Set("het een van niet ik je wij zijn met voor kan uw u deze dit wordt".split(" ")),
};

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
  if (isOtherScript(text) || hasForeignSentence(text)) return true;
  const { words } = readWords(text);
  const { ours, theirs } = countFunctionWords(words);
  if (words.length >= wordsMin && theirs > ours) return true;
  const hasNone = ours === 0 && words.length > wordsMin;
  return hasNone && (words.length >= wordsMax || letterBeyondAscii.test(text));
}

/** True if most function words are this language's; false of a language without a list. */
function isIn(language: string, text: string): boolean {
  const { words } = readWords(text);
  const counted = (list: ReadonlySet<string>): number =>
    words.filter((word) => list.has(word.text)).length;
  const own = Object.hasOwn(languages, language) ? languages[language] : undefined;
  if (own === undefined) return false;
  const most = Object.entries(languages)
    .filter(([name]) => name !== language)
    .map(([, list]) => counted(list));
  return counted(own) >= 2 && counted(own) > Math.max(countFunctionWords(words).ours, ...most);
}
