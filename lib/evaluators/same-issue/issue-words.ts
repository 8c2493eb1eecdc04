import { maskedPattern } from "@/lib/domain/privacy/pseudonym";
import { isOtherLanguage } from "@/lib/learning/find-language";
import { wordsOf } from "@/lib/learning/words-of";
import { remember } from "../remember";

/** Number of a customer's first messages that are read. */
const messagesMost = 3;
const charactersMost = 400;
/** Fewer words could be about anything. */
const wordsMin = 3;
/** Words that open any message. */
const courtesy =
  /\b(hi|hiya|hello|hey|good (morning|afternoon|evening|day)|dear|greetings|please|pls|thanks?( you)?( (so|very) much)?|thx|yes|yeah|no|ok|okay|sure|bye|goodbye)\b/gi;

/** A customer's opening messages without courtesies; null if too short or not in English. */
export const issueWords = remember((opening: readonly string[]): readonly string[] | null => {
  const texts = opening
    .map((text) => text.replaceAll(maskedPattern, " ").replaceAll(courtesy, " "))
    .filter((text) => wordsOf(text).length > 0)
    .slice(0, messagesMost)
    .map((text) => text.slice(0, charactersMost));
  if (texts.flatMap(wordsOf).length < wordsMin) return null;
  return texts.some(isOtherLanguage) ? null : texts;
});
