import type { Features } from "@/lib/learning/features";
import { fitLogistic } from "@/lib/learning/fit-logistic";
import { quantise, type StoredModel } from "@/lib/learning/quantise";
import { emotionBits, emotionFeatures } from "@/lib/evaluators/customer-sentiment/emotion-features";

export type LabelledText = { readonly text: string; readonly label: number };

const size = 1 << emotionBits;

/**
 * Fits the words of frustration: rare words weigh more (inverse document frequency), which goes into
 * the weights, so that who reads them need not know it.
 */
export function fitFrustration(texts: readonly LabelledText[]): StoredModel {
  const examples = texts.map(({ text, label }) => ({ features: emotionFeatures(text), label }));
  const counts = new Float64Array(size);
  for (const { features } of examples) {
    for (const place of features.places) counts[place] = (counts[place] ?? 0) + 1;
  }
  const rarity = counts.map((count) => Math.log((examples.length + 1) / (count + 1)));
  const weighed = examples.map(({ features, label }) => ({
    features: scaled(features, rarity),
    label,
  }));
  const { intercept, weights } = fitLogistic(weighed, { size, l2: 15, stepsMax: 30 });
  return quantise({
    intercept,
    weights: rarity.map((scale, place) => scale * (weights[place] ?? 0)),
  });
}

function scaled({ places, values }: Features, scales: Float64Array): Features {
  return {
    places,
    values: values.map((value, index) => value * (scales[places[index] ?? -1] ?? 0)),
  };
}
