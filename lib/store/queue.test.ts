import { describe, expect, it } from "vitest";
import { derivedCase } from "@/lib/testing/derived-case";
import { enqueueOutdated, storeCases, withMemoryStore } from "@/lib/testing/memory-store";
import { noKnowledge } from "@/lib/domain/case/case-knowledge";
import { defaultSettings } from "@/lib/domain/settings/settings";
import { caseRow } from "@/lib/analytics/rows/case-row";
import { noFindings } from "@/lib/analytics/rows/case-findings";
import { addOverride } from "@/lib/testing/add-override";
import { listCaseIds } from "./spans/export-rows";
import { enqueueOlderVersions } from "./cases/enqueue-older-versions";
import type { Database } from "./port";
import { readMergeRevision } from "./cases/merges";
import {
  enqueue,
  isCurrent,
  nextRevision,
  readQueue,
  readQueueState,
  readSenderQueues,
  settle,
} from "./queue";
import { sharedTurns } from "./queue-rounds";
import { readCase } from "./cases/read-case";
import { writeCases, type CaseWrite } from "./cases/write-case";

describe("the queue", () => {
  it("keeps an entry that was enqueued again after it was read", async () => {
    await withMemoryStore(async (db) => {
      const entry = await enqueueOutdated(db, "case", "C-1");
      await enqueueOutdated(db, "case", "C-1");
      const answers = await db.write(async (connection) => [
        await isCurrent(connection, "case", entry),
        await settle(connection, "case", entry),
      ]);
      expect(answers).toEqual([false, false]);
      expect(await readQueueState(db)).toMatchObject({ depth: 1 });
    });
  });

  it("lets an entry go once, and knows it no more", async () => {
    await withMemoryStore(async (db) => {
      const entry = await enqueueOutdated(db, "case", "C-1");
      const settleOnce = () => db.write((connection) => settle(connection, "case", entry));
      expect([await settleOnce(), await settleOnce()]).toEqual([true, false]);
      expect(await readQueueState(db)).toEqual({ depth: 0, oldestUs: null });
    });
  });

  it("hands out what has waited longest first; enqueueing again does not make it younger", async () => {
    await withMemoryStore(async (db) => {
      for (const [key, nowUs] of [
        ["a", 10],
        ["c", 20],
        ["b", 20],
        ["a", 30],
      ] as const) {
        await db.write(async (connection) => {
          await enqueue(connection, "case", [key], {
            revision: await nextRevision(connection),
            nowUs,
          });
        });
      }
      const keys = (await readQueue(db, "case", 2)).map(({ key }) => key);
      expect(keys).toEqual(["a", "b"]);
      expect(await readQueueState(db)).toEqual({ depth: 3, oldestUs: 10 });
    });
  });

  it("keeps stages apart", async () => {
    await withMemoryStore(async (db) => {
      await enqueueOutdated(db, "case", "7");
      await enqueueOutdated(db, "trace", "7");
      expect(await readQueue(db, "customer", 9)).toEqual([]);
      expect(await readQueueState(db)).toMatchObject({ depth: 2 });
    });
  });
});

describe("turns", () => {
  /** Enqueues cases named by their flow and a number: "A3" is of flow "A"; in one transaction. */
  const add = (db: Database, keys: readonly string[], nowUs: number) =>
    db.write(async (connection) => {
      const stamp = { revision: await nextRevision(connection), nowUs };
      await enqueue(
        connection,
        "case",
        keys,
        stamp,
        sharedTurns((key) => key.replace(/\d+/, "")),
      );
    });
  const keysOf = (flow: string, count: number) =>
    Array.from({ length: count }, (_, at) => `${flow}${String(at).padStart(3, "0")}`);
  /** Takes some entries as a worker does. */
  const take = async (db: Database, count: number) => {
    const entries = await readQueue(db, "case", count);
    await db.write(async (connection) => {
      for (const entry of entries) await settle(connection, "case", entry);
    });
    return entries.map(({ key }) => key);
  };
  const countOf = (keys: readonly string[], flow: string) =>
    keys.filter((key) => key.startsWith(flow)).length;

  it("are taken by each flow that waits, also by one that comes when another is half done", async () => {
    await withMemoryStore(async (db) => {
      await add(db, keysOf("A", 100), 1);
      await take(db, 50);
      await add(db, keysOf("B", 100), 2);
      await add(db, keysOf("C", 1), 3);
      const next = await take(db, 41);
      expect([countOf(next, "A"), countOf(next, "B"), countOf(next, "C")]).toEqual([21, 19, 1]);
      expect(next.slice(0, 5)).toContain("C000");
    });
  });

  it("come to everybody, however much keeps coming in", async () => {
    await withMemoryStore(async (db) => {
      await add(db, keysOf("A", 5), 1);
      const taken: string[] = [];
      for (let at = 0; at < 20; at += 1) {
        // As many as are taken, each of a flow of its own.
        const others = ["x", "y", "z"].map((name) => `${name}${"'".repeat(at + 1)}`);
        await add(db, others, 2 + at);
        taken.push(...(await take(db, 3)));
      }
      expect(countOf(taken, "A")).toBe(5);
    });
  });

  it("go by age among entries of which each is alone", async () => {
    await withMemoryStore(async (db) => {
      for (const [at, key] of ["d", "b", "c", "a"].entries()) await add(db, [key], at);
      expect(await take(db, 4)).toEqual(["d", "b", "c", "a"]);
    });
  });

  describe("of several senders", () => {
    /** Of the sender and flow in a key such as "a/A3". */
    const addOf = (db: Database, keys: readonly string[]) =>
      db.write(async (connection) => {
        const stamp = { revision: await nextRevision(connection), nowUs: 1 };
        const [flowOf, senderOf] = [/[A-Z]\d*$/, /^[a-z]*/].map(
          (part) => (key: string) => part.exec(key)?.[0] ?? "",
        );
        await enqueue(
          connection,
          "case",
          keys,
          stamp,
          sharedTurns((key) => flowOf?.(key), senderOf),
        );
      });
    const ofFlows = (sender: string, count: number) =>
      Array.from({ length: count }, (_, at) => `${sender}/A${String(at).padStart(3, "0")}`);

    it("come to each, however many flows another's entries are of", async () => {
      await withMemoryStore(async (db) => {
        await addOf(db, ofFlows("a", 300));
        await take(db, 100);
        await addOf(db, ofFlows("b", 40));
        const next = await take(db, 100);
        // One round is under way; then each has a share of sixteen.
        expect(countOf(next, "b")).toBe(40);
        expect(next.slice(0, 40).filter((key) => key.startsWith("b"))).not.toEqual([]);
      });
    });

    it("come to all flows of one, also behind a long one of it", async () => {
      await withMemoryStore(async (db) => {
        for (let at = 0; at < 50; at += 1) await addOf(db, [`a/${"'".repeat(at)}L`]);
        await addOf(db, ["a/M"]);
        expect(await take(db, 3)).toContain("a/M");
      });
    });

    it("say how much waits of each, and since when", async () => {
      await withMemoryStore(async (db) => {
        await addOf(db, [...ofFlows("a", 3), "b/A", "/A"]);
        expect(await readSenderQueues(db)).toEqual([
          { sender: "a", depth: 3, oldestUs: 1 },
          { sender: "", depth: 1, oldestUs: 1 },
          { sender: "b", depth: 1, oldestUs: 1 },
        ]);
      });
    });
  });

  it("come to what follows when a change of settings enqueued all cases", async () => {
    await withMemoryStore(async (db) => {
      const cases = keysOf("A", 20).map((caseId) => derivedCase({ caseId }));
      await storeCases(db, cases);
      await enqueueOlderVersions(db, "newer", () => "case", { nowUs: 5 });
      await add(db, ["B0"], 6);
      expect((await readQueue(db, "case", 3)).map(({ key }) => key)).toContain("B0");
    });
  });
});

