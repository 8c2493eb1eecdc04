import { splitSentences, type Sentence } from "@/lib/cases/words/sentences";
import { logOdds, probabilityOf } from "@/lib/learning/linear-model";
import { readModel } from "@/lib/learning/quantise";
import { questionFeatures } from "./question-features";
import stored from "./weights.gen.json";

/** How likely a message asks whether one talks to a machine, and which of its sentences does. */
export type QuestionReading = { readonly probability: number; readonly sentence: Sentence };

/** Null where a message has no words. */
export type QuestionReader = (text: string) => QuestionReading | null;

/** Makes a reader from fitted weights. @throws where they are none */
export function createQuestionReader(weights: unknown): QuestionReader {
  const model = readModel(weights);
  const judge = (sentences: readonly Sentence[]) =>
    probabilityOf(logOdds(model, questionFeatures(sentences.map(({ text }) => text))));
  return (text) => {
    const sentences = splitSentences(text);
    const [first] = sentences;
    if (first === undefined) return null;
    const probability = Math.max(...windowsOf(sentences).map(judge));
    const alone = sentences.map((sentence) => judge([sentence]));
    const most = alone.indexOf(Math.max(...alone));
    return { probability, sentence: sentences[most] ?? first };
  };
}

/** A question and the sentence beside it belong together; in a long message the rest does not. */
function windowsOf(sentences: readonly Sentence[]): readonly (readonly Sentence[])[] {
  if (sentences.length <= 2) return [sentences];
  return sentences.slice(1).map((_, index) => sentences.slice(index, index + 2));
}

export const readQuestion = createQuestionReader(stored);
