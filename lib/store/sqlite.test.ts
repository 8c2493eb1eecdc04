import { once } from "node:events";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { afterAll, describe, expect, it } from "vitest";
import { connect } from "@/db/connect";
import { withMemoryStore } from "@/lib/testing/memory-store";
import { storableSpan } from "@/lib/testing/spans/storable-span";
import { openBatch } from "./spans/batches";
import { openReader, openWriter } from "./open-database";
import { readValue } from "@/lib/testing/read-values";
import { readSpanReadings } from "./spans/export-rows";
import { internContent } from "./spans/intern";
import { readQueueState } from "./queue";
import { writeSpans } from "./spans/write-spans";
import { testHashTombstone } from "@/lib/testing/test-hash-tombstone";

const folder = mkdtempSync(join(tmpdir(), "throughline-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("a workspace that another process writes to", () => {
  it("answers reads from before, and says busy to a write, having changed nothing", async () => {
    const path = join(folder, "busy.db");
    const db = await openWriter(path);
    const reader = openReader(path);
    const other = connect(path, "writer");
    const first = {
      batch: await openBatch(db, "a", 1),
      nowUs: 1,
      hashTombstone: testHashTombstone,
      maskAnswer: (answer: string) => answer,
    };
    await writeSpans(db, [storableSpan()], first);
    await db.write((connection) => connection.exec("PRAGMA busy_timeout = 20"));
    other.exec("BEGIN IMMEDIATE; DELETE FROM queue");
    await expect(openBatch(db, "b", 1)).rejects.toMatchObject({
      name: "DomainError",
      code: "busy",
    });
    expect(await readQueueState(reader)).toMatchObject({ depth: 1 });
    expect(await readQueueState(db)).toMatchObject({ depth: 1 });
    other.exec("ROLLBACK");
    expect(await openBatch(db, "c", 1)).toBe(2);
    for (const each of [db, reader, other]) await each.close();
  });

  it("has another version after each write of either, and the same while nothing is written", async () => {
    const path = join(folder, "versions.db");
    const db = await openWriter(path);
    const reader = openReader(path);
    const other = await openWriter(path);
    const versions = async () => [await db.readVersion?.(), await reader.readVersion?.()];
    const first = await versions();
    expect(await versions()).toEqual(first);
    await openBatch(db, "a", 1);
    const second = await versions();
    await openBatch(other, "b", 1);
    const third = await versions();
    for (const at of [0, 1]) expect(new Set([first[at], second[at], third[at]]).size).toBe(3);
    expect(await versions()).toEqual(third);
    for (const each of [db, reader, other]) await each.close();
  });

  it("is waited for as long as the caller's patience lasts", async () => {
    const path = join(folder, "patient.db");
    const db = await openWriter(path, 10_000);
    await db.write((connection) => connection.exec("PRAGMA busy_timeout = 0"));
    const other = connect(path, "writer");
    other.exec("BEGIN IMMEDIATE");
    const written = openBatch(db, "a", 1);
    setTimeout(() => other.exec("ROLLBACK"), 300);
    expect(await written).toBe(1);
    for (const each of [db, other]) await each.close();
  });

  it("opens without the lock where its schema is the newest", async () => {
    const path = join(folder, "open.db");
    const first = await openWriter(path);
    const other = connect(path, "writer");
    other.exec("BEGIN IMMEDIATE");
    const second = await openWriter(path);
    expect(await readQueueState(second)).toMatchObject({ depth: 0 });
    for (const each of [first, second, other]) await each.close();
  });
});

describe("a workspace that does not exist yet", () => {
  it("has its tables from the moment another thread finds its file", async () => {
    const path = join(folder, "new.db");
    const looking = `
      const { existsSync } = require("node:fs");
      const { parentPort, workerData } = require("node:worker_threads");
      const Sqlite = require("better-sqlite3");
      parentPort.postMessage("looks");
      while (!existsSync(workerData)) {}
      const names = new Sqlite(workerData, { readonly: true }).prepare("SELECT name FROM sqlite_schema").pluck().all();
      parentPort.postMessage(names);`;
    const thread = new Worker(looking, { eval: true, workerData: path });
    const ended = once(thread, "exit");
    await once(thread, "message");
    const found = once(thread, "message");
    const db = await openWriter(path);
    expect((await found)[0]).toContain("spans");
    expect(readdirSync(folder).filter((name) => name.endsWith(".new"))).toEqual([]);
    await Promise.all([db.close(), ended]);
  });
});

describe("a transaction that fails", () => {
  it("leaves nothing, and what it interned is interned anew by the next", async () => {
    await withMemoryStore(async (db) => {
      const batch = await openBatch(db, "a", 1);
      const arrival = {
        batch,
        nowUs: 1,
        hashTombstone: testHashTombstone,
        maskAnswer: (answer: string) => answer,
      };
      const failing = db.write(async (connection) => {
        await internContent(connection, "shared words");
        throw new Error("half way");
      });
      await expect(failing).rejects.toThrow("half way");
      const left = await db.read((c) => readValue(c, "SELECT count(*) FROM contents"));
      expect(left).toBe(0);
      const span = storableSpan({ input: "shared words" });
      await writeSpans(db, [span], arrival);
      expect(await readSpanReadings(db, span.traceId, "", 1)).toMatchObject([
        { input: "shared words" },
      ]);
    });
  });

  it("keeps nothing of a batch of which one span cannot be stored", async () => {
    await withMemoryStore(async (db) => {
      const batch = await openBatch(db, "a", 1);
      const arrival = {
        batch,
        nowUs: 1,
        hashTombstone: testHashTombstone,
        maskAnswer: (answer: string) => answer,
      };
      const broken = { ...storableSpan({ spanId: "3".repeat(16) }), startUs: Number.NaN };
      await expect(writeSpans(db, [storableSpan(), broken], arrival)).rejects.toThrow();
      expect(await readQueueState(db)).toMatchObject({ depth: 0 });
      expect(await writeSpans(db, [storableSpan()], arrival)).toEqual({
        accepted: 1,
        overwritten: 0,
        events: 0,
        duplicate: 0,
        differing: 0,
        erased: 0,
        expired: 0,
      });
    });
  });

  it("leaves the connection able to write", async () => {
    await withMemoryStore(async (db) => {
      const sql = "INSERT INTO settings (name, value) VALUES ('a', 'b')";
      await db.write((connection) => connection.exec(sql));
      await expect(db.write((connection) => connection.exec(sql))).rejects.toThrow(/unique/iu);
      await db.write((connection) => connection.exec("UPDATE settings SET value = 'c'"));
      const value = await db.read((c) => readValue(c, "SELECT value FROM settings"));
      expect(value).toBe("c");
    });
  });
});

describe("a new workspace", () => {
  it("can be opened by several at once", async () => {
    const path = join(folder, "several.db");
    const all = await Promise.all([openWriter(path), openWriter(path), openWriter(path)]);
    for (const db of all) expect(await readQueueState(db)).toMatchObject({ depth: 0 });
    for (const db of all) await db.close();
  });

  it("cannot be opened to read before it is there", () => {
    expect(() => openReader(join(folder, "missing.db"))).toThrow();
  });
});
