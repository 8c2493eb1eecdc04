import { describe, expect, it } from "vitest";
import { statement } from "@/lib/store/port";
import { copiedTables } from "@/lib/store/copy/tables";
import { openWriter } from "@/lib/store/open-database";
import { readValue } from "@/lib/testing/read-values";
import { enqueueOutdated } from "@/lib/testing/memory-store";
import { asLines, type OtlpRequest } from "@/lib/testing/spans/otlp";
import { runSeed } from "@/lib/testing/runs";
import { seededRandom } from "@/lib/testing/seeded-random";
import { supportCase } from "@/lib/testing/spans/support-case";
import { withTestWorkspace, type TestWorkspace } from "@/lib/testing/test-workspace";
import { noteFailure } from "@/lib/store/queue";
import { planRemoval, removeFromWorkspace, type Removal } from "./remove-from-workspace";
import { retryFailed } from "../derive/retry-failed";
import { mapInOrder } from "@/lib/domain/in-order";

const startUs = 1_767_600_000_000_000;
const hourUs = 3_600_000_000;
const secret = "flugelhorn";

/** A contact of a case; sessions, customers and texts are shared at random. */
function contact(round: number, at: number): OtlpRequest {
  const random = seededRandom(runSeed + round * 100 + at);
  const session = random.below(3);
  return supportCase({
    caseId: `C-${String(random.below(4))}`,
    idSuffix: `${String(round)}${String(at)}`,
    startUs: startUs + random.below(100) * hourUs,
    messages: [
      { who: "customer", text: `Where is my ${random.below(2) === 0 ? "parcel" : "refund"}?` },
      { who: "agent", text: "It is on its way, I promise to call you tomorrow." },
    ],
    attributes: {
      customer_id: `u-${String(random.below(2))}`,
      ...(session > 0 && { "session.id": `s-${String(session)}` }),
    },
  });
}

const hostile = supportCase({
  caseId: "C-1",
  idSuffix: "fe",
  startUs: startUs + 3 * hourUs,
  messages: [
    { who: "customer", text: `My ${secret} is lost.` },
    { who: "agent", text: "It is on its way, I promise to call you tomorrow." },
  ],
  attributes: { customer_id: "u-1", "session.id": "s-1", intent: secret },
});
/** For every second round, a record that merges the case into another. */
function recordOf(round: number): object {
  const merged = round % 2 === 0 ? { merged_into: "C-0" } : {};
  return { id: "C-1", customer: "u-1", closed: "2026-01-07T00:00:00Z", ...merged };
}

function remove({ db, derive }: TestWorkspace, removal: Removal) {
  return removeFromWorkspace(db, removal, startUs, async () => {
    await derive();
  });
}

async function newestBatch({ db }: TestWorkspace): Promise<number> {
  return db.read(async (connection) =>
    Number(await readValue(connection, "SELECT max(id) FROM batches")),
  );
}

/** All uncompressed text in the database. */
function allText({ db }: TestWorkspace): Promise<string> {
  return db.read(async (connection) => {
    const texts = await mapInOrder(copiedTables.workspace, async ({ name }) =>
      JSON.stringify(await statement<unknown[]>(connection, `SELECT * FROM ${name}`).all()),
    );
    return texts.join();
  });
}

describe("removing an ingest", () => {
  it.each([1, 2, 3, 4])("leaves what would be there had it never come (%i)", async (round) => {
    const kept = [0, 1, 2, 3, 4, 5].map((at) => contact(round, at));
    const removed = [6, 7, 8].map((at) => contact(round, at));
    const without = await withTestWorkspace(async (workspace) => {
      await workspace.ingestRequests(kept);
      return workspace.digest();
    });
    await withTestWorkspace(async (workspace) => {
      await workspace.ingestRequests(kept.slice(0, 3));
      await workspace.derive();
      await workspace.ingestRequests([...removed, hostile]);
      await workspace.ingest(asLines([recordOf(round)]));
      const records = await newestBatch(workspace);
      if (round > 2) await workspace.derive();
      await workspace.ingestRequests(kept.slice(3));
      const plans = [];
      for (const batch of [records - 1, records]) {
        const removal = { kind: "batch", batch } as const;
        const plan = await planRemoval(workspace.db, removal);
        expect(await remove(workspace, removal)).toMatchObject(plan);
        plans.push([plan.spans, plan.records]);
      }
      expect(plans).toEqual([
        [12, 0],
        [0, 1],
      ]);
      expect(await workspace.digest()).toBe(without);
      expect((await allText(workspace)).includes(secret)).toBe(false);
    });
  });

  it("does not mislead another process that remembers the texts which went", async () => {
    await withTestWorkspace(async (workspace) => {
      const other = await openWriter(workspace.db.path);
      await workspace.ingestRequests([hostile]);
      const whole = await workspace.digest();
      const batch = await newestBatch(workspace);
      await remove({ ...workspace, db: other }, { kind: "batch", batch });
      await workspace.ingestRequests([hostile]);
      expect(await workspace.digest()).toBe(whole);
      await other.close();
    });
  });
});

