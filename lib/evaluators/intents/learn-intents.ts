import type { DeclaredCase, IntentModel, IntentReport } from "@/lib/domain/case/intent-model";
import { intentSpelling } from "@/lib/domain/case/intent-spelling";
import { denseFeatures } from "@/lib/learning/features";
import { fitLogistic } from "@/lib/learning/fit-logistic";
import { issueWords } from "../same-issue/issue-words";
import { certainEnough, certaintyOf } from "./infer-intent";
import { indexIntents, nearestIntent, placesOf } from "./nearest-intent";

export type LearnedIntents = { readonly model: IntentModel; readonly report: IntentReport };

/** Minimum number of cases per intent. */
const casesMin = 5;
const intentsMin = 2;
/** Minimum number of cases with a word; a rarer word may be somebody's name. */
const sharedBy = 2;
const weightsMost = 500;
const folds = 5;

/**
 * Fits an intent model to a workspace's cases. The threshold and its accuracy are estimated by cross-validation, half
 * by customer and half by intent: many cases that declare no intent have one that no other case has.
 * @param cases in any order
 * @returns null if fewer than two intents have five cases each
 */
export function learnIntents(cases: readonly DeclaredCase[]): LearnedIntents | null {
  const rows = readRows(cases);
  const known = [...countBy(rows, ({ spelling }) => spelling)]
    .filter(([, count]) => count >= casesMin)
    .map(([spelling]) => spelling)
    .sort();
  if (known.length < intentsMin) return null;
  const trials = tryOut(rows, known);
  const nearness = fitNearness(rows, known);
  const report = {
    cases: rows.filter(({ spelling }) => known.includes(spelling)).length,
    intents: known.length,
    ...judge(trials),
  };
  return { model: { ...nearness, certainty: fitCertainty(trials) }, report };
}

type Row = {
  readonly spelling: string;
  readonly intent: string;
  readonly texts: readonly string[];
  readonly fold: number;
};

/** The cases with usable words in order of time; a customer's cases share a fold. */
function readRows(cases: readonly DeclaredCase[]): readonly Row[] {
  const ordered = cases.toSorted(
    (a, b) => (a.openedUs ?? 0) - (b.openedUs ?? 0) || (a.caseId < b.caseId ? -1 : 1),
  );
  const customers = new Map<string, number>();
  return ordered.flatMap(({ caseId, customerId, intent, opening }) => {
    const texts = issueWords(opening);
    if (texts === null) return [];
    const key = customerId === null ? `case ${caseId}` : `customer ${customerId}`;
    const rank = customers.get(key) ?? customers.size;
    customers.set(key, rank);
    return [{ spelling: intentSpelling(intent), intent, texts, fold: rank % folds }];
  });
}

/** The nearest intent by a model that was not fitted to the case's customer, or not to its intent. */
type Trial = {
  readonly fold: number;
  readonly isUnseen: boolean;
  readonly isRight: boolean;
  readonly signs: readonly number[] | null;
};

function tryOut(rows: readonly Row[], known: readonly string[]): readonly Trial[] {
  return Array.from({ length: folds }, (_, fold) => {
    const others = rows.filter((row) => row.fold !== fold);
    const own = rows.filter((row) => row.fold === fold);
    const left = known.filter((_spelling, index) => index % folds === fold);
    const unseen = rows.filter(({ spelling }) => left.includes(spelling));
    const kept = known.filter((spelling) => !left.includes(spelling));
    return [...predict(others, known, own, fold), ...predict(rows, kept, unseen, fold)];
  }).flat();
}

/** Applies a model fitted to some cases to others. */
function predict(
  learned: readonly Row[],
  known: readonly string[],
  asked: readonly Row[],
  fold: number,
): readonly Trial[] {
  const index = indexIntents(fitNearness(learned, known));
  return asked.map(({ spelling, texts }) => {
    const nearest = nearestIntent(index, texts);
    return {
      fold,
      isUnseen: !known.includes(spelling),
      isRight: nearest !== null && known[nearest.intent] === spelling,
      signs: nearest?.signs ?? null,
    };
  });
}

