import "server-only";
import { everyCase, type CasesQuery } from "@/lib/analytics/filter/cases-query";
import { readSnapshot } from "@/lib/analytics/load/read-snapshot";
import type { SeenWorkspace } from "@/lib/analytics/load/seen-workspace";
import { readerOrEmpty } from "@/lib/analytics/load/workspace-reader";
import { wordPlaces, type WordPlace } from "@/lib/analytics/search/find-hits";
import { findNearWords } from "@/lib/store/search/near-words";
import type { CasesPageModel } from "./cases-page-model";
import { replaceMissing, type MissingWord, type NearWord } from "./missing-words";

/** Of a longer search the first words are looked at. */
const wordsMax = 6;
const nearMax = 3;

/**
 * The words of a list's search that no visible case has, each with the words near to it that lead to most cases under
 * the other filters; none where the list has cases.
 * @param asOfUs microseconds since 1970
 */
export async function loadMissingWords(
  seen: SeenWorkspace,
  { total, query }: Pick<CasesPageModel, "total" | "query">,
  asOfUs: number,
): Promise<readonly MissingWord[]> {
  if (total > 0 || query.text === "") return [];
  const places = wordPlaces(query.text).slice(0, wordsMax);
  const missing: WordPlace[] = [];
  for (const place of places) {
    const isLast = place === places.at(-1);
    // In quotes a word is finished.
    const text = isLast ? place.word : `"${place.word}"`;
    if ((await countCases(seen, { ...everyCase, text }, asOfUs)) === 0) missing.push(place);
  }
  const words: MissingWord[] = [];
  for (const place of missing) {
    const { start, end } = place;
    const near = await loadNear(seen, query, { missing, place }, asOfUs);
    words.push({ word: query.text.slice(start, end), near });
  }
  return words;
}

type Missing = { readonly missing: readonly WordPlace[]; readonly place: WordPlace };

async function loadNear(
  seen: SeenWorkspace,
  query: CasesQuery,
  { missing, place }: Missing,
  asOfUs: number,
): Promise<readonly NearWord[]> {
  const reader = await readerOrEmpty(seen.path);
  const near: NearWord[] = [];
  for (const word of await findNearWords(reader, place.word)) {
    const text = replaceMissing(query.text, missing, place, word);
    const replaced = { ...query, text, page: 1, peek: null };
    near.push({ word, cases: await countCases(seen, replaced, asOfUs), query: replaced });
  }
  return near
    .filter(({ cases }) => cases > 0)
    .sort((one, other) => other.cases - one.cases)
    .slice(0, nearMax);
}

function countCases(seen: SeenWorkspace, query: CasesQuery, asOfUs: number): Promise<number> {
  return readSnapshot(seen, query, asOfUs, (cases) => cases.selection().keys.length);
}
