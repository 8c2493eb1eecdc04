import type { Features } from "@/lib/learning/features";
import { fitLogistic } from "@/lib/learning/fit-logistic";
import { quantise, type StoredModel } from "@/lib/learning/quantise";
import {
  emotionFeatures,
  emotionSize,
  hashedPlaces,
} from "@/lib/evaluators/customer-sentiment/emotion-features";
import { feelingKinds } from "@/lib/evaluators/customer-sentiment/feeling-words";

export type LabelledText = { readonly text: string; readonly label: number };

/** Weight of an emotion kind, alone and in a pair. */
const kindScale = { alone: 10, paired: 5 };

/** Fits word weights of frustration; inverse document frequency is multiplied into the weights. */
export function fitFrustration(texts: readonly LabelledText[]): StoredModel {
  const examples = texts.map(({ text, label }) => ({ features: emotionFeatures(text), label }));
  const counts = new Float64Array(emotionSize);
  for (const { features } of examples) {
    for (const place of features.places) counts[place] = (counts[place] ?? 0) + 1;
  }
  const scales = counts.map((count, place) =>
    place < hashedPlaces ? Math.log((examples.length + 1) / (count + 1)) : scaleOfKind(place),
  );
  const weighed = examples.map(({ features, label }) => ({
    features: scaled(features, scales),
    label,
  }));
  const { intercept, weights } = fitLogistic(weighed, { size: emotionSize, l2: 10, stepsMax: 40 });
  return quantise({
    intercept,
    weights: scales.map((scale, place) => scale * (weights[place] ?? 0)),
  });
}

function scaleOfKind(place: number): number {
  const [one, other] = [
    Math.floor((place - hashedPlaces) / feelingKinds),
    (place - hashedPlaces) % feelingKinds,
  ];
  return one === other ? kindScale.alone : kindScale.paired;
}

function scaled({ places, values }: Features, scales: Float64Array): Features {
  return {
    places,
    values: values.map((value, index) => value * (scales[places[index] ?? -1] ?? 0)),
  };
}
