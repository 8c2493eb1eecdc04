import { describe, expect, it } from "vitest";
import { defaultSettings } from "@/lib/domain/settings/settings";
import { openWriter } from "@/lib/store/open-database";
import { writeSettings } from "@/lib/store/decisions/decisions";
import { noteOversized } from "@/lib/store/spans/oversized-groups";
import { otlpRequest } from "@/lib/testing/spans/otlp";
import { withTestWorkspace } from "@/lib/testing/test-workspace";
import { locationIn } from "@/lib/testing/postgres/folder-database";
import { loadDataHealth } from "./load";

const dayUs = 86_400_000_000;
const nowUs = 1_780_000_000_000_000;
const startUs = nowUs - 30 * dayUs;

function message(at: number, attributes: Record<string, string>) {
  const digits = String(at).padStart(2, "0");
  return {
    traceId: digits.repeat(16),
    spanId: digits.repeat(8),
    startUs: startUs + at * dayUs,
    attributes: {
      "message.role": "customer",
      "message.content": "Where is my flugelhorn?",
      ...attributes,
    },
  };
}

describe("loadDataHealth", () => {
  it("counts cases of regions that are no place, until somebody states which they are", async () => {
    await withTestWorkspace(async ({ folder, ingestRequests, derive }) => {
      const path = locationIn(folder, "main");
      await ingestRequests([
        otlpRequest([
          message(10, { case_id: "C-1", channel: "chat", region: "zone-9" }),
          message(11, { case_id: "C-2", channel: "chat", region: "zone-9" }),
          message(12, { case_id: "C-3", channel: "chat", region: "Cluster Blue" }),
          message(13, { case_id: "C-4", channel: "chat", region: "US-CA" }),
        ]),
      ]);
      await derive();
      const unplaced = async () =>
        (await loadDataHealth(path, { days: 28 }, nowUs, null))?.unplaced;
      expect(await unplaced()).toEqual({ cases: 3, regions: ["zone-9", "Cluster Blue"] });

      const { disclosureRules } = defaultSettings;
      const placed = { ...disclosureRules, regions: { "ZONE-9": "IN" } };
      const writer = await openWriter(path);
      await writeSettings(writer, { ...defaultSettings, disclosureRules: placed });
      await writer.close();
      expect(await unplaced()).toEqual({ cases: 1, regions: ["Cluster Blue"] });
    });
  });

  it("counts contacts by channel and day, and says why spans have no case", async () => {
    await withTestWorkspace(async ({ folder, ingestRequests, derive }) => {
      const path = locationIn(folder, "main");
      const spans = [
        message(10, { case_id: "C-1", channel: "chat" }),
        message(11, { case_id: "C-2", channel: "chat" }),
        message(12, { case_id: "C-3", channel: "voice" }),
        message(13, { channel: "sms" }),
        message(14, { channel: "sms", "session.id": "s-1" }),
      ];
      await ingestRequests([otlpRequest(spans)]);
      expect((await loadDataHealth(path, { days: 28 }, nowUs, null))?.queue.depth).toBe(5);
      await derive();

      const health = await loadDataHealth(path, { days: 28 }, nowUs, null);
      expect(health?.title).toMatch(/^All channels .* 2 spans /u);
      expect(health?.feeds?.feeds.map(({ channel, total }) => [channel, total])).toEqual([
        ["voice", 1],
        ["chat", 2],
      ]);
      expect(
        health?.unassigned.map(({ channel, spans: count, why }) => [channel, count, why]),
      ).toEqual([
        ["sms", 1, expect.stringContaining("no session")],
        ["sms", 1, expect.stringContaining("the same session")],
      ]);
      expect(health?.unassigned.flatMap(({ exampleTraceIds }) => exampleTraceIds)).toEqual([
        "13".repeat(16),
        "14".repeat(16),
      ]);
      expect(health?.queue).toEqual({
        depth: 0,
        stages: [],
        age: null,
        senders: [],
        furtherSenders: null,
        failures: [],
        failed: 0,
      });
      expect(health?.sources[0]).toEqual({
        field: "Case",
        shares: [
          { words: "the span's attributes", spans: 3, percent: "3 of 5" },
          { words: "nobody said", spans: 2, percent: "2 of 5" },
        ],
      });
      expect(health?.evaluators.length).toBeGreaterThan(0);
    });
  });

  it("names the session and the customer ids that too much has in common", async () => {
    await withTestWorkspace(async ({ folder, db, ingestRequests, derive }) => {
      await ingestRequests([
        otlpRequest([message(10, { case_id: "C-1", customer_id: "anonymous" })]),
      ]);
      await derive();
      await db.write(async (connection) => {
        await noteOversized(connection, "customer", "anonymous", true);
      });
      const health = await loadDataHealth(locationIn(folder, "main"), { days: 28 }, nowUs, null);
      expect(health?.oversizedTotal).toBe(1);
      expect(health?.oversized).toEqual([
        {
          label: "Customer anonymous",
          href: "/customers/anonymous",
          because: expect.stringMatching(/^1 case of this customer id\. Above 1,000 /u) as string,
          remedy: expect.stringContaining("customer_id") as string,
        },
      ]);
    });
  });

  it("counts contacts by the days of the display zone, and is as new as the end of the last", async () => {
    await withTestWorkspace(async ({ folder, ingestRequests, derive }) => {
      const path = locationIn(folder, "main");
      const opened = Date.parse("2026-05-20T11:50Z") * 1000 - startUs;
      const spans = [0, 5, 20].map((minutes, index) => ({
        ...message(index + 1, { case_id: "C-1", channel: "chat", "session.id": "s-1" }),
        startUs: startUs + opened + minutes * 60_000_000,
        endUs: startUs + opened + minutes * 60_000_000,
      }));
      await ingestRequests([otlpRequest(spans)]);
      await derive();
      const db = await openWriter(path);
      await writeSettings(db, { ...defaultSettings, displayTimeZone: "Pacific/Auckland" });
      await db.close();
      const health = await loadDataHealth(path, { days: 28 }, nowUs, null);
      expect(health?.feeds?.days).toEqual(["20 May 2026", "21 May 2026"]);
      expect(health?.feeds?.feeds.map(({ counts }) => counts)).toEqual([[1, 0]]);
      expect(health?.feeds?.newestUs).toBe(startUs + opened + 20 * 60_000_000);
    });
  });

  it("says which evaluators could not judge, as a share of what they should have", async () => {
    await withTestWorkspace(async ({ folder, ingestRequests, derive }) => {
      await ingestRequests([otlpRequest([message(10, { case_id: "C-1", channel: "chat" })])]);
      await derive();
      const health = await loadDataHealth(locationIn(folder, "main"), { days: 28 }, nowUs, null);
      for (const { total, scored, unscored, notApplicable, unscoredShare } of health?.evaluators ??
        []) {
        expect(scored + unscored + notApplicable).toBe(total);
        expect(unscoredShare).toBe(`${String(unscored)} of ${String(scored + unscored)}`);
      }
    });
  });
});
