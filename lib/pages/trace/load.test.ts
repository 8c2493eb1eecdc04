import { describe, expect, it } from "vitest";
import { createHalfOfName } from "@/lib/pipeline/worker/data-folder";
import { otlpRequest } from "@/lib/testing/spans/otlp";
import { withTestWorkspace } from "@/lib/testing/test-workspace";
import { locationIn } from "@/lib/testing/postgres/folder-database";
import { defaultTraceQuery } from "./url";
import { loadTracePage } from "./load";

const traceId = "ab".repeat(16);
const rootId = "1".repeat(16);
const llmId = "2".repeat(16);
const startUs = 1_767_600_000_000_000;

const request = otlpRequest([
  {
    traceId,
    spanId: rootId,
    name: "turn",
    startUs,
    endUs: startUs + 4_000_000,
    attributes: { case_id: "C-1", channel: "chat", "client.address": "call +1 415 555 0132" },
  },
  {
    traceId,
    spanId: llmId,
    parentSpanId: rootId,
    name: "chat",
    startUs: startUs + 1_000_000,
    status: { code: 2, message: "timeout" },
    attributes: {
      "gen_ai.operation.name": "chat",
      "gen_ai.request.model": "m-1",
      "gen_ai.input.messages": JSON.stringify([
        { role: "user", parts: [{ type: "text", content: "Where is my flugelhorn?" }] },
      ]),
      "gen_ai.output.messages": JSON.stringify([
        { role: "assistant", parts: [{ type: "text", content: "On its way." }] },
      ]),
    },
  },
]);

