import { groupBy } from "@/lib/format/group-by";
import { chooseTopics, none, type Chosen } from "./choose-topics";
import { commonPhrases, isPair, pairWeight, type Phrase, type Read } from "./common-phrases";
import { groupByLikeness } from "./group-phrases";
import { phraseKey, readPhrases, type Phrases } from "./read-phrases";

/** How a case began, in the customer's words. */
export type Opening = {
  readonly key: number;
  readonly customerId: string | null;
  /** The customer's first messages of the first contact, in order. */
  readonly messages: readonly string[];
};

/** Words that customers use together, and the cases that use them most. */
export type Topic = {
  /** Of its phrases the one that tells it best, as customers say it: "late fee". */
  readonly name: string;
  /** Further phrases, the most telling first. */
  readonly also: readonly string[];
  /** Keys of its cases, ascending. */
  readonly cases: readonly number[];
};

export type Topics = {
  /** Most cases first, then by name. */
  readonly topics: readonly Topic[];
  /** Position in `topics` by case key. */
  readonly ofCase: ReadonlyMap<number, number>;
  /** Position in `topics` by phrase key: of the topic that uses it most. */
  readonly ofPhrase: ReadonlyMap<string, number>;
  /** Why a case without a topic has none, by case key. */
  readonly without: ReadonlyMap<number, "no-topic" | "no-words" | "other-language">;
};

/** From this mean cosine of their cases on, groups of phrases are one topic; chosen on the demo, by eye. */
const alikeFrom = 0.12;
const alsoMost = 4;
/** A topic is told by phrases of at least two of its cases, and of this share. */
const casesMin = 2;
const shareMin = 0.1;

/**
 * Finds what cases are about: phrases that occur in the same cases are one topic, and a case is of the topic in whose
 * cases its phrases are used most. The order of cases is of no importance.
 */
export function findTopics(openings: readonly Opening[]): Topics {
  const ordered = openings.toSorted((a, b) => a.key - b.key);
  const read = ordered.map(({ key, customerId, messages }): Read => ({
    customer: customerId ?? `case ${String(key)}`,
    phrases: readPhrases(messages),
  }));
  const phrases = commonPhrases(read);
  const places = new Map(phrases.map((phrase, at) => [phrase.key, at]));
  const has = read.map((each) => placesOf(each.phrases, places));
  const groups = groupByLikeness(phrases.length, likenessOf(has, phrases), alikeFrom);
  const groupOf = new Uint32Array(phrases.length);
  groups.forEach((members, group) => {
    for (const at of members) groupOf[at] = group;
  });
  const chosen = chooseTopics(has, phrases, groupOf);
  const topics = describe(ordered, has, phrases, chosen);
  const ofCase = new Map(topics.flatMap(({ cases }, at) => cases.map((key) => [key, at] as const)));
  return {
    ...{ topics, ofCase, ofPhrase: usersOf(ordered, has, phrases, ofCase) },
    without: new Map(
      ordered.flatMap(({ key }, at) =>
        ofCase.has(key) ? [] : [[key, reasonOf(read[at]?.phrases.kind)] as const],
      ),
    ),
  };
}

/** The topic of a phrase, in any of its forms; undefined: none uses it. */
export function topicNamed({ topics, ofPhrase }: Topics, name: string): Topic | undefined {
  return topics[ofPhrase.get(phraseKey(name)) ?? none];
}

function reasonOf(kind: Phrases["kind"] | undefined) {
  return kind === "other-language" || kind === "no-words" ? kind : "no-topic";
}

/** Positions of a case's phrases, ascending. */
function placesOf(read: Phrases, places: ReadonlyMap<string, number>): readonly number[] {
  if (read.kind !== "read") return [];
  return [...read.said.keys()].flatMap((key) => places.get(key) ?? []).sort((a, b) => a - b);
}

/** By two phrases the cosine of the cases that have them: both, by the geometric mean of either. */
function likenessOf(has: readonly (readonly number[])[], phrases: readonly Phrase[]) {
  const count = phrases.length;
  const alike = new Float64Array(count * count);
  for (const places of has) {
    for (const one of places) {
      for (const other of places)
        alike[one * count + other] = (alike[one * count + other] ?? 0) + 1;
    }
  }
  phrases.forEach((one, row) => {
    phrases.forEach((other, column) => {
      const at = row * count + column;
      alike[at] = (alike[at] ?? 0) / Math.sqrt(one.cases * other.cases);
    });
  });
  return alike;
}

function describe(
  openings: readonly Opening[],
  has: readonly (readonly number[])[],
  phrases: readonly Phrase[],
  chosen: Chosen,
): readonly Topic[] {
  const all = [...openings.keys()].filter((at) => (chosen[at] ?? none) !== none);
  return [...groupBy(all, (at) => chosen[at] ?? none).values()]
    .map((members) => {
      const [name = "", ...also] = distinctivePhrases(
        members.map((at) => has[at] ?? []),
        phrases,
      );
      const cases = members.flatMap((at) => openings[at]?.key ?? []);
      return { name, also: also.slice(0, alsoMost), cases };
    })
    .sort((a, b) => b.cases.length - a.cases.length || (a.name < b.name ? -1 : 1));
}

/** Phrases of a topic's cases by how many have them, and how few others; none that repeats a word of another. */
function distinctivePhrases(
  has: readonly (readonly number[])[],
  phrases: readonly Phrase[],
): readonly string[] {
  const ranked = [...countPlaces(has)]
    .flatMap(([at, count]) => {
      const phrase = phrases[at];
      if (phrase === undefined || count < Math.max(casesMin, has.length * shareMin)) return [];
      const score = (count * count) / phrase.cases;
      return [{ phrase, score: score * (isPair(phrase.key) ? pairWeight : 1) }];
    })
    .sort((a, b) => b.score - a.score || (a.phrase.key < b.phrase.key ? -1 : 1));
  const used = new Set<string>();
  return ranked.flatMap(({ phrase: { key, words } }) => {
    const own = key.split(" ");
    if (own.some((word) => used.has(word))) return [];
    for (const word of own) used.add(word);
    return [words];
  });
}

function countPlaces(has: readonly (readonly number[])[]): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const places of has) {
    for (const at of places) counts.set(at, (counts.get(at) ?? 0) + 1);
  }
  return counts;
}

/** By phrase key the position of the topic that uses it most. */
function usersOf(
  openings: readonly Opening[],
  has: readonly (readonly number[])[],
  phrases: readonly Phrase[],
  ofCase: ReadonlyMap<number, number>,
): ReadonlyMap<string, number> {
  const uses = phrases.map(() => new Map<number, number>());
  has.forEach((places, at) => {
    const topic = ofCase.get(openings[at]?.key ?? NaN);
    if (topic === undefined) return;
    for (const phrase of places) {
      const counts = uses[phrase];
      counts?.set(topic, (counts.get(topic) ?? 0) + 1);
    }
  });
  return new Map(
    phrases.flatMap(({ key }, at) => {
      const [first] = [...(uses[at] ?? [])].sort(([a, one], [b, other]) => other - one || a - b);
      return first === undefined ? [] : [[key, first[0]] as const];
    }),
  );
}
