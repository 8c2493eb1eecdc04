import { searchWords } from "@/lib/analytics/filter/search-terms";
import { mapInOrder } from "@/lib/domain/in-order";
import { statement, type Connection, type WordCount, type WordIndex } from "../port";

/**
 * The index of words in PostgreSQL: each case's words as one or several `tsvector`, and a row for each word with how many
 * cases have it, which is also the order of words.
 */
export function createPostgresWords(
  connection: Pick<Connection, "prepare" | "insertRows">,
): WordIndex {
  const ask = <P extends unknown[], R = unknown>(sql: string) => statement<P, R>(connection, sql);
  const remove = async (key: number) => {
    const sql =
      "DELETE FROM case_search WHERE rowid = ? RETURNING tsvector_to_array(words) AS words";
    const parts = await ask<[number], { readonly words: string[] }>(sql).all(key);
    const fewer = "UPDATE case_words SET cases = cases - 1 WHERE word = ANY(CAST(? AS text[]))";
    const none = "DELETE FROM case_words WHERE cases = 0 AND word = ANY(CAST(? AS text[]))";
    await mapInOrder(parts, async ({ words }) => {
      await ask<[string[]]>(fewer).run(words);
      await ask<[string[]]>(none).run(words);
    });
  };
  return {
    put: async (key, text) => {
      await remove(key);
      const sql =
        "INSERT INTO case_search (rowid, part, words) VALUES (?, ?, array_to_tsvector(CAST(? AS text[])))";
      const more = `INSERT INTO case_words (word, cases) SELECT unnest(CAST(? AS text[])), 1
        ON CONFLICT (word) DO UPDATE SET cases = case_words.cases + 1`;
      await mapInOrder([...partsOf(text).entries()], async ([part, words]) => {
        await ask<[number, number, string[]]>(sql).run(key, part, words);
        await ask<[string[]]>(more).run(words);
      });
    },
    fill: (cases) =>
      connection.insertRows(
        "case_search",
        ["rowid", "part", "words"],
        cases.flatMap(([key, text]) =>
          partsOf(text).map((words, part) => [key, part, words.map(quoted).join(" ")]),
        ),
      ),
    // Counted once: the commonest words have a row that each case would change.
    endFill: async () => {
      await ask<[]>("DELETE FROM case_words").run();
      const sql = `INSERT INTO case_words (word, cases)
        SELECT word, ndoc FROM ts_stat('SELECT words FROM case_search')`;
      await ask<[]>(sql).run();
    },
    remove,
    listKeys: async (words) => {
      // Each word by itself: of one case they may be in several parts.
      const each = "SELECT rowid FROM case_search WHERE words @@ CAST(? AS tsquery)";
      const all = words.map(() => each).join(" INTERSECT ");
      const sql = `SELECT group_concat(rowid) AS keys FROM (${all}) AS found`;
      const row = await ask<string[], { readonly keys: string | null }>(sql).get(
        ...words.map(quoted),
      );
      return row?.keys ?? "";
    },
    keysBetween: async (word, range) => {
      const sql = `SELECT rowid AS key FROM case_search WHERE words @@ CAST(? AS tsquery)
        AND rowid BETWEEN ? AND ?`;
      const rows = await ask<[string, number, number], { readonly key: number }>(sql).all(
        quoted(word),
        ...range,
      );
      return rows.map(({ key }) => key);
    },
    // Removed rows go with the next vacuuming.
    sweep: () => Promise.resolve(),
    count: async (word) => {
      const sql = "SELECT cases FROM case_words WHERE word = ?";
      return (await ask<[string], { readonly cases: number }>(sql).get(word))?.cases ?? 0;
    },
    following: async (from) => {
      const sql = "SELECT word FROM case_words WHERE word >= ? ORDER BY word LIMIT 1";
      return (await ask<[string], { readonly word: string }>(sql).get(from))?.word;
    },
    counts: (from, limit) => {
      const sql =
        "SELECT word, cases AS count FROM case_words WHERE word >= ? ORDER BY word LIMIT ?";
      return ask<[string, number], WordCount>(sql).all(from, limit);
    },
  };
}

/** PostgreSQL's index takes no longer words, and nobody searches for one. */
const bytesMax = 2046;

function isIndexed(word: string): boolean {
  return Buffer.byteLength(word) <= bytesMax;
}

/** Less than the mebibyte of words that a `tsvector` holds; `array_to_tsvector` does not look, and writes what cannot be read. */
const partBytesMax = 1_000_000;

/** The words of a text that the index takes, each once, in parts that a `tsvector` holds; of no words one part. */
function partsOf(text: string): string[][] {
  const parts: string[][] = [[]];
  let bytes = 0;
  for (const word of [...new Set(searchWords(text))].filter(isIndexed).sort()) {
    bytes += Buffer.byteLength(word);
    if (bytes > partBytesMax) {
      parts.push([]);
      bytes = Buffer.byteLength(word);
    }
    parts.at(-1)?.push(word);
  }
  return parts;
}

/** Words have letters and digits only, so that quoting them is enough. */
function quoted(word: string): string {
  return `'${word}'`;
}
