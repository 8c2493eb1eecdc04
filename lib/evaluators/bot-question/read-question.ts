import { splitSentences, type Sentence } from "@/lib/cases/words/sentences";
import { probabilityOf } from "@/lib/learning/linear-model";
import { readModel } from "@/lib/learning/quantise";
import { rememberText } from "@/lib/learning/remember-text";
import { readSentences, type QuestionFeature } from "./question-features";
import stored from "./weights.gen.json";

/** Probability that a message asks whether the agent is a bot, and the sentence that does. */
export type QuestionReading = { readonly probability: number; readonly sentence: Sentence };

/** Null if a message has no words. */
export type QuestionReader = (text: string) => QuestionReading | null;

/**
 * Creates a classifier from fitted weights.
 * @throws if they are invalid
 */
export function createQuestionReader(weights: unknown): QuestionReader {
  const { intercept, weights: of } = readModel(weights);
  /** Log-odds that a sentence adds beyond features already present. */
  const oddsBeside = (own: ReadonlySet<QuestionFeature>, shown?: ReadonlySet<QuestionFeature>) => {
    let sum = 0;
    for (const feature of own) {
      if (shown?.has(feature) !== true) sum += (of[feature.place] ?? 0) * feature.value;
    }
    return sum;
  };
  return (text) => {
    const sentences = splitSentences(text);
    const [first] = sentences;
    if (first === undefined) return null;
    const read = readSentences(sentences.map((sentence) => sentence.text));
    const alone = read.map((own) => intercept + oddsBeside(own));
    // A question counts alone and with the sentence before it; the rest of a long message is ignored.
    const pairs = read
      .slice(1)
      .map((own, index) => (alone[index] ?? 0) + oddsBeside(own, read[index]));
    const most = alone.indexOf(Math.max(...alone));
    return {
      probability: probabilityOf(Math.max(...alone, ...pairs)),
      sentence: sentences[most] ?? first,
    };
  };
}

/** By the shipped weights, memoised: rules of disclosures ask for it, too. */
export const readQuestion = rememberText(createQuestionReader(stored));
