import BetterSqlite3 from "better-sqlite3";
import { expect, it } from "vitest";
import { migrate } from "@/db/migrate";
import { searchTerms, searchWords } from "./search-terms";

it.each([
  ["", []],
  ["  ", []],
  ["parcel lost", ["parcel", "lost"]],
  ["CS-12 credit", ["CS-12: cs 12", "credit"]],
  ['"a full refund" chat', ["a full refund!", "chat"]],
  ["“a full refund”", ["a full refund!"]],
  ['refund "never closed', ["refund", "never closed!"]],
  ['""', []],
  ["refund - billing", ["refund", "billing"]],
  ["%", ["%: "]],
  ["Crème", ["Crème: creme"]],
])("takes %j apart", (text, expected) => {
  const found = searchTerms(text).map((term) => {
    const words = term.words.join(" ");
    const typed = words === term.text ? term.text : `${term.text}: ${words}`;
    return term.isPhrase ? `${typed}!` : typed;
  });
  expect(found).toEqual(expected);
});

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
  // Signs of New Tai Lue and two of Vedic, which became letters after the index's tables were made.
  const others = [...words].filter(
    (word) => !indexed.has(word) && !/[\u19b0-\u19c9ᳲᳳ]/u.test(word),
  );
  expect(words.size).toBeGreaterThan(200_000);
  expect(others).toEqual([]);
});
