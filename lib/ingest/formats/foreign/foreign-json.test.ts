import { describe, expect, it } from "vitest";
import { decodeAll } from "@/lib/testing/spans/decode-all";
import { jsonRequest, jsonSpan } from "@/lib/testing/spans/otlp-json";
import type { DecodedItem } from "../format";
import { otlpJson } from "../otlp-json";

const traceId = "5b8efff798038103d269b633813fc60c";

async function itemsOf(sent: unknown, indent?: number): Promise<readonly DecodedItem[]> {
  const items = await decodeAll(otlpJson, JSON.stringify(sent, null, indent));
  return items.filter(({ type }) => type !== "columns");
}

describe("a tracing server's answer", () => {
  it.each(["trace", "traces", "data", "result"])(
    "with the request under %s is read, on one line or many",
    async (name) => {
      const sent = { status: "ok", [name]: jsonRequest([jsonSpan(), jsonSpan()]) };
      for (const indent of [undefined, 2]) {
        const items = await itemsOf(sent, indent);
        expect(items.map(({ type }) => type)).toEqual(["span", "span"]);
      }
      const nested = await itemsOf({ data: { [name]: jsonRequest([jsonSpan()]) } });
      expect(nested.map(({ type }) => type)).toEqual(["span"]);
    },
  );
});

describe("Jaeger's JSON", () => {
  const span = {
    traceID: traceId.toUpperCase(),
    spanID: "ab",
    operationName: "turn",
    references: [
      { refType: "CHILD_OF", traceID: traceId, spanID: "cd" },
      { refType: "FOLLOWS_FROM", traceID: "ef".repeat(16), spanID: "12".repeat(8) },
    ],
    startTime: 1_790_000_000_000_000,
    duration: 2_500_000,
    tags: [
      { key: "case_id", type: "string", value: "C-1" },
      { key: "span.kind", type: "string", value: "client" },
      { key: "tokens", type: "int64", value: "12" },
      { key: "error", type: "bool", value: true },
    ],
    logs: [{ timestamp: 1_790_000_000_500_000, fields: [{ key: "event", value: "retry" }] }],
    processID: "p1",
  };
  const processes = {
    p1: { serviceName: "desk", tags: [{ key: "region", type: "string", value: "eu" }] },
  };
  const read = {
    traceId,
    spanId: "00000000000000ab",
    parentSpanId: "00000000000000cd",
    name: "turn",
    otlpKind: 3,
    startUs: 1_790_000_000_000_000,
    endUs: 1_790_000_002_500_000,
    status: "error",
    links: [{ traceId: "ef".repeat(16), spanId: "12".repeat(8) }],
    resource: new Map([
      ["region", "eu"],
      ["service.name", "desk"],
    ]),
  };

  it("is read with ids, parents, links, times, tags, logs and processes", async () => {
    for (const indent of [undefined, 2]) {
      const items = await itemsOf(
        { data: [{ traceID: traceId, spans: [span], processes }] },
        indent,
      );
      expect(items).toMatchObject([{ type: "span", span: read }]);
      const [item] = items;
      if (item?.type !== "span") throw new Error("no span");
      expect(item.span.attributes.get("case_id")).toBe("C-1");
      expect(item.span.attributes.get("tokens")).toBe(12);
      expect(item.span.events.map(({ name }) => name)).toEqual(["retry"]);
    }
  });

  it("is read a span a line too, as its storage has it", async () => {
    const stored = { ...span, processID: undefined, process: processes.p1 };
    expect(await itemsOf(stored)).toMatchObject([{ type: "span", span: read }]);
  });
});

describe("Langfuse's export", () => {
  const trace = {
    id: "0f5d1c0e-2b8f-4e65-9a55-1f3d5b7a9c11",
    timestamp: "2026-10-01T08:00:00.000Z",
    userId: "kim",
    sessionId: "s-1",
    metadata: { case_id: "C-1" },
  };
  const observation = {
    id: "step one",
    type: "GENERATION",
    name: "answer",
    startTime: "2026-10-01T08:00:01.000Z",
    endTime: "2026-10-01T08:00:02.500Z",
    input: [{ role: "user", content: "Is it open?" }],
    output: { role: "assistant", content: "Until six." },
    level: "ERROR",
  };
  const scores = [{ name: "tact", value: 0.5, observationId: "ab" }];

  it.each([
    ["beside its trace", { trace, observations: [observation], scores }],
    ["in its trace", { ...trace, observations: [observation], scores }],
    ["in a page of traces", { data: [{ ...trace, observations: [observation], scores }] }],
  ])("with observations %s is read as its SDK would send it", async (_, sent) => {
    for (const indent of [undefined, 2]) {
      const items = await itemsOf(sent, indent);
      const [root, step] = items.flatMap((item) => (item.type === "span" ? [item.span] : []));
      expect(items).toHaveLength(2);
      expect(root).toMatchObject({
        traceId: "0f5d1c0e2b8f4e659a551f3d5b7a9c11",
        parentSpanId: null,
        startUs: Date.parse(trace.timestamp) * 1000,
        endUs: Date.parse(observation.endTime) * 1000,
        events: [{ name: "gen_ai.evaluation.result" }],
      });
      expect(root?.attributes.get("langfuse.trace.metadata")).toBe('{"case_id":"C-1"}');
      expect(step).toMatchObject({
        parentSpanId: root?.spanId,
        spanId: "73746570206f6e65",
        status: "error",
      });
      expect(step?.attributes.get("langfuse.observation.type")).toBe("generation");
    }
  });
});

describe("numbers and characters that JSON can say and text cannot hold", () => {
  const attribute = (value: string) =>
    JSON.stringify(jsonRequest([jsonSpan({ attributes: [{ key: "id", value: "@" }] })])).replace(
      '"@"',
      value,
    );

  it.each([
    '{"intValue":9007199254740995}',
    '{ "int_value" : 9007199254740995 }',
    "9007199254740995",
  ])("keep every digit of %s", async (value) => {
    const [item] = await decodeAll(otlpJson, attribute(value));
    if (item?.type !== "span") throw new Error("no span");
    expect(item.span.attributes.get("id")).toBe("9007199254740995");
  });

  it("leave long numbers in texts and short ones alone", async () => {
    const [item] = await decodeAll(
      otlpJson,
      attribute('{"stringValue":"{\\"n\\": 9007199254740995}"}'),
    );
    if (item?.type !== "span") throw new Error("no span");
    expect(item.span.attributes.get("id")).toBe('{"n": 9007199254740995}');
  });

  it("lose NUL and halves of characters that stand escaped in a text of JSON", async () => {
    const of = async (text: string) => {
      const [item] = await decodeAll(otlpJson, attribute(JSON.stringify({ stringValue: text })));
      if (item?.type !== "span") throw new Error("no span");
      return [item.span.attributes.get("id"), item.findings.map(({ code }) => code)];
    };
    expect(await of(String.raw`["a\u0000b \ud83d c \ud83d\ude00 \\u0000"]`)).toEqual([
      String.raw`["a\ufffdb \ufffd c \ud83d\ude00 \\u0000"]`,
      ["text-replaced"],
    ]);
    const plain = String.raw`The escape is \u0000 in JSON`;
    expect(await of(plain)).toEqual([plain, []]);
  });
});
