import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isResolved, outcomeAt } from "@/lib/domain/case/outcome";
import { outcomeFacts } from "@/lib/analytics/rows/outcome-facts";
import { readCase, type StoredCase } from "@/lib/store/cases/read-case";
import { runs } from "@/lib/testing/runs";
import { asLines } from "@/lib/testing/spans/otlp";
import { supportCase } from "@/lib/testing/spans/support-case";
import { withTestWorkspace, type TestWorkspace } from "@/lib/testing/test-workspace";

const dayUs = 86_400_000_000;
const startUs = 1_767_600_000_000_000;
const muchLaterUs = startUs + 400 * dayUs;

const first = supportCase({
  caseId: "C-1",
  idSuffix: "01",
  startUs,
  messages: [
    { who: "customer", text: "Please refund order W123." },
    { who: "agent", text: "I have looked into it." },
  ],
  attributes: { customer_id: "u-1", intent: "refund" },
});
const second = supportCase({
  caseId: "C-2",
  idSuffix: "02",
  startUs: startUs + 2 * dayUs,
  messages: [
    { who: "customer", text: "Order W123 still is not refunded." },
    { who: "agent", text: "I am sorry." },
  ],
  attributes: { customer_id: "u-1", intent: "refund" },
});

describe("a customer's cases", () => {
  it.each([
    ["in order", [[first], [second]]],
    ["in the other order", [[second], [first]]],
    ["together", [[second, first]]],
  ])("make the first a repeat when they come %s", async (_, batches) => {
    const whole = await withTestWorkspace(async (workspace) => {
      await workspace.ingestRequests([first, second]);
      return workspace.digest();
    });
    await withTestWorkspace(async (workspace) => {
      for (const batch of batches) {
        await workspace.ingestRequests(batch);
        await workspace.derive();
      }
      const stored = await requireCase(workspace, "C-1");
      expect(stored.row).toMatchObject({ repeatUs: startUs + 2 * dayUs, repeatCaseId: "C-2" });
      expect(outcomeOf(stored)).toBe("reopened");
      expect(await workspace.digest()).toBe(whole);
    });
  });

  it("lose the repeat when the second turns out to be another customer's", async () => {
    await withTestWorkspace(async (workspace) => {
      await workspace.ingestRequests([first, second]);
      await workspace.derive();
      const moved = supportCase({
        caseId: "C-2",
        idSuffix: "02",
        startUs: startUs + 2 * dayUs,
        messages: [],
        attributes: { customer_id: "u-9", intent: "refund", "plan.name": "gold" },
      });
      await workspace.ingestRequests([moved]);
      await workspace.derive();
      expect((await requireCase(workspace, "C-1")).row).toMatchObject({
        repeatUs: null,
        repeatCaseId: null,
      });
    });
  });
});

describe("what a CRM says", () => {
  const closed = { id: "C-1", closed: "2026-01-05T12:00:00Z", closure_code: "resolved", csat: 5 };
  const merged = { id: "C-2", customer: "u-1", merged_into: "C-1" };
  const chained = { id: "C-1", customer: "u-1", merged_into: "C-0" };

  it.each([
    ["before the spans", true],
    ["after the spans", false],
  ])("counts when it comes %s", async (_, isFirst) => {
    await withTestWorkspace(async (workspace) => {
      if (isFirst) await workspace.ingest(asLines([closed, merged]));
      await workspace.ingestRequests([first, second]);
      await workspace.derive();
      if (!isFirst) {
        await workspace.ingest(asLines([closed, merged]));
        await workspace.derive();
      }
      expect((await requireCase(workspace, "C-1")).row).toMatchObject({
        closedUs: Date.parse(closed.closed) * 1000,
        closedFrom: "record",
        csat: 5,
        spans: 6,
        mergedInto: null,
        repeatUs: null,
      });
      const duplicate = await requireCase(workspace, "C-2");
      expect(duplicate.row).toMatchObject({ mergedInto: "C-1", spans: 0, messages: 0 });
      expect(outcomeOf(duplicate)).toBe("duplicate");
    });
  });

  it("keeps one case of a cycle of merges", async () => {
    await withTestWorkspace(async (workspace) => {
      await workspace.ingestRequests([first, second]);
      await workspace.ingest(asLines([merged, { id: "C-1", merged_into: "C-2" }]));
      await workspace.derive();
      const stored = await requireCase(workspace, "C-1");
      expect(stored.row).toMatchObject({ mergedInto: null, touchpoints: 2 });
      expect(outcomeOf(stored)).not.toBe("duplicate");
      expect(outcomeOf(await requireCase(workspace, "C-2"))).toBe("duplicate");
    });
  });

  it("makes a case of its own where no span names it", async () => {
    await withTestWorkspace(async (workspace) => {
      const { id, closed: atText } = closed;
      const record = { id, closed: atText, customer: "u-7", type: "billing" };
      await workspace.ingest(asLines([record]));
      await workspace.derive();
      const stored = await requireCase(workspace, "C-1");
      expect(stored.row).toMatchObject({ customerId: "u-7", caseType: "billing", spans: 0 });
      expect(outcomeOf(stored)).toBe("closed_unproven");
    });
  });

  it("is the same whatever the order of its rows, which may contradict each other, and of the spans", async () => {
    const rows = [
      closed,
      { ...closed, csat: 1, closed: "2026-01-06T12:00:00Z" },
      { id: "C-1", customer: "u-2", region: "EU" },
      merged,
      chained,
      { id: "C-2", customer: "u-1", merged_into: "C-5" },
      { id: "C-0", merged_into: "C-9" },
    ];
    const arrivals = [...rows, first, second].map((arrival) => asLines([arrival]));
    const digests = new Set<string>();
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray(arrivals, { minLength: arrivals.length }),
        fc.array(fc.boolean(), { minLength: arrivals.length, maxLength: arrivals.length }),
        async (order, pauses) => {
          await withTestWorkspace(async (workspace) => {
            for (const [index, arrival] of order.entries()) {
              await workspace.ingest(arrival);
              if (pauses[index] === true) await workspace.derive();
            }
            digests.add(await workspace.digest());
          });
          expect(digests.size).toBe(1);
        },
      ),
      { numRuns: runs(25) },
    );
  });
});

describe('a failed tool call, then "all done!", then "thanks"', () => {
  it.each(["status", "words"])("is never resolved (the failure stands in its %s)", async (how) => {
    const request = supportCase({
      caseId: "C-1",
      idSuffix: "01",
      startUs,
      messages: [
        { who: "customer", text: "Please refund order W123." },
        { who: "tool", text: '{"error": "payment gateway timed out"}', isError: how === "status" },
        { who: "agent", text: "All done! Your refund for order W123 is on its way." },
        { who: "customer", text: "Thanks!" },
      ],
    });
    await withTestWorkspace(async (workspace) => {
      await workspace.ingestRequests([request]);
      await workspace.derive();
      const stored = await requireCase(workspace, "C-1");
      expect(isResolved(outcomeOf(stored))).toBe(false);
    });
  });
});

async function requireCase({ db }: TestWorkspace, caseId: string): Promise<StoredCase> {
  const stored = await readCase(db, caseId);
  if (stored === null) throw new Error(`The case ${caseId} is missing.`);
  return stored;
}

function outcomeOf({ row }: StoredCase): ReturnType<typeof outcomeAt> {
  return outcomeAt(outcomeFacts(row, row), muchLaterUs);
}
