import type { Message, Quote } from "@/lib/domain/case/case";
import type { Sentence } from "@/lib/cases/words/sentences";
import { maskedPattern } from "@/lib/domain/privacy/pseudonym";
import { remember } from "../remember";
import { issueTerms } from "../same-issue/issue-terms";
import { sentencesOf } from "../sentences-of";
import { contentWords } from "../slots/content-words";

/** Two sentences that share fewer terms may be alike by their courtesy alone. */
const sharedMin = 2;
/** Sentences of each side that are compared, the first. */
const sentencesMax = 40;
const charactersMax = 400;
/** Words with which a customer says who they are, not what they want. */
const identifying =
  /\b(user|id|name|named|e-?mail|zip|code|number|hi|hello|assist\w*|help\w*|today|now|could|would|getting|started|couple|things?|few|some)\b/gi;

/** Somebody else's words. */
const quoted = /["“][^"”]{0,200}["”]/g;

/** A sentence and the later one that repeats it. */
export type RepeatedSentence = {
  readonly earlier: Quote;
  readonly later: Quote;
  /** The number of terms that they share, times their share of both. */
  readonly likeness: number;
};

/** A sentence of a message, with its terms. */
type StemmedSentence = {
  readonly quote: Quote;
  readonly words: string;
  readonly terms: ReadonlySet<string>;
};

/**
 * The sentence of the later messages that repeats most of one of the earlier, and that one: by the words that say
 * something, names and identifiers aside.
 * @returns null if no two sentences share any such words but a single one
 */
export function findRepeatedSentence(
  earlier: readonly Message[],
  later: readonly Message[],
): RepeatedSentence | null {
  const known = differingSentences(earlier);
  const pairs = differingSentences(later).flatMap((said) =>
    known.map((given) => ({ given, said, score: likeness(given, said) })),
  );
  const best = pairs.reduce<(typeof pairs)[number] | null>(
    (most, pair) => (pair.score > (most?.score ?? 0) ? pair : most),
    null,
  );
  return best === null
    ? null
    : { earlier: best.given.quote, later: best.said.quote, likeness: best.score };
}

/** What is said in every message, word for word, is no matter. */
function differingSentences(messages: readonly Message[]): readonly StemmedSentence[] {
  const sentences = messages.flatMap(sentencesWithStems);
  const times = new Map<string, number>();
  for (const { words } of sentences) times.set(words, (times.get(words) ?? 0) + 1);
  return sentences.filter(({ words }) => times.get(words) === 1).slice(0, sentencesMax);
}

const sentencesWithStems = remember((message: Message): readonly StemmedSentence[] =>
  sentencesOf(message)
    .slice(0, sentencesMax)
    .map(({ start, end, text }) => ({
      quote: { message: message.ordinal, start, end },
      words: text.slice(0, charactersMax),
      terms: termsOf(text),
    })),
);

function termsOf(text: Sentence["text"]): ReadonlySet<string> {
  const plain = text
    .slice(0, charactersMax)
    .replaceAll(maskedPattern, " ")
    .replaceAll(quoted, " ")
    .replaceAll(identifying, " ");
  return issueTerms(contentWords(plain));
}

/** The number of shared terms, times their share of both. */
function likeness({ terms: one }: StemmedSentence, { terms: other }: StemmedSentence): number {
  const shared = [...one].filter((term) => other.has(term)).length;
  return shared < sharedMin ? 0 : (shared * shared) / Math.sqrt(one.size * other.size);
}
