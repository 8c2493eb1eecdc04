import BetterSqlite3 from "better-sqlite3";
import { expect, it } from "vitest";
import { migrate } from "@/db/migrate";
import { openWriter } from "@/lib/store/open-database";
import { searchWords } from "./search-terms";

it("makes words of every letter that the full-text index leaves as they are", () => {
  const letters = Array.from({ length: 0x11_0000 }, (_, code) => code)
    .filter((code) => code < 0xd800 || code > 0xdfff)
    .map((code) => `a${String.fromCodePoint(code)}b`);
  const words = new Set(searchWords(letters.join(" ")));
  const connection = new BetterSqlite3(":memory:");
  migrate(connection);
  connection.exec("CREATE VIRTUAL TABLE temp.terms USING fts5vocab('main', 'case_search', 'row')");
  const insert = connection.prepare("INSERT INTO case_search (words) VALUES (?)");
  insert.run([...words].join(" "));
  const indexed = new Set(connection.prepare("SELECT term FROM temp.terms").pluck().all());
  connection.close();
  const others = [...words].filter((word) => !indexed.has(word));
  expect(words.size).toBeGreaterThan(200_000);
  expect(others).toEqual([]);
});

/** To the last block with pictures that people send, without halves of others. */
const signs = Array.from({ length: 0x1_fb00 - 0x80 }, (_, at) => at + 0x80)
  .filter((code) => code < 0xd800 || code > 0xdfff)
  .map((code): [code: number, text: string] => {
    const sign = String.fromCodePoint(code);
    return [code, `Thanks${sign} for ${sign}parcels a${sign}b`];
  });

it("cuts texts beside any letter, mark or picture exactly where SQLite's index has them cut", async () => {
  const wanted = new Map<string, number>();
  const keysOf = new Map<string, number[]>([
    ["thanks", []],
    ["parcels", []],
  ]);
  for (const [code, text] of signs)
    for (const word of new Set(searchWords(text))) {
      wanted.set(word, (wanted.get(word) ?? 0) + 1);
      keysOf.get(word)?.push(code);
    }
  const db = await openWriter(":memory:");
  await db.write(({ words: index }) => index.fill(signs));
  await db.read(async ({ words: index }) => {
    const indexed = await index.counts("", wanted.size + 1);
    const differing = indexed.filter(({ word, count }) => wanted.get(word) !== count);
    expect([indexed.length, differing.slice(0, 9)]).toEqual([wanted.size, []]);
    for (const [word, keys] of keysOf) {
      const found = (await index.listKeys([word])).split(",").map(Number);
      expect(found.sort((one, other) => one - other)).toEqual(keys);
    }
  });
  await db.close();
});
