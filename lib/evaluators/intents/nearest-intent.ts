import type { IntentModel } from "@/lib/domain/case/intent-model";
import { hashFeature } from "@/lib/learning/hash-feature";
import { remember } from "../remember";
import { shownBy } from "../same-issue/same-issue";

/** Feature space of 2^16 dimensions. */
const placeBits = 16;

/** The index of a term, letter n-gram or pair of terms. */
export function featureIndex(feature: string): number {
  return hashFeature(feature, placeBits);
}

/** The feature indices of opening texts: terms, letter n-grams, pairs of terms; each once. */
export const placesOf = remember((texts: readonly string[]): readonly number[] => {
  const { terms, runs, pairs } = shownBy(texts);
  return [...new Set([...terms, ...runs, ...pairs].map(featureIndex))];
});

export type IntentIndex = {
  readonly idf: (place: number) => number;
  /** The intents with a weight at an index, by position. */
  readonly speaksFor: (place: number) => readonly (readonly [intent: number, weight: number])[];
};

/** Indexes a model for lookup. */
export function indexIntents(
  model: Pick<IntentModel, "intents" | "telling" | "newTelling">,
): IntentIndex {
  const idf = new Map(model.telling);
  const spoken = new Map<number, [number, number][]>();
  for (const [intent, { weights }] of model.intents.entries()) {
    for (const [place, weight] of weights) {
      const own = spoken.get(place);
      if (own === undefined) spoken.set(place, [[intent, weight]]);
      else own.push([intent, weight]);
    }
  }
  return {
    idf: (place) => idf.get(place) ?? model.newTelling,
    speaksFor: (place) => spoken.get(place) ?? [],
  };
}

/** The nearest intent by position, and features for its certainty. */
export type NearestIntent = { readonly intent: number; readonly signs: readonly number[] };

/**
 * Finds the intent with the highest cosine similarity of IDF-weighted features.
 * @returns null if no feature has a weight for any intent
 */
export function nearestIntent(
  { idf, speaksFor }: IntentIndex,
  texts: readonly string[],
): NearestIntent | null {
  const likeness = new Map<number, number>();
  let [size, known] = [0, 0];
  for (const place of placesOf(texts)) {
    const weight = idf(place);
    size += weight * weight;
    const intents = speaksFor(place);
    if (intents.length > 0) known += weight * weight;
    for (const [intent, count] of intents) {
      likeness.set(intent, (likeness.get(intent) ?? 0) + weight * count);
    }
  }
  const [first, second] = [...likeness].sort(([a, one], [b, other]) => other - one || a - b);
  if (first === undefined) return null;
  const scale = Math.sqrt(size);
  const [best, next] = [first[1] / scale, (second?.[1] ?? 0) / scale];
  return { intent: first[0], signs: [best, best - next, known / size] };
}
