import { describe, expect, it } from "vitest";
import { sessionTracesMax } from "@/lib/domain/case/group-limits";
import { countUnassigned } from "@/lib/store/cases/counts";
import { readOversized } from "@/lib/store/spans/oversized-groups";
import { countRows } from "@/lib/testing/count-rows";
import { otlpRequest, type OtlpRequest, type PlainSpan } from "@/lib/testing/spans/otlp";
import { withTestWorkspace, type TestWorkspace } from "@/lib/testing/test-workspace";

const startUs = 1_767_600_000_000_000;

function traceOf(at: number, attributes: NonNullable<PlainSpan["attributes"]>): OtlpRequest {
  const traceId = (at + 1).toString(16).padStart(32, "0");
  const span = { traceId, spanId: "1".padStart(16, "0"), name: "agent", startUs: startUs + at };
  return otlpRequest([{ ...span, attributes: { "session.id": "shared", ...attributes } }]);
}

/** What it costs to ingest a session's traces, which agree on nothing, a few at a time. */
async function costOfShared(count: number): Promise<number> {
  return withTestWorkspace(async (workspace) => {
    const cost = await countRows(workspace.db);
    for (let from = 0; from < count; from += 20) {
      const some = Array.from({ length: 20 }, (_, at) =>
        traceOf(from + at, { customer_id: `customer-${String(from + at)}` }),
      );
      await workspace.ingestRequests(some);
      await workspace.derive();
    }
    return cost();
  });
}

describe("one session id on all traces", () => {
  it("costs in proportion to the traces", async () => {
    const small = await costOfShared(200);
    const large = await costOfShared(800);
    expect(large / small).toBeLessThan(5);
  });

  it("hands nothing down above the limit, whichever trace came last, and again below it", async () => {
    const named = traceOf(0, { case_id: "C-1" });
    const others = Array.from({ length: sessionTracesMax }, (_, at) => traceOf(at + 1, {}));
    const last = others[others.length - 1] ?? named;
    const digests = await Promise.all(
      [[[named, ...others]], [[named, ...others.slice(0, -1)], [last]], [others, [named]]].map(
        (batches) =>
          withTestWorkspace(async (workspace) => {
            for (const batch of batches) {
              await workspace.ingestRequests(batch);
              await workspace.derive();
            }
            expect(await countUnassigned(workspace.db)).toBe(sessionTracesMax);
            expect(await oversizedIn(workspace)).toEqual([
              { kind: "session", key: "shared", members: sessionTracesMax + 1, total: 1 },
            ]);
            const crowded = await workspace.digest();
            await workspace.ingestRequests([
              traceOf(sessionTracesMax, { "session.id": "another", more: 1 }),
            ]);
            await workspace.derive();
            expect(await countUnassigned(workspace.db)).toBe(1);
            expect(await oversizedIn(workspace)).toEqual([]);
            return crowded;
          }),
      ),
    );
    expect(digests).toEqual([digests[0], digests[0], digests[0]]);
  });
});

function oversizedIn({ db }: TestWorkspace) {
  return db.read((connection) => readOversized(connection, 10));
}
