import { acts, type MessageActs } from "@/lib/domain/acts/act";
import { decideActs, type ActLimits } from "./decide";
import type { ActQuestion } from "./questions";
import { splitSentences, type Sentence } from "@/lib/cases/words/sentences";
import type { Tokenizer } from "./tokenizer";

/** Most pieces that the model reads at once, and most of them of the message before. */
const piecesMax = 128;
const beforeMax = 24;
/** Most readings of one message: its first, and its last. */
const windowsMax = { first: 12, last: 4 };

/** What the model answers: a probability by act, and for each piece what it adds to each act's log-odds. */
export type ModelAnswer = {
  readonly probabilities: Float32Array;
  /** [pieces × acts] */
  readonly shares: Float32Array;
};

/** Runs the model on the ids and parts (0 before, 1 text) of one message. */
export type RunModel = (ids: readonly number[], parts: readonly number[]) => Promise<ModelAnswer>;

type Piece = { readonly id: number; readonly sentence: number };

/**
 * Reads a message: in one go where it is short enough, else some sentences at a time; an act is as likely as in the
 * likeliest of these.
 * @returns the acts with the sentence that carries each, in the order of `acts`; null where its language is not read
 */
export async function readQuestion(
  question: ActQuestion,
  { tokenizer, limits, run }: { tokenizer: Tokenizer; limits: ActLimits; run: RunModel },
): Promise<MessageActs> {
  if (question.language === null || limits[question.language] === undefined) return null;
  const { classId, separatorId } = tokenizer;
  const head = [
    classId,
    ...tokenizer.encode(question.speaker).ids,
    ...tokenizer.encode(question.before).ids.slice(-beforeMax),
    separatorId,
  ];
  const sentences = splitSentences(question.text);
  const pieces = sentences.flatMap(({ text }, sentence): Piece[] =>
    tokenizer.encode(text).ids.map((id) => ({ id, sentence })),
  );
  const likeliest = new Float32Array(acts.length);
  const places = new Int32Array(acts.length);
  for (const window of windowsOf(pieces, piecesMax - head.length - 1)) {
    const ids = [...head, ...window.map(({ id }) => id), separatorId];
    const parts = ids.map((_, at) => (at < head.length ? 0 : 1));
    const { probabilities, shares } = await run(ids, parts);
    for (const [output] of acts.entries()) {
      const probability = probabilities[output] ?? 0;
      if (probability <= (likeliest[output] ?? 0)) continue;
      likeliest[output] = probability;
      places[output] = carrierOf(window, shares.subarray(head.length * acts.length), output);
    }
  }
  const decided = decideActs(question, likeliest, limits) ?? [];
  const read = decided.map(({ output, ...act }) => {
    const { start, end } = sentences[places[output] ?? 0] ?? wholeOf(question.text);
    return { ...act, start, end };
  });
  return { language: question.language, read };
}

function wholeOf(text: string): Sentence {
  return { text, start: 0, end: text.length };
}

/** Cuts pieces into windows at the ends of sentences where it can. Of many, the first and last ones. */
function windowsOf(pieces: readonly Piece[], size: number): readonly (readonly Piece[])[] {
  const windows: (readonly Piece[])[] = [];
  for (let from = 0; from < pieces.length;) {
    let to = Math.min(pieces.length, from + size);
    if (to < pieces.length) {
      let cut = to;
      while (cut > from && pieces[cut]?.sentence === pieces[cut - 1]?.sentence) cut -= 1;
      if (cut > from) to = cut;
    }
    windows.push(pieces.slice(from, to));
    from = to;
  }
  const { first, last } = windowsMax;
  return windows.length <= first + last
    ? windows
    : [...windows.slice(0, first), ...windows.slice(-last)];
}

/** The sentence whose pieces add most to an act. */
function carrierOf(window: readonly Piece[], shares: Float32Array, output: number): number {
  const sums = new Map<number, number>();
  for (const [at, { sentence }] of window.entries()) {
    sums.set(sentence, (sums.get(sentence) ?? 0) + (shares[at * acts.length + output] ?? 0));
  }
  let best = window[0]?.sentence ?? 0;
  for (const [sentence, sum] of sums) if (sum > (sums.get(best) ?? 0)) best = sentence;
  return best;
}
