import { describe, expect, it } from "vitest";
import { supportCase } from "@/lib/testing/spans/support-case";
import { withTestWorkspace } from "@/lib/testing/test-workspace";
import { drainQueue } from "./drain-queue";
import { statement } from "@/lib/store/port";

const startUs = 1_767_600_000_000_000;

/** Blocks this thread without using CPU, like a slow derivation. */
function sleep(ms: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
}

describe("answers that take long", () => {
  it("are stored one by one, so that none is held in memory or lost for those behind it", async () => {
    await withTestWorkspace(async ({ db, ingestRequests, maskAnswer }) => {
      const options = {
        startUs,
        messages: [{ who: "customer", text: "Where is my parcel?" }] as const,
      };
      const suffixes = ["01", "02", "03"];
      await ingestRequests(
        suffixes.map((idSuffix) => supportCase({ caseId: `C-${idSuffix}`, idSuffix, ...options })),
      );
      const stored: (readonly string[])[] = [];
      await drainQueue(db, {
        now: () => startUs,
        maskAnswer,
        onBegin: (stage) => stage === "case" && sleep(600),
        onSettled: (_, cases) => cases.length > 0 && stored.push(cases),
      });
      expect(stored).toEqual(suffixes.map((suffix) => [`C-${suffix}`]));
    });
  });
});

describe("a case whose spans are all sent again, changed", () => {
  it("stays while their trace still waits for more spans", async () => {
    await withTestWorkspace(async ({ db, ingestRequests, derive, maskAnswer }) => {
      const send = (text: string, atUs: number) =>
        ingestRequests([
          supportCase({
            caseId: "C-1",
            idSuffix: "01",
            startUs: atUs,
            messages: [{ who: "customer", text }],
          }),
        ]);
      const countCases = () =>
        db.read((connection) =>
          statement<unknown[]>(connection, "SELECT count(*) AS count FROM cases").get(),
        );
      await send("Where is my parcel?", startUs);
      await derive();

      await send("Where is my parcel now?", startUs + 60_000_000);
      const settleUs = 60_000_000;
      await drainQueue(db, { now: () => 1_780_000_000_000_000, maskAnswer, settleUs });
      expect(await countCases()).toEqual({ count: 1 });
    });
  });
});
