import { expect, it } from "vitest";
import { dayUs, minuteUs } from "@/lib/stats/time/zoned-time";
import { otlpRequest } from "@/lib/testing/spans/otlp";
import { supportCase } from "@/lib/testing/spans/support-case";
import { withTestWorkspace } from "@/lib/testing/test-workspace";
import { locationIn } from "@/lib/testing/postgres/folder-database";
import { loadAsOf } from "./as-of";

const startUs = 1_767_700_000_000_000;
const messages = [{ who: "customer", text: "Where is my refund?" }] as const;

const contact = (caseId: string, atUs: number) =>
  supportCase({ caseId, idSuffix: caseId.slice(-1), startUs: atUs, messages });

it("is now until nothing came for a week, then the newest contact or closing, however long ago", async () => {
  await withTestWorkspace(async ({ folder, ingestRequests, derive }) => {
    const asOf = (nowUs: number) => loadAsOf(locationIn(folder, "main"), nowUs);
    expect(await asOf(startUs)).toBe(startUs);
    await ingestRequests([contact("C-1", startUs)]);
    await derive();
    const endUs = await asOf(startUs + 400 * dayUs);
    expect(endUs - startUs).toBeLessThan(minuteUs);
    for (const days of [0, 1, 7]) {
      expect(await asOf(endUs + days * dayUs)).toBe(endUs + days * dayUs);
    }
    expect(await asOf(endUs + 7 * dayUs + 1)).toBe(endUs);
    const span = { traceId: "c".repeat(32), spanId: "e".repeat(16), name: "close" };
    const closedUs = startUs + 20 * dayUs;
    await ingestRequests([
      otlpRequest([
        {
          ...{ ...span, startUs: closedUs, endUs: closedUs },
          attributes: { case_id: "C-1", "case.event": "closed" },
        },
      ]),
    ]);
    await derive();
    expect(await asOf(startUs + 400 * dayUs)).toBe(closedUs);
    expect(await asOf(closedUs + 6 * dayUs)).toBe(closedUs + 6 * dayUs);
  });
});

it("leaves out what a clock that runs ahead wrote", async () => {
  await withTestWorkspace(async ({ folder, ingestRequests, derive }) => {
    const asOf = (nowUs: number) => loadAsOf(locationIn(folder, "main"), nowUs);
    const nowUs = startUs + 30 * dayUs;
    await ingestRequests([contact("C-1", startUs), contact("C-2", nowUs + 90 * dayUs)]);
    await derive();
    expect((await asOf(nowUs)) - startUs).toBeLessThan(minuteUs);
    expect(await asOf(nowUs + 90 * dayUs)).toBe(nowUs + 90 * dayUs);
  });
});
