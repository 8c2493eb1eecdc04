import { nearWords } from "@/lib/analytics/search/near-words";
import { statement, type Database } from "../port";
import { openVocabulary } from "./match-words";

/** Words that somebody says and that one wrong letter turns into a word, the most frequent first; at most eight. */
export function findNearWords(db: Database, word: string): Promise<readonly string[]> {
  return db.read(async (connection) => {
    await openVocabulary(connection);
    const countSql = "SELECT doc AS cases FROM temp.case_word_counts WHERE term = ?";
    const counted = statement<[string], { readonly cases: number }>(connection, countSql);
    const nextSql =
      "SELECT term AS word FROM temp.case_words WHERE term >= ? ORDER BY term LIMIT 1";
    const following = statement<[string], { readonly word: string }>(connection, nextSql);
    return nearWords(word, {
      casesWith: async (term) => (await counted.get(term))?.cases ?? 0,
      following: async (from) => (await following.get(from))?.word,
    });
  });
}
