import { describe, expect, it } from "vitest";
import { isOnPostgres } from "@/lib/testing/postgres/test-server";
import { isWholeTier, runSeed } from "@/lib/testing/runs";
import { readAllFiles } from "@/lib/testing/spans/read-raw";
import { asLines, type OtlpRequest } from "@/lib/testing/spans/otlp";
import { seededRandom } from "@/lib/testing/seeded-random";
import { supportCase } from "@/lib/testing/spans/support-case";
import { withTestWorkspace, type TestWorkspace } from "@/lib/testing/test-workspace";
import { eraseCustomer } from "./intake/erase-customer";
import { sweepRemoved } from "@/lib/store/erasure/sweep";
import { createHashTombstone } from "./worker/data-folder";

const startUs = 1_767_600_000_000_000;
const hourUs = 3_600_000_000;

/** Contacts of "u-gone", of others and of nobody; cases and sessions are shared at random. */
function contact(round: number, at: number): OtlpRequest {
  const random = seededRandom(runSeed + round * 100 + at);
  const customer = random.pick(["u-gone", "u-other", null]);
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
      ...(customer !== null && { customer_id: customer }),
      // A session of several customers hands none down: it is one customer's here.
      ...(session > 0 && { "session.id": `s-${customer ?? "u-gone"}-${String(session)}` }),
    },
  });
}

async function erase({ db, derive, folder }: TestWorkspace, customerId: string) {
  const hashTombstone = createHashTombstone(folder);
  const erasure = await eraseCustomer(db, { customerId, hashTombstone, nowUs: startUs });
  await derive();
  return erasure;
}

describe("erasing a customer", () => {
  it.each(isOnPostgres() && !isWholeTier ? [1, 2] : [1, 2, 3, 4])(
    "gives the same before, between and after its contacts (%i)",
    async (round) => {
      const contacts = [0, 1, 2, 3, 4, 5, 6, 7].map((at) => contact(round, at));
      const records = [
        { id: "C-1", customer: "u-gone", closed: "2026-01-07T00:00:00Z" },
        {
          id: "C-2",
          closed: "2026-01-08T00:00:00Z",
          ...(round % 2 === 0 && { merged_into: "C-3" }),
        },
      ];
      const sent: readonly object[] = [...contacts, ...records];
      const digests = await Promise.all(
        [0, 3, 7, sent.length].map((erasedAt) =>
          withTestWorkspace(async (workspace) => {
            const order =
              erasedAt === sent.length ? sent : seededRandom(runSeed + round).shuffle([...sent]);
            for (const [at, each] of order.entries()) {
              if (at === erasedAt) await erase(workspace, "u-gone");
              await workspace.ingest(asLines([each]));
              if (at % 3 === 0) await workspace.derive();
            }
            await workspace.derive();
            if (erasedAt === sent.length) await erase(workspace, "u-gone");
            const once = await workspace.digest();
            for (const each of [contacts, records]) await workspace.ingest(asLines(each));
            expect(await workspace.digest()).toBe(once);
            return once;
          }),
        ),
      );
      expect(new Set(digests).size).toBe(1);
    },
  );

  it("leaves what it would be had only the others come", async () => {
    const of = (customer: string, mark: string) =>
      supportCase({
        caseId: `C-${mark}`,
        idSuffix: mark,
        startUs,
        messages: [{ who: "customer", text: `Where is the parcel of ${customer}?` }],
        attributes: { customer_id: customer },
      });
    const others = [of("u-other", "1"), of("u-third", "2")];
    const shared = supportCase({
      caseId: "C-1",
      idSuffix: "3",
      startUs: startUs + hourUs,
      messages: [{ who: "customer", text: "My flugelhorn is lost." }],
      attributes: { customer_id: "u-gone" },
    });
    const without = await withTestWorkspace(async (workspace) => {
      await workspace.ingestRequests(others);
      return workspace.digest();
    });
    await withTestWorkspace(async (workspace) => {
      await workspace.ingestRequests([...others, shared, of("u-gone", "4")]);
      await workspace.derive();
      expect(await erase(workspace, "u-gone")).toMatchObject({ sharedCases: 1, spans: 4 });
      await sweepRemoved(workspace.db);
      expect(await workspace.digest()).toBe(without);
      const file = readAllFiles(workspace.folder).toString("latin1");
      for (const word of ["flugelhorn", "u-gone", "C-4"]) expect(file).not.toContain(word);
    });
  });
});
