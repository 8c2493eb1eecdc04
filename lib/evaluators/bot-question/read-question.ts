import { splitSentences, type Sentence } from "@/lib/cases/words/sentences";
import { probabilityOf } from "@/lib/learning/linear-model";
import { readModel } from "@/lib/learning/quantise";
import { readSentence, type SentenceFeatures } from "./question-features";
import stored from "./weights.gen.json";

/** How likely a message asks whether one talks to a machine, and which of its sentences does. */
export type QuestionReading = { readonly probability: number; readonly sentence: Sentence };

/** Null where a message has no words. */
export type QuestionReader = (text: string) => QuestionReading | null;

/** Makes a reader from fitted weights. @throws where they are none */
export function createQuestionReader(weights: unknown): QuestionReader {
  const { intercept, weights: of } = readModel(weights);
  /** What a sentence adds to the odds beside another that has shown the same already. */
  const oddsBeside = (own: SentenceFeatures, shown?: SentenceFeatures) => {
    let sum = 0;
    for (const [name, { place, value }] of own) {
      if (shown?.has(name) !== true) sum += (of[place] ?? 0) * value;
    }
    return sum;
  };
  return (text) => {
    const sentences = splitSentences(text);
    const [first] = sentences;
    if (first === undefined) return null;
    const read = sentences.map((sentence) => readSentence(sentence.text));
    const alone = read.map((own) => intercept + oddsBeside(own));
    // A question and the sentence beside it belong together; in a long message the rest does not.
    const pairs = read
      .slice(1)
      .map((own, index) => (alone[index] ?? 0) + oddsBeside(own, read[index]));
    const most = alone.indexOf(Math.max(...alone));
    return {
      probability: probabilityOf(Math.max(...(pairs.length === 0 ? alone : pairs))),
      sentence: sentences[most] ?? first,
    };
  };
}

export const readQuestion = createQuestionReader(stored);