describe("removing a case, a trace and a span", () => {
  const others = [0, 1, 2].map((at) => contact(9, at));
  const removals: Removal[] = [
    { kind: "case", caseId: "C-9" },
    { kind: "trace", traceId: "fe".padStart(32, "a") },
  ];

  it.each(removals)("takes its words and its resting entry (%o)", async (removal) => {
    const alone = supportCase({
      caseId: "C-9",
      idSuffix: "fe",
      startUs,
      messages: [{ who: "customer", text: `My ${secret} is lost.` }],
    });
    const without = await withTestWorkspace(async (workspace) => {
      await workspace.ingestRequests(others);
      return workspace.digest();
    });
    await withTestWorkspace(async (workspace) => {
      await workspace.ingestRequests([...others, alone]);
      await workspace.derive();
      const entry = await enqueueOutdated(workspace.db, "case", "C-9");
      await noteFailure(workspace.db, "case", entry, "took too long");
      await remove(workspace, removal);
      expect(await workspace.digest()).toBe(without);
      const text = await allText(workspace);
      expect([text.includes(secret), text.includes("took too long")]).toEqual([false, false]);
    });
  });

  it("empties what a resting case still showed, with the next removal once that is derived", async () => {
    await withTestWorkspace(async (workspace) => {
      const [first, other] = [contact(9, 0), contact(9, 1)];
      await workspace.ingestRequests([first, hostile, other]);
      await workspace.derive();
      const removal = { kind: "trace", traceId: "fe".padStart(32, "a") } as const;
      await removeFromWorkspace(workspace.db, removal, startUs, async () => {
        const entry = await enqueueOutdated(workspace.db, "case", "C-1");
        await noteFailure(workspace.db, "case", entry, "took too long");
      });
      await retryFailed(workspace.db);
      await workspace.derive();
      await remove(workspace, { kind: "batch", batch: 1 });
      expect((await allText(workspace)).includes(`My ${secret}`)).toBe(false);
    });
  });

  it("refuses a case that was merged into another, whose spans are that one's", async () => {
    await withTestWorkspace(async (workspace) => {
      await workspace.ingestRequests([hostile]);
      await workspace.ingest(asLines([{ id: "C-1", merged_into: "C-0" }]));
      await workspace.derive();
      const removal = { kind: "case", caseId: "C-1" } as const;
      await expect(planRemoval(workspace.db, removal)).rejects.toThrow("merged into C-0");
      await expect(remove(workspace, removal)).rejects.toThrow("merged into C-0");
      expect(await planRemoval(workspace.db, { kind: "case", caseId: "C-0" })).toMatchObject({
        spans: 3,
      });
    });
  });

  it("takes what models said of a case that was shown to them with the words", async () => {
    await withTestWorkspace(async (workspace) => {
      await workspace.ingestRequests([hostile]);
      await workspace.derive();
      await workspace.db.write(async (connection) => {
        await statement<unknown[]>(
          connection,
          `INSERT INTO judgements (case_id, evaluator, rubric, model, anchor, words_hash, content_hash,
              status, because, evidence, created_us, target_kind, target_ordinal, case_mark)
             VALUES ('C-1', 'tone', 1, 'm', '{}', 'w', 'c', 'pass', ?, '[]', 1, 'message', 1, 1)`,
        ).run(`The customer says: my ${secret} is lost.`);
      });
      const [traceId, spanId] = ["fe".padStart(32, "a"), "fe0".padStart(16, "b")];
      await remove(workspace, { kind: "span", traceId, spanId });
      expect((await allText(workspace)).includes(`my ${secret}`)).toBe(false);
    });
  });

  it("takes one span", async () => {
    await withTestWorkspace(async (workspace) => {
      await workspace.ingestRequests([hostile]);
      await workspace.derive();
      const [traceId, spanId] = ["fe".padStart(32, "a"), "fe0".padStart(16, "b")];
      expect(await remove(workspace, { kind: "span", traceId, spanId })).toMatchObject({
        spans: 1,
      });
      expect((await allText(workspace)).includes(`My ${secret}`)).toBe(false);
      const nothing = await planRemoval(workspace.db, { kind: "span", traceId, spanId });
      expect(nothing).toEqual({ spans: 0, events: 0, records: 0, rejects: 0, cases: 0 });
    });
  });
});
