import { searchWords } from "@/lib/analytics/filter/search-terms";
import { statement, type Connection, type WordCount, type WordIndex } from "./port";

/** The index of words in SQLite: `fts5`, whose vocabulary a connection sees through temporary tables. */
export function createWordIndex(connection: Pick<Connection, "prepare" | "exec">): WordIndex {
  const ask = <P extends unknown[], R = unknown>(sql: string) => statement<P, R>(connection, sql);
  /** The temporary tables go with a transaction that fails. */
  const withVocabulary = async <T>(read: () => Promise<T>): Promise<T> => {
    try {
      return await read();
    } catch (error) {
      if (!(error instanceof Error) || !error.message.startsWith("no such table: temp."))
        throw error;
      const of = (kind: string) => `USING fts5vocab('main', 'case_search', '${kind}')`;
      await connection.exec(`CREATE VIRTUAL TABLE IF NOT EXISTS temp.case_words ${of("instance")};
        CREATE VIRTUAL TABLE IF NOT EXISTS temp.case_word_counts ${of("row")}`);
      return read();
    }
  };
  const put: WordIndex["put"] = async (key, text) => {
    const sql = "INSERT INTO case_search (rowid, words) VALUES (?, ?)";
    // Cut already: to `fts5`, signs that are newer than its tables are letters.
    await ask<[number, string]>(sql).run(key, searchWords(text).join(" "));
  };
  return {
    put,
    fill: async (cases) => {
      for (const [key, text] of cases) await put(key, text);
    },
    endFill: () => Promise.resolve(),
    remove: async (key) => {
      await ask<[number]>("DELETE FROM case_search WHERE rowid = ?").run(key);
    },
    listKeys: async (words) => {
      // As one text: half the cost of rows where hundreds of thousands match.
      const sql = "SELECT group_concat(rowid) AS keys FROM case_search WHERE case_search MATCH ?";
      const match = words.map((word) => `"${word}"`).join(" ");
      const row = await ask<[string], { readonly keys: string | null }>(sql).get(match);
      return row?.keys ?? "";
    },
    keysBetween: async (word, range) => {
      // Numbers are bound as REAL, for which the index would read everything before the range as well.
      const sql = `SELECT rowid AS key FROM case_search WHERE case_search MATCH ?
        AND rowid BETWEEN CAST(? AS INTEGER) AND CAST(? AS INTEGER)`;
      const rows = await ask<[string, number, number], { readonly key: number }>(sql).all(
        `"${word}"`,
        ...range,
      );
      return rows.map(({ key }) => key);
    },
    sweep: () => connection.exec("INSERT INTO case_search (case_search) VALUES ('optimize')"),
    count: (word) =>
      withVocabulary(async () => {
        const sql = "SELECT doc AS cases FROM temp.case_word_counts WHERE term = ?";
        return (await ask<[string], { readonly cases: number }>(sql).get(word))?.cases ?? 0;
      }),
    following: (from) =>
      withVocabulary(async () => {
        const sql =
          "SELECT term AS word FROM temp.case_words WHERE term >= ? ORDER BY term LIMIT 1";
        return (await ask<[string], { readonly word: string }>(sql).get(from))?.word;
      }),
    counts: (from, limit) =>
      withVocabulary(() => {
        const sql = `SELECT term AS word, doc AS count FROM temp.case_word_counts
          WHERE term >= ? ORDER BY term LIMIT ?`;
        return ask<[string, number], WordCount>(sql).all(from, limit);
      }),
  };
}
