import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { dictionary } from "../node_modules/eld/src/dictionary.js";
import { ngramsData } from "../node_modules/eld/src/ngrams/extrasmall.js";
import { root } from "./tools/paths.mjs";

/**
 * Writes the table that lib/learning/detect-language.ts reads, of the n-grams of the installed eld (Apache-2.0). eld writes
 * each byte beyond ASCII as a character of its own.
 */
const space = 32;
const byteOf = new Map(dictionary.map((character, byte) => [character, byte]).toReversed());
byteOf.set(" ", space);

const rows = Object.entries(ngramsData.ngrams)
  .map(([written, byLanguage]) => ({
    key: Array.from(written, (character) => byteOf.get(character)),
    scores: Object.entries(byLanguage),
  }))
  .toSorted((one, other) => numberOf(one.key) - numberOf(other.key));

const table = {
  languages: Object.values(ngramsData.languages).join(" "),
  // Six bytes each, zeros first, in order.
  ngrams: encode(rows.flatMap(({ key }) => [...Array(6 - key.length).fill(0), ...key])),
  counts: encode(rows.map(({ scores }) => scores.length)),
  codes: encode(rows.flatMap(({ scores }) => scores.map(([language]) => Number(language)))),
  scores: encode(rows.flatMap(({ scores }) => scores.map(([, score]) => score))),
};
writeFileSync(join(root, "lib/learning/language-table.gen.json"), `${JSON.stringify(table)}\n`);

function numberOf(bytes) {
  return bytes.reduce((sum, byte) => sum * 256 + byte, 0);
}

function encode(bytes) {
  return Buffer.from(bytes).toString("base64");
}
