import { setImmediate as nextTurn } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { expect, it } from "vitest";
import { withMemoryStore } from "@/lib/testing/memory-store";
import { readValue } from "@/lib/testing/read-values";
import { createTurns } from "./in-turn";
import { statement, type Connection, type Database } from "./port";

it("starts each piece of work after the one before it has ended, well or not", async () => {
  const inTurn = createTurns();
  const seen: string[] = [];
  const work = (name: string, isFailing = false) =>
    inTurn(async () => {
      seen.push(`${name} begins`);
      for (let wait = 0; wait < 5; wait += 1) await Promise.resolve();
      seen.push(`${name} ends`);
      if (isFailing) throw new Error(name);
      return name;
    });
  const all = [work("first"), work("second", true), work("third")];
  expect(await Promise.allSettled(all)).toMatchObject([
    { value: "first" },
    { reason: { message: "second" } },
    { value: "third" },
  ]);
  expect(seen).toEqual(
    ["first", "second", "third"].flatMap((name) => [`${name} begins`, `${name} ends`]),
  );
});

it("keeps nothing of what a piece of work came to", async () => {
  setFlagsFromString("--expose-gc");
  const collectGarbage = runInNewContext("gc") as () => void;
  const inTurn = createTurns();
  const result = await inTurn(() => Promise.resolve(["spans"])).then((all) => new WeakRef(all));
  await nextTurn();
  collectGarbage();
  expect(result.deref()).toBeUndefined();
});

const insertSql = "INSERT INTO settings (name, value) VALUES (?, ?)";
const countSql = "SELECT count(*) FROM settings";

/** Reads a count, and writes it as the next row's name: two that interleave write the same. */
async function addNext(connection: Connection, value: string): Promise<void> {
  const count = await readValue<number>(connection, countSql);
  await statement<[string, string]>(connection, insertSql).run(String(count), value);
}

const namesOf = (db: Database) =>
  db.read((connection) => readValue(connection, "SELECT group_concat(name, ' ') FROM settings"));

it("runs the transactions of one database one after the other, whoever calls", async () => {
  await withMemoryStore(async (db) => {
    const before = Number(await db.read((connection) => readValue(connection, countSql)));
    const calls = Array.from({ length: 20 }, (_, at) =>
      at % 2 === 0 ? db.write((c) => addNext(c, "x")) : db.read((c) => readValue(c, countSql)),
    );
    const counts = (await Promise.all(calls)).filter((_, at) => at % 2 === 1);
    expect(counts).toEqual(counts.map((_, at) => before + at + 1));
  });
});

it("keeps nothing of a transaction that fails among others, and holds up none of them", async () => {
  await withMemoryStore(async (db) => {
    const names = await namesOf(db);
    const failing = async (connection: Connection) => {
      await addNext(connection, "lost");
      throw new Error("half way");
    };
    const calls = await Promise.allSettled([
      db.write((connection) => addNext(connection, "kept")),
      db.write(failing),
      db.read(failing),
      db.write((connection) => addNext(connection, "kept")),
      db.read((connection) => readValue(connection, countSql)),
    ]);
    expect(calls.map(({ status }) => status === "fulfilled")).toEqual([
      ...[true, false, false, true, true],
    ]);
    const lost = await db.read((c) =>
      readValue(c, "SELECT count(*) FROM settings WHERE value = 'lost'"),
    );
    expect(lost).toBe(0);
    expect(await namesOf(db)).not.toBe(names);
  });
});

it("closes after the transactions that were begun", async () => {
  await withMemoryStore(async (db) => {
    const written = db.write((connection) => addNext(connection, "x"));
    const closed = db.close();
    await Promise.all([written, closed]);
    await expect(db.read((c) => readValue(c, countSql))).rejects.toThrow("not open");
  });
});
