import { z } from "zod";
import { denseFeatures } from "@/lib/learning/features";
import { hashFeature } from "@/lib/learning/hash-feature";
import { logOdds, probabilityOf } from "@/lib/learning/linear-model";
import { readModel, storedModelSchema } from "@/lib/learning/quantise";
import { remember } from "../remember";
import { issueTerms, letterRuns, termPairs } from "./issue-terms";
import stored from "./weights.gen.json";

/** Term weights are hashed into 2^14 indices. */
export const termBits = 14;

const weightsSchema = z.object({
  /** Weight of each term; an unused index has the weight of a new term. */
  telling: storedModelSchema,
  likeness: z.object({ intercept: z.number(), weights: z.array(z.number()) }),
});
export type SameIssueWeights = z.infer<typeof weightsSchema>;

/** How specific a term is, 0 or more. */
export type TermWeight = (term: string) => number;

/** Probability that two customers' texts are about the same issue; null if one has no terms. */
export type SameIssueJudge = (a: readonly string[], b: readonly string[]) => number | null;

/**
 * Creates a judge from fitted weights.
 * @throws if they are invalid
 */
export function createSameIssueJudge(weights: unknown): SameIssueJudge {
  const { telling, likeness } = weightsSchema.parse(weights);
  const termWeight = termWeightOf(readModel(telling));
  return (a, b) => {
    if (shownBy(a).terms.size === 0 || shownBy(b).terms.size === 0) return null;
    return probabilityOf(logOdds(likeness, denseFeatures(likenessOf(a, b, termWeight))));
  };
}

/** Looks term weights up in a model. */
export function termWeightOf({ weights }: { readonly weights: ArrayLike<number> }): TermWeight {
  return (term) => weights[hashFeature(term, termBits)] ?? 0;
}

/** Memoised: a case is compared with many others. */
export const shownBy = remember((texts: readonly string[]) => ({
  terms: issueTerms(texts),
  runs: letterRuns(texts),
  pairs: termPairs(texts),
}));

/** Similarities of two texts; symmetric. */
export function likenessOf(
  a: readonly string[],
  b: readonly string[],
  telling: TermWeight,
): readonly number[] {
  const [shownA, shownB] = [shownBy(a), shownBy(b)];
  const [termsA, termsB] = [shownA.terms, shownB.terms];
  const terms = overlap(termsA, termsB, telling);
  const runs = overlap(shownA.runs, shownB.runs, telling);
  const pairs = overlap(shownA.pairs, shownB.pairs, telling);
  const most = Math.max(...[...termsA].map(telling), ...[...termsB].map(telling), 1);
  return [
    terms.cosine,
    terms.ofSmaller,
    terms.best / most,
    Math.sqrt(terms.cosine),
    runs.cosine,
    runs.ofSmaller,
    pairs.cosine,
    Math.sqrt(pairs.cosine),
    terms.best === 0 ? 1 : 0,
    Math.min(termsA.size, termsB.size) / 10,
  ];
}

function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>, telling: TermWeight) {
  let [shared, best] = [0, 0];
  for (const each of a) {
    if (!b.has(each)) continue;
    const weight = telling(each);
    shared += weight * weight;
    best = Math.max(best, weight);
  }
  const [sizeA, sizeB] = [sizeOf(a, telling), sizeOf(b, telling)];
  const product = Math.sqrt(sizeA * sizeB);
  return {
    cosine: product === 0 ? 0 : shared / product,
    ofSmaller: product === 0 ? 0 : shared / Math.min(sizeA, sizeB),
    best,
  };
}

function sizeOf(terms: ReadonlySet<string>, telling: TermWeight): number {
  let sum = 0;
  for (const term of terms) sum += telling(term) ** 2;
  return sum;
}

export const judgeSameIssue: SameIssueJudge = createSameIssueJudge(stored);
