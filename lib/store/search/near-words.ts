import { nearWords } from "@/lib/analytics/search/near-words";
import type { Database } from "../port";

/** Words that somebody says and that one wrong letter turns into a word, the most frequent first; at most eight. */
export function findNearWords(db: Database, word: string): Promise<readonly string[]> {
  return db.read(({ words }) =>
    nearWords(word, { casesWith: words.count, following: words.following }),
  );
}
