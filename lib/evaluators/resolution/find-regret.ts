import { splitSentences, type Sentence } from "@/lib/cases/words/sentences";
import { findFrustration } from "../customer-sentiment/find-frustration";

const givenUp =
  /\b(?:i(?:['’]ll| will)? give up|never ?mind|forget (?:it|about it)|(?:no|not any) (?:help|use)\b|that['’]?s (?:a shame|a pity|too bad|unfortunate)|too bad|oh well|not acceptable|(?:somewhere|someone) else|elsewhere|guess i(?:['’]ll| have| will))\b/i;

/** The last sentence of a customer's text that says they are disappointed or give up, or null. */
export function findRegret(text: string): Sentence | null {
  return (
    splitSentences(text).findLast(
      (sentence) => findFrustration(sentence.text) !== null || givenUp.test(sentence.text),
    ) ?? null
  );
}
