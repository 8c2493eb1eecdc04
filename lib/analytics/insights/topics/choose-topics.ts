import { leastCases, type Phrase } from "./common-phrases";

/** By case, the number of its topic; `none`: it has none. */
export type Chosen = Int32Array;
export const none = -1;

/** Of the weight of its phrases, a case's topic has this much; else it is about several things, or none. */
const ownShareMin = 0.25;
/** Cases of topics that turn out too small are given another, so often. */
const rounds = 3;

/**
 * Chooses each case's topic: first the group of phrases that it has most of by weight, then the topic in whose cases
 * its phrases are used most.
 * @param has positions of each case's phrases, ascending @param groupOf the group of each phrase
 */
export function chooseTopics(
  has: readonly (readonly number[])[],
  phrases: readonly Phrase[],
  groupOf: Uint32Array,
): Chosen {
  const least = leastCases(has.length);
  const byGroup = (among: ReadonlySet<number> | null) =>
    Int32Array.from(has, (places) => heaviest(places, phrases, votesByGroup(groupOf, among)));
  let chosen: Chosen = byGroup(null);
  for (let round = 0; round < rounds; round += 1) chosen = byGroup(largeOnes(chosen, least));
  chosen = withoutSmall(chosen, least);
  const votes = votesByUse(has, phrases, chosen);
  const used = Int32Array.from(has, (places, at) =>
    heaviest(places, phrases, (phrase) => votes(phrase, chosen[at] ?? none)),
  );
  return withoutSmall(used, least);
}

/** How much of a phrase's weight is for which topic. */
type Votes = (phrase: number) => Iterable<readonly [topic: number, share: number]>;

function votesByGroup(groupOf: Uint32Array, among: ReadonlySet<number> | null): Votes {
  return (phrase) => {
    const group = groupOf[phrase] ?? none;
    return among === null || among.has(group) ? [[group, 1]] : [];
  };
}

/** A phrase is for each topic by the share of its other cases that are of it. */
function votesByUse(
  has: readonly (readonly number[])[],
  phrases: readonly Phrase[],
  chosen: Chosen,
): (phrase: number, own: number) => Iterable<readonly [number, number]> {
  const uses = phrases.map(() => new Map<number, number>());
  has.forEach((places, at) => {
    const topic = chosen[at] ?? none;
    if (topic === none) return;
    for (const phrase of places) {
      const counts = uses[phrase];
      counts?.set(topic, (counts.get(topic) ?? 0) + 1);
    }
  });
  return (phrase, own) => {
    const others = Math.max(1, (phrases[phrase]?.cases ?? 0) - 1);
    return [...(uses[phrase] ?? [])].map(
      ([topic, count]) => [topic, (count - Number(topic === own)) / others] as const,
    );
  };
}

function heaviest(places: readonly number[], phrases: readonly Phrase[], votesOf: Votes): number {
  const weights = new Map<number, number>();
  let all = 0;
  for (const at of places) {
    const weight = phrases[at]?.weight ?? 0;
    all += weight;
    for (const [topic, share] of votesOf(at))
      weights.set(topic, (weights.get(topic) ?? 0) + share * weight);
  }
  const [first] = [...weights].sort(([a, one], [b, other]) => other - one || a - b);
  return first === undefined || first[1] < ownShareMin * all ? none : first[0];
}

function largeOnes(chosen: Chosen, least: number): ReadonlySet<number> {
  const counts = new Map<number, number>();
  for (const topic of chosen) counts.set(topic, (counts.get(topic) ?? 0) + 1);
  counts.delete(none);
  return new Set([...counts].filter(([, count]) => count >= least).map(([topic]) => topic));
}

function withoutSmall(chosen: Chosen, least: number): Chosen {
  const large = largeOnes(chosen, least);
  return chosen.map((topic) => (large.has(topic) ? topic : none));
}
