import { hashFeature } from "@/lib/learning/hash-feature";
import { roleOf, roles } from "@/lib/ingest/mask/tagger/cues";
import { storeLexicon, type StoredLexicon } from "@/lib/ingest/mask/tagger/lexicon";
import type { DataRow } from "./data-sets";
import { englishFirstNames, nameWords } from "./known-names";
import { thingWords } from "./known-things";

const lowerWord = /(?<![\p{L}\p{N}_])\p{Ll}+(?:['’]\p{Ll}+)?(?![\p{L}\p{N}_])/gu;
const leastSeen = 2;
const ranksMost = 7;
const plainMost = 600;

/**
 * Builds the lexicon: frequency ranks, common impersonal words, names of persons, and words in names of places, brands
 * and products. For training, a quarter of the names and things is left out, since real ones are often unknown.
 */
export function fitLexicon(rows: readonly DataRow[]): {
  readonly shipped: StoredLexicon;
  readonly thinned: StoredLexicon;
} {
  const seen = countWords(rows);
  const ranks = new Map<string, number>();
  for (const [word, times] of seen) {
    if (times >= leastSeen) ranks.set(word, Math.min(ranksMost, Math.ceil(Math.log2(times) / 2)));
  }
  const plain = [...seen.keys()]
    .filter((word) => roleOf(word) === roles.none && !englishFirstNames.has(word))
    .sort((a, b) => (seen.get(b) ?? 0) - (seen.get(a) ?? 0))
    .slice(0, plainMost);
  const common = { plain, ordinary: ordinaryWords(rows, ranks) };
  const isKept = (word: string): boolean => hashFeature(word, 16) % 4 !== 0;
  return {
    shipped: storeLexicon(ranks, common, { names: nameWords, things: thingWords }),
    thinned: storeLexicon(ranks, common, {
      names: nameWords.filter(isKept),
      things: thingWords.filter((word) => isKept(`thing ${word}`)),
    }),
  };
}

const anyWord = /(?<![\p{L}\p{N}_])\p{L}\p{Ll}+(?![\p{L}\p{N}_])/gu;
const serviceSets: ReadonlySet<string> = new Set([
  "intent.clinc150",
  "resolution.tau",
  "satisfaction.star",
]);
const ordinaryLeast = 3;

/** Words of service talk without a rank, written in lower case at least as often as with a capital. */
function ordinaryWords(
  rows: readonly DataRow[],
  ranks: ReadonlyMap<string, number>,
): readonly string[] {
  const lower = new Map<string, number>();
  const upper = new Map<string, number>();
  for (const { dataSet, domain, messages } of rows) {
    // A conversation about several services cannot be left out with one of them.
    if (!serviceSets.has(dataSet) || domain.includes("+")) continue;
    for (const { role, content } of messages) {
      if (role === "tool" || role === "system") continue;
      for (const [word] of content.matchAll(anyWord)) {
        const own = word.toLowerCase();
        const seen = own === word ? lower : upper;
        seen.set(own, (seen.get(own) ?? 0) + 1);
      }
    }
  }
  return [...lower]
    .filter(
      ([word, times]) =>
        times >= ordinaryLeast && times >= (upper.get(word) ?? 0) && !ranks.has(word),
    )
    .map(([word]) => word);
}

function countWords(rows: readonly DataRow[]): ReadonlyMap<string, number> {
  const seen = new Map<string, number>();
  for (const { dataSet, messages } of rows) {
    if (dataSet !== "tone.goemotions" && dataSet !== "intent.banking77") continue;
    for (const { content } of messages) {
      for (const [word] of content.replaceAll("’", "'").matchAll(lowerWord)) {
        seen.set(word, (seen.get(word) ?? 0) + 1);
      }
    }
  }
  return seen;
}