describe("an answer that comes too late", () => {
  const answer = (entry: CaseWrite["entry"]): CaseWrite => {
    const derived = derivedCase();
    const row = caseRow(derived, defaultSettings, noFindings);
    return {
      entry,
      rows: {
        ...{ derived, row, knowledge: noKnowledge },
        derivedWith: "v",
        contentOf: () => undefined,
      },
    };
  };

  it("is not stored where its case was enqueued again, and its neighbour's is", async () => {
    await withMemoryStore(async (db) => {
      const late = await enqueueOutdated(db, "case", "C-0");
      const other = await enqueueOutdated(db, "case", "C-1");
      await enqueueOutdated(db, "case", "C-0");
      const settled = await writeCases(db, [{ entry: late, rows: null }, answer(other)], {
        mergeRevision: 0,
        nowUs: 1,
      });
      expect(settled).toEqual([other]);
      expect(await listCaseIds(db)).toEqual(["C-1"]);
    });
  });

  it("is not stored where a merge was decided after it was begun", async () => {
    await withMemoryStore(async (db) => {
      const entry = await enqueueOutdated(db, "case", "C-1");
      const mergeRevision = await readMergeRevision(db);
      await addOverride(db, { kind: "merge", fromCaseId: "X", toCaseId: "Y" }, 1);
      expect(await writeCases(db, [answer(entry)], { mergeRevision, nowUs: 1 })).toEqual([]);
      const anew = { mergeRevision: await readMergeRevision(db), nowUs: 1 };
      expect(await writeCases(db, [answer(entry)], anew)).toEqual([entry]);
    });
  });
});

describe("a raised version", () => {
  it("enqueues every case once, and readers keep the old rows until their turn", async () => {
    await withMemoryStore(async (db) => {
      const cases = ["C-1", "C-2"].map((caseId) => derivedCase({ caseId }));
      await storeCases(db, cases);
      await enqueueOlderVersions(db, "test", () => "case", { nowUs: 5 });
      expect(await readQueue(db, "case", 9)).toEqual([]);
      await enqueueOlderVersions(db, "newer", () => "case", { nowUs: 6, atOnce: 1 });
      const entries = await readQueue(db, "case", 9);
      expect(entries.map(({ key }) => key)).toEqual(["C-1", "C-2"]);
      await enqueueOlderVersions(db, "newer", () => "case", { nowUs: 7 });
      expect(await readQueue(db, "case", 9)).toEqual(entries);
      expect((await readCase(db, "C-2"))?.derived).toEqual(cases[1]);
    });
  });

  it("goes on where it was after a crash", async () => {
    await withMemoryStore(async (db) => {
      await storeCases(
        db,
        ["C-1", "C-2", "C-3"].map((caseId) => derivedCase({ caseId })),
      );
      let writes = 0;
      const crashing: Database = {
        ...db,
        write: (work) => {
          writes += 1;
          return writes === 2 ? Promise.reject(new Error("crashed")) : db.write(work);
        },
      };
      const enqueue = (store: Database, nowUs: number) =>
        enqueueOlderVersions(store, "newer", () => "case", { nowUs, atOnce: 1 });
      const waiting = async () => (await readQueue(db, "case", 9)).map(({ key }) => key);
      await expect(enqueue(crashing, 5)).rejects.toThrow("crashed");
      expect(await waiting()).toEqual(["C-1"]);
      await enqueue(db, 6);
      expect(await waiting()).toEqual(["C-1", "C-2", "C-3"]);
    });
  });
});