describe("loadTracePage", () => {
  it("says what a model call cost by list prices, where its span does not", async () => {
    await withTestWorkspace(async ({ folder, ingestRequests }) => {
      const path = locationIn(folder, "main");
      const attributes = {
        "gen_ai.operation.name": "chat",
        "gen_ai.provider.name": "openai",
        "gen_ai.request.model": "gpt-4o-mini",
        "gen_ai.usage.input_tokens": 900,
        "gen_ai.usage.output_tokens": 200,
      };
      await ingestRequests([
        otlpRequest([{ traceId, spanId: llmId, name: "chat", startUs, attributes }]),
      ]);
      const half = createHalfOfName(folder);
      const page = await loadTracePage({ path, scope: null }, traceId, defaultTraceQuery, half);
      // 900 of $0.15 and 200 of $0.60 a million: openai.com/api/pricing.
      expect(page?.panel?.used.cost).toBe("$0.00026, by list prices of 2026-11-20");
    });
  });

  it("shows a trace before its cases are derived, and where its words stand afterwards", async () => {
    await withTestWorkspace(async ({ folder, ingestRequests, derive }) => {
      const path = locationIn(folder, "main");
      const load = () =>
        loadTracePage({ path, scope: null }, traceId, defaultTraceQuery, createHalfOfName(folder));
      await ingestRequests([request]);
      const early = await load();
      expect([early?.caseIds, early?.panel?.inCaseHref, early?.rows.length]).toEqual([[], null, 2]);

      await derive();
      const page = await load();
      expect(page).toMatchObject({
        title: expect.stringMatching(/^1 of 2 .* 4\.00 s$/u) as string,
        caseIds: ["C-1"],
        channel: "chat",
        orphanCount: 0,
        panel: {
          spanId: llmId,
          statusMessage: "timeout",
          model: "m-1",
          inCaseHref: "/cases/C-1#m0",
          words: [
            { title: "Input", messages: [{ body: { text: "Where is my flugelhorn?" } }] },
            { title: "Output", messages: [{ body: { text: "On its way." } }] },
          ],
        },
      });
      expect(page?.panel?.belongs).toContainEqual({
        label: "Case",
        value: "C-1",
        from: "trace",
      });
    });
  });

  it.each([
    [
      "a thing's name as readable",
      "Please give me the number of Mia Hilton.",
      [{ hotel_name: "Mia Hilton", stars: 4 }],
      "Please give me the number of Mia Hilton.",
      /<PERSON:[0-9a-f]{16}>/,
    ],
    [
      "a person's name as masked",
      "- Booking 2 (Aarav): $871",
      { passengers: [{ first_name: "Aarav" }] },
      expect.stringMatching(/^- Booking 2 \(<PERSON:[0-9a-f]{16}>\): \$871$/),
      /Booking 2/,
    ],
  ])(
    "shows %s that a tool of the case returned, as its Case page does",
    async (_, said, result, shown, stored) => {
      await withTestWorkspace(async ({ folder, ingestRequests, derive }) => {
        const at = (spanId: string, line: number, attributes: Record<string, string>) => ({
          ...{ traceId, spanId, startUs: startUs + line },
          attributes: { case_id: "C-1", channel: "chat", ...attributes },
        });
        await ingestRequests([
          otlpRequest([
            at(rootId, 0, { "message.role": "customer", "message.content": said }),
            at(llmId, 1, {
              ...{ "gen_ai.operation.name": "execute_tool", "gen_ai.tool.name": "find" },
              ...{
                "gen_ai.tool.call.arguments": "{}",
                "gen_ai.tool.call.result": JSON.stringify(result),
              },
            }),
          ]),
        ]);
        await derive();
        const page = await loadTracePage(
          { path: locationIn(folder, "main"), scope: null },
          traceId,
          { ...defaultTraceQuery, spanId: rootId },
          createHalfOfName(folder),
        );
        const messages = page?.panel?.words.flatMap((words) => words.messages);
        expect(messages?.map(({ body }) => body.text)).toEqual([shown]);
        expect(page?.panel?.raw.text).toMatch(stored);
      });
    },
  );

  it("shows attributes and raw JSON as they are stored: masked", async () => {
    await withTestWorkspace(async ({ folder, ingestRequests }) => {
      await ingestRequests([request]);
      const path = locationIn(folder, "main");
      const page = await loadTracePage(
        { path, scope: null },
        traceId,
        {
          ...defaultTraceQuery,
          spanId: rootId,
        },
        createHalfOfName(folder),
      );
      expect(page?.panel?.maskedCount).toBe(1);
      expect(JSON.stringify(page)).not.toContain("555 0132");
      expect(page?.panel?.raw.text).toMatch(/<PHONE:[0-9a-f]{16}>/);
    });
  });

  it("shows a trace to those who see every case that it holds spans of, and an unassigned one to those who see all", async () => {
    await withTestWorkspace(async ({ folder, ingestRequests, derive }) => {
      const span = (mark: string, line: number, attributes: Record<string, string>) => ({
        traceId: mark.repeat(32),
        spanId: `${mark}${String(line)}`.padStart(16, "0"),
        startUs: startUs + line,
        attributes: { ...attributes, "message.role": "customer", "message.content": "Hello?" },
      });
      const spans = [
        span("a", 0, { case_id: "EU-1", region: "EU" }),
        span("b", 0, { case_id: "US-1", region: "US" }),
        span("c", 0, { case_id: "EU-1", region: "EU" }),
        span("c", 1, { case_id: "US-1", region: "US" }),
        span("d", 0, { case_id: "none-1" }),
        span("e", 0, {}),
      ];
      await ingestRequests([otlpRequest(spans)]);
      const path = locationIn(folder, "main");
      const shown = async (regions: readonly string[] | null) => {
        const scope = regions === null ? null : { regions, teams: [] };
        const pages = ["a", "b", "c", "d", "e"].map(async (mark) =>
          (await loadTracePage(
            { path, scope },
            mark.repeat(32),
            defaultTraceQuery,
            createHalfOfName(folder),
          )) === null
            ? ""
            : mark,
        );
        return (await Promise.all(pages)).join("");
      };
      expect(await shown(["EU"])).toBe("");
      await derive();
      expect(await shown(["EU"])).toBe("a");
      expect(await shown(["EU", "US"])).toBe("abc");
      expect(await shown(null)).toBe("abcde");
    });
  });

  it("knows no trace that nobody sent", async () => {
    await withTestWorkspace(async ({ folder }) => {
      const path = locationIn(folder, "main");
      expect(
        await loadTracePage(
          { path, scope: null },
          "0".repeat(32),
          defaultTraceQuery,
          createHalfOfName(folder),
        ),
      ).toBeNull();
    });
  });
});
