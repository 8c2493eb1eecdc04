import { findCandidates } from "@/lib/ingest/mask/find/find-candidates";
import { requests } from "@/lib/ingest/mask/tagger/cues";
import { featureWidth, placeBits, wordPositions } from "@/lib/ingest/mask/tagger/features";
import { readLexicon, type StoredLexicon } from "@/lib/ingest/mask/tagger/lexicon";
import {
  createFactsReader,
  readTokens,
  tagCount,
  tags,
  type FactsReader,
} from "@/lib/ingest/mask/tagger/read-tokens";
import type { StoredTagger } from "@/lib/ingest/mask/tagger/tagger";
import { fitChain, type ChainExample } from "@/lib/learning/fit-chain";
import { quantise } from "@/lib/learning/quantise";
import type { DataRow } from "./data-sets";
import { fitLexicon } from "./fit-lexicon";
import { unknownTag } from "./personal-phrases";
import type { PiiText } from "./pii-text";
import { textsOfRow } from "./pii-texts";

const epochs = 4;
const rate = 0.1;
const seed = 5;

/** Fits the tagger of names, addresses and numbers. */
export function fitTagger(rows: readonly DataRow[]): StoredTagger {
  const { shipped, thinned } = fitLexicon(rows);
  const examplesOf = examplesReader(thinned);
  const chain = fitChain(rows.flatMap(examplesOf), {
    tags: tagCount,
    size: 1 << placeBits,
    width: featureWidth,
    epochs,
    rate,
    dropped: { positions: wordPositions, share: 0.3 },
    seed,
  });
  return {
    lexicon: shipped,
    weights: quantise({ intercept: 0, weights: chain.weights }),
    moves: Array.from(chain.moves, (move) => Number(move.toPrecision(6))),
  };
}

type ExamplesReader = (row: DataRow) => readonly ChainExample[];

/** Cache of the last lexicon's examples, shared by fits that leave out rows of other sets. */
let lastReader: { readonly lexicon: string; readonly examplesOf: ExamplesReader } | null = null;

function examplesReader(lexicon: StoredLexicon): ExamplesReader {
  const written = JSON.stringify(lexicon);
  if (lastReader?.lexicon === written) return lastReader.examplesOf;
  const facts = createFactsReader(readLexicon(lexicon));
  const known = new WeakMap<DataRow, readonly ChainExample[]>();
  const examplesOf: ExamplesReader = (row) => {
    const found = known.get(row);
    if (found !== undefined) return found;
    const examples = textsOfRow(row).flatMap((text) => exampleOf(text, facts) ?? []);
    known.set(row, examples);
    return examples;
  };
  lastReader = { lexicon: written, examplesOf };
  return examplesOf;
}

const anyTag = 15;

/** @returns null if the text cannot hold personal data */
function exampleOf(given: PiiText, facts: FactsReader): ChainExample | null {
  // Answers to questions for secrets are found by a rule, independent of their words.
  const requested = given.requested & ~requests.secret;
  const known = findCandidates(given.text, { hint: null, requested: requested, tag: () => [] });
  const read = readTokens(given.text, known, given.requested, facts);
  if (read === null) return null;
  const allowed = read.possible.map((possible, at) => {
    const token = read.tokens[at];
    if (possible !== anyTag || token === undefined) return possible;
    const span = given.spans.find(({ start, end }) => start < token.end && token.start < end);
    return span?.tag === unknownTag ? possible : 1 << (span?.tag ?? tags.none);
  });
  return { places: read.places, allowed, possible: read.possible, weight: given.weight };
}
