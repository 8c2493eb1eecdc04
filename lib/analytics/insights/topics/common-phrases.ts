import type { Phrases } from "./read-phrases";

/** A phrase that enough customers said. */
export type Phrase = {
  readonly key: string;
  /** How most say it. */
  readonly words: string;
  /** Cases that have it. */
  readonly cases: number;
  /** How much it tells: the rarer, the more (inverse document frequency), and a pair more than a word. */
  readonly weight: number;
};

/** A request and whose it is. */
export type Read = { readonly customer: string; readonly phrases: Phrases };

/** A phrase counts from so many customers on: fewer could be one household. */
const customersMin = 3;
/** A phrase, and a topic, needs so many cases: five, and more where there are many. */
const casesMin = 5;
const casesShareMin = 0.008;
/** Commoner words could be about anything. */
const shareMost = 0.25;
const phrasesMost = 500;
/** A pair of words tells more than a word. */
export const pairWeight = 1.5;

/** The fewest cases of a topic, among so many. */
export function leastCases(count: number): number {
  return Math.max(casesMin, Math.ceil(count * casesShareMin));
}

type Tally = { readonly customers: Set<string>; readonly forms: Map<string, number> };

/** Lists the phrases that enough customers said and not too many, the most frequent first. */
export function commonPhrases(requests: readonly Read[]): readonly Phrase[] {
  const [least, most] = [leastCases(requests.length), requests.length * shareMost];
  return [...tally(requests)]
    .filter(([, { customers }]) => customers.size >= customersMin)
    .map(([key, { forms }]) => ({ key, forms, cases: sum(forms.values()) }))
    .filter(({ cases }) => cases >= least && cases <= most)
    .sort((a, b) => b.cases - a.cases || (a.key < b.key ? -1 : 1))
    .slice(0, phrasesMost)
    .map(({ key, forms, cases }) => ({
      ...{ key, cases, words: mostFrequent(forms) },
      weight: Math.log(requests.length / cases) * (isPair(key) ? pairWeight : 1),
    }));
}

/** Whether the phrase of a key is of two words. */
export function isPair(key: string): boolean {
  return key.includes(" ");
}

function tally(requests: readonly Read[]): ReadonlyMap<string, Tally> {
  const tallies = new Map<string, Tally>();
  const tallyOf = (key: string): Tally => {
    const known = tallies.get(key) ?? {
      customers: new Set<string>(),
      forms: new Map<string, number>(),
    };
    tallies.set(key, known);
    return known;
  };
  for (const { customer, phrases } of requests) {
    if (phrases.kind !== "read") continue;
    for (const [key, words] of phrases.said) {
      const { customers, forms } = tallyOf(key);
      customers.add(customer);
      forms.set(words, (forms.get(words) ?? 0) + 1);
    }
  }
  return tallies;
}

function sum(counts: Iterable<number>): number {
  let total = 0;
  for (const count of counts) total += count;
  return total;
}

function mostFrequent(forms: ReadonlyMap<string, number>): string {
  const [first] = [...forms].sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1));
  return first?.[0] ?? "";
}
