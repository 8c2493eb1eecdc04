import type { Message, Verdict } from "@/lib/domain/case/case";
import { isOtherLanguage } from "@/lib/learning/find-language";

/**
 * Why an answer cannot be compared with passages, or null.
 * @param withoutWords how many passages have no text
 */
export function findPassageObstacle(
  message: Message,
  withoutWords: number,
  passages: string,
): Verdict | null {
  if (withoutWords > 0 && passages === "") {
    return {
      status: "not-scorable",
      because: "The words of the retrieved passages did not reach us.",
    };
  }
  if (isOtherLanguage(message.text) || isOtherLanguage(passages)) {
    return {
      status: "not-scorable",
      because: "The answer or its passages are not in English, the only language we can compare.",
    };
  }
  return null;
}
