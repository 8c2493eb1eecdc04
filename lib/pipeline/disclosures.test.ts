import { expect, it } from "vitest";
import { readCase } from "@/lib/store/cases/read-case";
import { asLines, otlpRequest, type PlainSpan } from "@/lib/testing/spans/otlp";
import { runSeed } from "@/lib/testing/runs";
import { seededRandom } from "@/lib/testing/seeded-random";
import { withTestWorkspace } from "@/lib/testing/test-workspace";

const startUs = 1_767_600_000_000_000;
const traceId = "d".repeat(32);
const call = {
  case_id: "C-7",
  channel: "voice",
  interaction_id: "call-7",
  region: "US-CA",
} as const;

/** A call in which nobody says that it is recorded, and an announcement before it that does. */
const spans: readonly PlainSpan[] = [
  {
    ...{ traceId, spanId: "1".repeat(16), name: "ivr", startUs },
    attributes: call,
    events: [
      {
        ...{ name: "announcement", atUs: startUs + 500_000 },
        attributes: {
          "disclosure.given": "call-is-recorded",
          "disclosure.medium": "ivr",
          "disclosure.text": "Calls are recorded. Write to ann.lee@example.com to object.",
        },
      },
    ],
  },
  ...(["agent", "customer", "agent"] as const).map((role, at) => ({
    ...{ traceId, spanId: String(at + 2).repeat(16), name: "message" },
    startUs: startUs + (at + 1) * 2_000_000,
    attributes: { ...call, "message.role": role, "message.content": "My parcel is late, you see." },
  })),
];

it("an announcement that a span reports gives the notice, masked, in whatever order spans arrive", async () => {
  const random = seededRandom(runSeed);
  for (const order of [spans, random.shuffle(spans), spans.toReversed()]) {
    await withTestWorkspace(async (workspace) => {
      for (const span of order) {
        await workspace.ingest(asLines([otlpRequest([span])]));
        await workspace.derive();
      }
      const stored = await readCase(workspace.db, "C-7");
      const found = stored?.knowledge?.disclosures.filter(
        ({ rule }) => rule === "recording-notice-all-party",
      );
      expect(found).toMatchObject([
        {
          ...{ interaction: 0, status: "given", quote: null },
          notice: { medium: "ivr", from: "trace", atUs: startUs + 500_000 },
        },
      ]);
      expect(found?.[0]?.notice?.text).toMatch(/^Calls are recorded\. Write to <EMAIL:/);
    });
  }
});
