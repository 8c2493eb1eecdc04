import { setTimeout as wait } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { connect } from "@/db/connect";
import { loadDataHealth } from "@/lib/pages/data-health/load";
import type { Database } from "@/lib/store/port";
import { listCaseIds } from "@/lib/store/spans/export-rows";
import { enqueue, hasWork, nextRevision } from "@/lib/store/queue";
import { asLines, otlpRequest } from "@/lib/testing/spans/otlp";
import { withTestWorkspace, type TestWorkspace } from "@/lib/testing/test-workspace";
import { locationIn } from "@/lib/testing/postgres/folder-database";
import { nowUs } from "@/lib/clock/server";
import { retryFailed } from "./retry-failed";
import { startDerivation } from "./start-derivation";

const startUs = 1_767_600_000_000_000;
const onProblem = (message: string): never => {
  throw new Error(message);
};

/** A case with one message; spans with the same digit form one trace. */
const requestOf = (digit: number, spanDigit = digit): object =>
  otlpRequest([
    {
      traceId: String(digit).repeat(32),
      spanId: String(spanDigit).repeat(16),
      startUs,
      attributes: {
        case_id: `C-${String(digit)}`,
        channel: "chat",
        "message.role": "customer",
        "message.content": `Where is my refund? ${String(spanDigit)}`,
      },
    },
  ]);

/** Makes reading the CRM record of C-2 take seconds of CPU time, of other cases none. */
const slowDown = `ALTER TABLE case_records RENAME TO kept_records;
  CREATE VIEW case_records AS SELECT hash, case_id, merged_into, CASE case_id WHEN 'C-2' THEN body ||
    (WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 8000000)
      SELECT substr(max(i), 1, 0) FROM n) ELSE body END AS body, batch FROM kept_records`;
const speedUp = "DROP VIEW case_records; ALTER TABLE kept_records RENAME TO case_records";

describe("a case that takes too long", () => {
  it("is terminated and quarantined, while other entries are derived", async () => {
    await withTestWorkspace(async (workspace) => {
      const { db, folder } = workspace;
      await workspace.ingest(asLines([{ id: "C-2", type: "refund" }]));
      await workspace.ingestRequests([1, 2, 3].map((digit) => requestOf(digit)));
      await execute(db, slowDown);
      const lane = { deadlineMs: 1000, heapMiB: 1024 };
      const settled = new Set<string>();
      const derivation = startDerivation({
        db,
        folder,
        onProblem,
        onSettled: (_entries, cases) => cases.forEach((each) => settled.add(each)),
        limits: { quick: lane, slow: lane },
      });
      await until(async () => (await listCaseIds(db)).length === 2);
      await workspace.ingestRequests([requestOf(4)]);
      await until(async () => (await listCaseIds(db)).includes("C-4"));
      await derivation.whenIdle();
      expect(await failuresOf(workspace)).toMatchObject([
        { label: "Case C-2", failure: "It took longer than 1 seconds." },
      ]);
      await workspace.ingestRequests([requestOf(2, 5)]);
      await derivation.whenIdle();
      expect(await failuresOf(workspace)).toHaveLength(1);
      await execute(db, speedUp);
      await retryFailed(db);
      await derivation.whenIdle();
      expect([...settled].toSorted()).toEqual(["C-1", "C-2", "C-3", "C-4"]);
      await derivation.stop();
      expect(await listCaseIds(db)).toEqual(["C-1", "C-2", "C-3", "C-4"]);
      expect(await failuresOf(workspace)).toEqual([]);
    });
    // Three attempts of some seconds each, plus a margin for a busy machine.
  });
});

describe("derivation that fails for reasons that pass", () => {
  it("is told to those who wait, and goes on once they have passed", async () => {
    await withTestWorkspace(async (workspace) => {
      const { db, folder } = workspace;
      await workspace.ingestRequests([requestOf(1)]);
      const location = locationIn(folder, "main");
      const other = connect(location, "writer");
      other.exec("BEGIN IMMEDIATE");
      const failures: string[] = [];
      const resumed: number[] = [];
      const derivation = startDerivation({
        ...{ db, folder, stuckMs: 0 },
        onProblem: () => undefined,
        onStuck: (why) => failures.push(why),
        onResumed: (ms) => resumed.push(ms),
      });
      await expect.poll(() => failures.length).toBeGreaterThan(0);
      expect(failures[0]).toContain("Another process is writing to this workspace");
      expect(resumed).toEqual([]);
      other.exec("ROLLBACK");
      other.close();
      await derivation.whenIdle();
      await derivation.stop();
      expect(await listCaseIds(db)).toEqual(["C-1"]);
      expect(resumed).toEqual([expect.any(Number)]);
    });
  });
});

describe("derivation that has nothing to do", () => {
  it("says that a failure is over once it sees that", async () => {
    await withTestWorkspace(async ({ db, folder }) => {
      await execute(db, "ALTER TABLE queue RENAME TO kept_queue");
      const problems: string[] = [];
      const resumed: number[] = [];
      const derivation = startDerivation({
        ...{ db, folder },
        onProblem: (message) => problems.push(message),
        onResumed: (ms) => resumed.push(ms),
      });
      await expect.poll(() => problems).not.toEqual([]);
      await execute(db, "ALTER TABLE kept_queue RENAME TO queue");
      await expect.poll(() => resumed).toHaveLength(1);
      await derivation.stop();
    });
  });
});

describe("waiting until nothing waits", () => {
  it("is not ended by an earlier round, of which this thread hears late", async () => {
    await withTestWorkspace(async (workspace) => {
      const { db, folder } = workspace;
      await workspace.ingestRequests([requestOf(1)]);
      const derivation = startDerivation({ db, folder, onProblem });
      await derivation.whenIdle();
      // Longer than a round without work, which ends meanwhile.
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 600);
      await db.write(async (connection) => {
        const revision = await nextRevision(connection);
        await enqueue(connection, "trace", ["1"], { revision, nowUs: nowUs() });
      });
      await derivation.whenIdle();
      expect(await hasWork(db, "quick")).toBe(false);
      await derivation.stop();
    });
  });

  it("ends while traces keep arriving, with what had come in before and what follows from it", async () => {
    await withTestWorkspace(async (workspace) => {
      const { db, folder } = workspace;
      await workspace.ingestRequests([1, 2, 3, 4, 5, 6, 7, 8].map((digit) => requestOf(digit)));
      let at = 0;
      const marking = setInterval(() => {
        at += 1;
        const trace = String(1 + (at % 8));
        void db.write(async (connection) =>
          enqueue(connection, "trace", [trace], {
            revision: await nextRevision(connection),
            nowUs: nowUs(),
          }),
        );
      }, 50);
      const derivation = startDerivation({ db, folder, onProblem });
      const isIdle = await Promise.race([derivation.whenIdle().then(() => true), wait(15_000)]);
      clearInterval(marking);
      await derivation.stop();
      expect(isIdle).toBe(true);
      expect(await listCaseIds(db)).toHaveLength(8);
    });
  });
});

async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await wait(20);
}

function execute(db: Database, sql: string): Promise<unknown> {
  return db.write((connection) => connection.exec(sql));
}

async function failuresOf({ folder }: TestWorkspace) {
  const health = await loadDataHealth(locationIn(folder, "main"), { days: 28 }, startUs, null);
  return health?.queue.failures;
}
