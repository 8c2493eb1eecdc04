import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { keyFrom, type KeyBits } from "@/lib/analytics/select/key-bits";
import { derivedCase } from "@/lib/testing/derived-case";
import { storeCases } from "@/lib/testing/memory-store";
import { runSeed } from "@/lib/testing/runs";
import { seededRandom } from "@/lib/testing/seeded-random";
import { statement, type Connection, type Database } from "../port";
import { openReader, openWriter } from "../open-database";
import { readColumn } from "@/lib/testing/read-values";
import {
  countWords,
  isFrequent,
  keepWord,
  knownMax,
  matchWords,
  type KnownWords,
  type WantedWords,
} from "./match-words";
import { nextRevision } from "../queue";

const spoken =
  `a ab abc ä Äbc re Ré refund refunds Refunding réfund rest étage Etage w w0 w01 zoë zoe
  мой мои ещё ἀγορά οδός οδοσ 환불 환불을 がとう 12 123 1 co2 ß ss`.split(/\s+/);
/** As `searchWords` makes them of what is spoken, and some that nobody says. */
const vocabulary =
  `a ab abc re refund refunds refunding rest etage w w0 w01 zoe мой мои ещё ἀγορά οδόσ 환 환불을
  が 12 123 1 co2 co ß ss s x zz r 0`.split(/\s+/);

describe("matchWords", () => {
  it.each([1, 2, 3, 4])(
    "finds what the full-text index does while cases change (%i)",
    async (round) => {
      const seed = runSeed + round;
      await withStore(async (writer, reader) => {
        const random = seededRandom(seed);
        const known: KnownWords = new Map();
        const words = () =>
          Array.from({ length: random.below(7) }, () => random.pick(spoken)).join(" ");
        // Far apart in half of the rounds, so that some changes are too many ranges to read one by one.
        const keyBelow = (round: number) => 2 + random.below(round % 2 === 0 ? 300 : 90_000);
        for (let round = 0; round < 12; round += 1) {
          await writer.write(async (connection) => {
            const revision = await nextRevision(connection);
            for (let count = random.below(80); count > 0; count -= 1) {
              const key = keyBelow(round);
              if (random.below(4) === 0) await remove(connection, key, revision);
              else await put(connection, key, words(), revision);
            }
          });
          await keepWord(reader, known, random.pick(vocabulary));
          for (let count = 0; count < 25; count += 1) await compare(reader, known, random, seed);
        }
        expect(known.size).toBeGreaterThan(3);
      });
    },
  );

  it("reads a known word anew where very many cases changed, and in new cases beyond the last key", async () => {
    await withStore(async (writer, reader) => {
      const known: KnownWords = new Map();
      const find = async () => keysOf(await matchWords(reader, known, whole("parcel"), 30_000));
      await write(writer, (connection, revision) => put(connection, 5, "Parcel lost", revision));
      await keepWord(reader, known, "parcel");
      expect(await find()).toEqual([5]);
      await write(writer, (connection, revision) =>
        put(connection, 2000, "Another parcel", revision),
      );
      expect(await find()).toEqual([5, 2000]);
      await write(writer, async (connection, revision) => {
        for (let key = 10_000; key < 20_500; key += 1)
          await put(connection, key, "letter", revision);
        await put(connection, 5, "letter", revision);
        await put(connection, 20_500, "parcel", revision);
      });
      expect(await find()).toEqual([2000, 20_500]);
      await write(writer, (connection, revision) => remove(connection, 20_500, revision));
      expect(await find()).toEqual([2000]);
    });
  });

  it("keeps words that many cases have once they were asked for, at most so many, the rarest left out", async () => {
    await withStore(async (writer, reader) => {
      const known: KnownWords = new Map();
      await write(writer, async (connection, revision) => {
        for (let key = 2; key <= 65; key += 1) {
          const rare = key <= 3 ? "refunding" : "";
          await put(connection, key, key <= 41 ? `refund ${rare}` : "other", revision);
        }
      });
      await matchWords(reader, known, { words: ["ref"], isUnfinished: true }, 66);
      expect([...known].map(([word, { count }]) => [word, count])).toEqual([["refund", 40]]);
      for (let index = 0; index < knownMax; index += 1) {
        await keepWord(reader, known, `nobody${String(index)}`);
      }
      expect(known.size).toBe(knownMax);
      expect(known.has("refund")).toBe(true);
    });
  });
});

