import { describe, expect, it } from "vitest";
import { readCohort, writeCohort } from "@/lib/store/gate/cohorts";
import { readCase } from "@/lib/store/cases/read-case";
import { readReplayedCase, readReplays, readRunSummaries } from "@/lib/store/gate/replays";
import { listCaseIds } from "@/lib/store/spans/export-rows";
import { asReplay } from "@/lib/testing/spans/as-replay";
import { readAllFiles } from "@/lib/testing/spans/read-raw";
import { supportCase } from "@/lib/testing/spans/support-case";
import { syntheticExport } from "@/lib/testing/spans/synthetic-export";
import { runSeed } from "@/lib/testing/runs";
import { seededRandom } from "@/lib/testing/seeded-random";
import { withTestWorkspace, type TestWorkspace } from "@/lib/testing/test-workspace";
import { eraseCustomer } from "./intake/erase-customer";
import { sweepRemoved } from "@/lib/store/erasure/sweep";
import { createHashTombstone } from "./worker/data-folder";

const production = syntheticExport(1, 6).requests;
/** The same case, customer and session ids as in production; other traces. */
const items = Array.from({ length: 4 }, (_, index) => ({
  item: `item-${String(index)}`,
  requests: syntheticExport(50 + index, 1).requests,
}));
const replayed = items.flatMap(({ item, requests }) => [
  ...asReplay(requests, { run: "v15-a", item, release: "v15" }, "a"),
  ...asReplay(requests, { run: "v14-a", item, release: "v14", cohort: "golden" }, "b"),
  ...asReplay(requests, { run: "v14-a", item, release: "v14", repeat: "2" }, "c"),
]);

describe("replays of a cohort", () => {
  it("are cases of their run and none of production", async () => {
    await withTestWorkspace(async (workspace) => {
      await workspace.ingestRequests(production);
      await workspace.derive();
      const before = await casesOf(workspace);
      await workspace.ingestRequests(replayed);
      await workspace.derive();
      expect(await casesOf(workspace)).toEqual(before);
      expect(await readRunSummaries(workspace.db)).toMatchObject([
        { run: "v14-a", releases: ["v14"], cohorts: ["golden"], items: 4, replays: 8 },
        { run: "v15-a", releases: ["v15"], cohorts: [], items: 4, replays: 4 },
      ]);
      const [first] = await readReplays(workspace.db, "v14-a");
      expect(first).toMatchObject({ item: "item-0", repeat: 1, release: "v14", cohort: "golden" });
      expect(first?.outcomes.map(({ evaluator }) => evaluator)).toContain(
        "conversation_resolution",
      );
      const derived = first === undefined ? null : await readReplayedCase(workspace.db, first);
      expect(derived?.messages.length).toBeGreaterThan(0);
    });
  });

  it("are the same in whatever order their spans and those of production arrive", async () => {
    const all = [...production, ...replayed];
    const whole = await withTestWorkspace(async (workspace) => {
      await workspace.ingestRequests(all);
      return workspace.digest();
    });
    const random = seededRandom(runSeed);
    for (let round = 0; round < 3; round += 1) {
      await withTestWorkspace(async (workspace) => {
        for (const request of random.shuffle(all)) {
          await workspace.ingestRequests([request]);
          if (random.below(20) === 0) await workspace.derive();
        }
        expect(await workspace.digest()).toBe(whole);
      });
    }
  });

  it("take their trace out of production when only the last span says so", async () => {
    const [first] = items;
    if (first === undefined) throw new Error("No item.");
    await withTestWorkspace(async (workspace) => {
      await workspace.ingestRequests(first.requests);
      await workspace.derive();
      expect(await listCaseIds(workspace.db)).toHaveLength(1);
      await workspace.ingestRequests(
        asReplay(first.requests, { run: "v15-a", item: first.item }, ""),
      );
      await workspace.derive();
      expect(await listCaseIds(workspace.db)).toEqual([]);
      expect(await readRunSummaries(workspace.db)).toMatchObject([{ run: "v15-a", replays: 1 }]);
    });
  });

  it("go with the customer whose case they replay, and so does the cohort's item", async () => {
    const [atUs, text] = [1_767_600_000_000_000, "My flugelhorn arrived dented."];
    const told = (caseId: string, customer: string) => {
      const messages = [{ who: "customer", text } as const];
      const attributes = { customer_id: customer };
      return supportCase({ caseId, idSuffix: "77", startUs: atUs, messages, attributes });
    };
    await withTestWorkspace(async (workspace) => {
      const { db } = workspace;
      await workspace.ingestRequests([told("C-gone", "u-gone")]);
      const [replay] = [asReplay([told("C-test", "u-test")], { run: "v15-a", item: "i1" }, "f")];
      await workspace.ingestRequests(replay);
      await workspace.derive();
      const channels = ["chat" as const];
      const item = { id: "i1", cluster: null, channels, expected: null, stratum: null };
      const items = [{ ...item, opening: [{ channel: "chat" as const, text }], source: "C-gone" }];
      const cohort = { name: "golden", sha256: "h", createdBy: null, items };
      const origin = { kind: "ids" } as const;
      await db.write((connection) => writeCohort(connection, { ...cohort, origin }, atUs));
      const hashTombstone = createHashTombstone(workspace.folder);
      await eraseCustomer(db, { customerId: "u-gone", hashTombstone, nowUs: atUs });
      await workspace.derive();
      await sweepRemoved(db);
      expect(await readRunSummaries(db)).toEqual([]);
      expect((await readCohort(db, "golden"))?.erased).toBe(1);
      const file = readAllFiles(workspace.folder).toString("latin1");
      for (const word of ["flugelhorn", "u-gone", "C-gone"]) expect(file).not.toContain(word);
    });
  });
});

async function casesOf({ db }: TestWorkspace) {
  const ids = await listCaseIds(db);
  return Promise.all(ids.map((caseId) => readCase(db, caseId)));
}
