import { setImmediate as nextTurn } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import type { Database } from "@/lib/store/port";
import { openWriter } from "@/lib/store/open-database";
import { addOverride } from "@/lib/testing/add-override";
import { asLines, otlpRequest } from "@/lib/testing/spans/otlp";
import { runSeed } from "@/lib/testing/runs";
import { seededRandom } from "@/lib/testing/seeded-random";
import { withTestWorkspace, type TestWorkspace } from "@/lib/testing/test-workspace";
import { locationIn } from "@/lib/testing/postgres/folder-database";
import { drainQueue } from "./derive/drain-queue";

const startUs = 1_767_600_000_000_000;
const now = () => startUs;

/** Traces of two sessions, few of which declare their case, and a CRM export that merges those cases. */
const arrivals: readonly string[] = [
  ...Array.from({ length: 8 }, (_, index) => asLines([contact(index)])),
  asLines([{ id: "C-0", merged_into: "C-3", customer: "u" }]),
  asLines([{ id: "C-3", merged_into: "C-9", customer: "u" }]),
];

describe("workers that derive side by side while spans and decisions come in", () => {
  const alone = withTestWorkspace(async (workspace) => {
    for (const arrival of arrivals) await workspace.ingest(arrival);
    await decide(workspace);
    return workspace.digest();
  });

  it.each(Array.from({ length: 30 }, (_, round) => round))(
    "end where one alone ends (%i)",
    async (round) => {
      const random = seededRandom(runSeed + round);
      const turn = async () => {
        for (let left = random.below(4); left > 0; left -= 1) await nextTurn();
      };
      await withTestWorkspace(async (workspace) => {
        const path = locationIn(workspace.folder, "main");
        const workers = [await openWriter(path), await openWriter(path)];
        let isOver = false;
        const ingest = async () => {
          for (const arrival of random.shuffle(arrivals)) {
            await turn();
            await workspace.ingest(arrival);
          }
          await decide(workspace);
          isOver = true;
        };
        const drain = async (db: Database) => {
          while (!isOver)
            await drainQueue(slowed(db, turn), { now, maskAnswer: workspace.maskAnswer });
        };
        await Promise.all([ingest(), ...workers.map(drain)]);
        for (const db of workers) await db.close();
        expect(await workspace.digest()).toBe(await alone);
      });
    },
  );
});

/** Delays each read and write of this store until its turn. */
function slowed(db: Database, turn: () => Promise<void>): Database {
  return {
    path: db.path,
    claims: db.claims,
    onWrite: db.onWrite,
    readVersion: db.readVersion,
    rewrite: db.rewrite,
    read: (work) => turn().then(() => db.read(work)),
    write: (work) => turn().then(() => db.write(work)),
    hasNewestSchema: db.hasNewestSchema,
    close: db.close,
  };
}

async function decide({ db }: TestWorkspace): Promise<void> {
  await addOverride(db, { kind: "merge", fromCaseId: "C-9", toCaseId: "C-7" }, startUs);
  const traceId = "7".repeat(32);
  await addOverride(db, { kind: "reassign", traceId, spanId: null, toCaseId: "C-8" }, startUs);
}

/** A trace of a span and its child; every third names its case. */
function contact(index: number): object {
  const traceId = String(index).repeat(32);
  const spanId = String(index + 1).repeat(16);
  const identity = {
    "session.id": `session-${String(index % 2)}`,
    ...(index % 3 === 0 && { case_id: `C-${String(index)}`, customer_id: "u" }),
    ...(index === 4 && { intent: "refund" }),
  };
  const words = { "message.role": "customer", "message.content": `Hello ${String(index)}` };
  return otlpRequest([
    { traceId, spanId, startUs, attributes: identity },
    {
      traceId,
      spanId: "f".repeat(16),
      parentSpanId: spanId,
      startUs: startUs + index,
      attributes: words,
    },
  ]);
}