describe("countWords", () => {
  it("counts the cases of each word, some words at a time, without removed ones", async () => {
    await withStore(async (writer, reader) => {
      await write(writer, async (connection, revision) => {
        await put(connection, 7, "b c c", revision);
        await put(connection, 8, "c d", revision);
        await put(connection, 9, "a d e", revision);
      });
      await write(writer, async (connection, revision) => {
        await remove(connection, 9, revision);
        await put(connection, 10, "e", revision);
      });
      const first = await countWords(reader, "b", 2);
      expect(first.counts).toEqual([
        { word: "b", count: 1 },
        { word: "c", count: 2 },
      ]);
      const rest = await countWords(reader, first.next ?? "", 9);
      expect(rest.counts).toEqual([
        { word: "d", count: 1 },
        { word: "e", count: 1 },
      ]);
      expect([rest.next, rest.end]).toEqual([null, 11]);
    });
  });

  it("calls a word frequent whose bits take less room than its keys", () => {
    expect([isFrequent(3, 96), isFrequent(4, 96)]).toEqual([false, true]);
  });
});

/** Searches some words, finished or not, and compares with what SQLite finds by itself. */
async function compare(
  reader: Database,
  known: KnownWords,
  random: ReturnType<typeof seededRandom>,
  seed: number,
): Promise<void> {
  const words = Array.from({ length: 1 + random.below(3) }, () => random.pick(vocabulary));
  const wanted = { words, isUnfinished: random.below(3) > 0 };
  const found = keysOf(await matchWords(reader, known, wanted, 90_008));
  const match = `${words.map((word) => `"${word}"`).join(" ")}${wanted.isUnfinished ? "*" : ""}`;
  const plain = await reader.read((connection) =>
    readColumn(connection, "SELECT rowid FROM case_search(?) ORDER BY rowid", match),
  );
  expect({ seed, match, found }).toEqual({ seed, match, found: plain });
}

function whole(...words: string[]): WantedWords {
  return { words, isUnfinished: false };
}

function keysOf(bits: KeyBits): number[] {
  const keys: number[] = [];
  for (let key = keyFrom(bits, 0); key !== -1; key = keyFrom(bits, key + 1)) keys.push(key);
  return keys;
}

/** Writes a case's words as the worker does, whatever its key; all else is as in the first case. */
async function put(
  connection: Connection,
  key: number,
  words: string,
  revision: number,
): Promise<void> {
  await run(
    connection,
    "UPDATE made SET id = ?, case_id = ?, changed = ?",
    key,
    `made ${String(key)}`,
    revision,
  );
  await run(
    connection,
    `INSERT INTO cases SELECT * FROM made WHERE true
     ON CONFLICT (id) DO UPDATE SET changed = excluded.changed`,
  );
  await run(connection, "DELETE FROM case_search WHERE rowid = ?", key);
  await run(connection, "INSERT INTO case_search (rowid, words) VALUES (?, ?)", key, words);
}

async function remove(connection: Connection, key: number, revision: number): Promise<void> {
  await run(connection, "DELETE FROM case_search WHERE rowid = ?", key);
  if ((await run(connection, "DELETE FROM cases WHERE id = ?", key)) === 0) return;
  await run(connection, "INSERT OR REPLACE INTO removed_cases VALUES (?, ?)", key, revision);
}

async function run(
  connection: Connection,
  sql: string,
  ...values: (string | number)[]
): Promise<number> {
  return (await statement<(string | number)[]>(connection, sql).run(...values)).changes;
}

async function write(
  db: Database,
  work: (connection: Connection, revision: number) => Promise<void>,
): Promise<void> {
  await db.write(async (connection) => {
    await work(connection, await nextRevision(connection));
  });
}

/** A file with one case that says nothing, with the key 1, to write to and to read from. */
async function withStore(work: (writer: Database, reader: Database) => Promise<void>) {
  const folder = mkdtempSync(join(tmpdir(), "throughline-"));
  const path = join(folder, "main.db");
  const writer = await openWriter(path);
  await storeCases(writer, [derivedCase({ caseId: "C-1" })]);
  await writer.write(async (connection) => {
    await connection.exec("DELETE FROM case_search; CREATE TEMP TABLE made AS SELECT * FROM cases");
  });
  const reader = openReader(path);
  try {
    await work(writer, reader);
  } finally {
    await reader.close();
    await writer.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
