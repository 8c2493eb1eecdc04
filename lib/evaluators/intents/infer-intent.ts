import type { InferredIntent } from "@/lib/domain/case/case";
import type { IntentModel } from "@/lib/domain/case/intent-model";
import { denseFeatures } from "@/lib/learning/features";
import { logOdds, probabilityOf } from "@/lib/learning/linear-model";
import { wordsOf } from "@/lib/learning/words-of";
import { issueTerms } from "../same-issue/issue-terms";
import { issueWords } from "../same-issue/issue-words";
import { indexIntents, nearestIntent, featureIndex, type IntentIndex } from "./nearest-intent";

/** Minimum probability; below it an intent stays unknown. */
export const certainEnough = 0.7;
const wordsShown = 3;

/**
 * Probability that the nearest intent is correct.
 * @param signs from `nearestIntent`
 */
export function certaintyOf(certainty: IntentModel["certainty"], signs: readonly number[]): number {
  return probabilityOf(logOdds(certainty, denseFeatures(signs)));
}

/**
 * Creates the function that infers an intent from a customer's opening messages; it returns null
 * for too few words, for a language other than English, and if no intent is near enough
 */
export function createIntentInference(
  model: IntentModel,
): (opening: readonly string[]) => InferredIntent | null {
  const index = indexIntents(model);
  return (opening) => {
    const texts = issueWords(opening);
    const nearest = texts === null ? null : nearestIntent(index, texts);
    if (texts === null || nearest === null) return null;
    const confidence = certaintyOf(model.certainty, nearest.signs);
    const found = model.intents[nearest.intent];
    if (found === undefined || confidence < certainEnough) return null;
    return {
      intent: found.name,
      confidence: Math.round(confidence * 1000) / 1000,
      because: reasonOf(decisiveWords(index, nearest.intent, texts), found.cases),
    };
  };
}

/** The words with the largest weight for an intent, as written, largest first. */
function decisiveWords(
  { idf, speaksFor }: IntentIndex,
  intent: number,
  texts: readonly string[],
): readonly string[] {
  const byTerm = new Map<string, { readonly word: string; readonly weight: number }>();
  for (const word of texts.flatMap(wordsOf)) {
    const [term = ""] = issueTerms([word]);
    const place = featureIndex(term);
    const own = speaksFor(place).find(([each]) => each === intent)?.[1] ?? 0;
    if (own > 0 && word.length > 2 && !byTerm.has(term)) {
      byTerm.set(term, { word, weight: own * idf(place) });
    }
  }
  return [...byTerm.values()]
    .sort((a, b) => b.weight - a.weight || (a.word < b.word ? -1 : 1))
    .slice(0, wordsShown)
    .map(({ word }) => word);
}

function reasonOf(words: readonly string[], cases: number): string {
  const like = `${cases.toLocaleString("en-US")} cases that declare it`;
  if (words.length === 0) return `The customer's words are like those of ${like}.`;
  const quoted = words.map((word) => `“${word}”`);
  const said = [quoted.slice(0, -1).join(", "), quoted.at(-1)].filter((part) => part !== "");
  return `The customer says ${said.join(" and ")}, as in ${like}.`;
}