function fitCertainty(trials: readonly Trial[]): IntentModel["certainty"] {
  const examples = trials.flatMap(({ signs, isRight }) =>
    signs === null ? [] : [{ features: denseFeatures(signs), label: isRight ? 1 : 0 }],
  );
  const { intercept, weights } = fitLogistic(examples, { size: 3, l2: 0.01 });
  return { intercept: short(intercept), weights: Array.from(weights, short) };
}

/** The results of each fold at the threshold chosen on the other folds. */
function judge(trials: readonly Trial[]): Pick<IntentReport, "heldOut" | "unseen"> {
  const counts = {
    heldOut: { asked: 0, right: 0, wrong: 0 },
    unseen: { asked: 0, right: 0, wrong: 0 },
  };
  for (let fold = 0; fold < folds; fold += 1) {
    const certainty = fitCertainty(trials.filter((trial) => trial.fold !== fold));
    for (const { isUnseen, isRight, signs } of trials.filter((trial) => trial.fold === fold)) {
      const count = isUnseen ? counts.unseen : counts.heldOut;
      count.asked += 1;
      const isAnswered = signs !== null && certaintyOf(certainty, signs) >= certainEnough;
      if (isAnswered && isRight) count.right += 1;
      if (isAnswered && !isRight) count.wrong += 1;
    }
  }
  return counts;
}

/** Per intent the summed term vector of its cases, each normalised; ordered as `known`. */
function fitNearness(
  rows: readonly Row[],
  known: readonly string[],
): Pick<IntentModel, "intents" | "telling" | "newTelling"> {
  const uses = countBy(
    rows.flatMap(({ texts }) => placesOf(texts)),
    (place) => place,
  );
  const idfOf = (count: number) => short(Math.log((rows.length + 1) / (count + 0.5)));
  const idfs = [...uses]
    .filter(([, count]) => count >= sharedBy)
    .map(([place, count]): [number, number] => [place, idfOf(count)])
    .sort(([a], [b]) => a - b);
  const shared = { telling: idfs, newTelling: idfOf(0) };
  const { idf: idf } = indexIntents({ ...shared, intents: [] });
  const isShared = (place: number) => (uses.get(place) ?? 0) >= sharedBy;
  const intents = known.map((spelling) => {
    const own = rows.filter((row) => row.spelling === spelling);
    const name = mostUsed(own.map(({ intent }) => intent));
    return { name, cases: own.length, weights: weightsOf(own, idf, isShared) };
  });
  return { ...shared, intents };
}

function weightsOf(
  rows: readonly Row[],
  idf: (place: number) => number,
  isShared: (place: number) => boolean,
): [number, number][] {
  const sums = new Map<number, number>();
  for (const { texts } of rows) {
    const places = placesOf(texts);
    const size = Math.sqrt(places.reduce((sum, place) => sum + idf(place) ** 2, 0));
    for (const place of places.filter(isShared)) {
      sums.set(place, (sums.get(place) ?? 0) + idf(place) / size);
    }
  }
  const scale = Math.sqrt([...sums.values()].reduce((sum, each) => sum + each * each, 0)) || 1;
  return [...sums]
    .map(([place, sum]): [number, number] => [place, short(sum / scale)])
    .sort(([a, one], [b, other]) => other - one || a - b)
    .slice(0, weightsMost);
}

function countBy<Thing, Key>(
  things: readonly Thing[],
  keyOf: (thing: Thing) => Key,
): ReadonlyMap<Key, number> {
  const counts = new Map<Key, number>();
  for (const thing of things) counts.set(keyOf(thing), (counts.get(keyOf(thing)) ?? 0) + 1);
  return counts;
}

function mostUsed(names: readonly string[]): string {
  const [first] = [...countBy(names, (name) => name)].sort(
    ([a, one], [b, other]) => other - one || (a < b ? -1 : 1),
  );
  return first?.[0] ?? "";
}

function short(value: number): number {
  return Number(value.toPrecision(4));
}
