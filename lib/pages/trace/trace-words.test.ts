import { describe, expect, it } from "vitest";
import type { SpanKind } from "@/lib/domain/trace/reading";
import type { TraceSpan } from "@/lib/domain/trace/trace";
import { timeTicks } from "@/lib/format/time-ticks";
import { timeFinding, traceTitle } from "./trace-words";

const secondUs = 1_000_000;

function span(kind: SpanKind, from: number, to: number): TraceSpan {
  return {
    spanId: `${kind}${from}`,
    parentSpanId: null,
    name: kind,
    kind,
    status: "unset",
    startUs: from * secondUs,
    endUs: to * secondUs,
    model: null,
    toolName: null,
    isToolError: false,
    usage: null,
  };
}

describe("traceTitle", () => {
  it("says how many failed, of how many, in what time", () => {
    expect([
      traceTitle(12, 0, 8_400_000),
      traceTitle(12, 1, 8_400_000),
      traceTitle(1, 1, 0),
      traceTitle(1, 0, 210_000),
    ]).toEqual([
      expect.stringMatching(/^12 spans .* 8\.40 s, none/u),
      expect.stringMatching(/^1 of 12 spans failed .* 8\.40 s$/u),
      expect.stringMatching(/^One span, .*failed/u),
      expect.stringMatching(/^1 span .* 210 ms, none/u),
    ]);
  });
});

describe("timeFinding", () => {
  it("counts work that overlaps once, and leaves out what only holds others", () => {
    const spans = [span("agent", 0, 10), span("llm", 1, 5), span("llm", 3, 7), span("tool", 7, 8)];
    expect(timeFinding(spans, 10 * secondUs)).toMatch(/model calls .* 60% .*tool calls .* 10%\.$/u);
  });

  it("says nothing where there is nothing to say", () => {
    expect(timeFinding([span("agent", 0, 1), span("chain", 0, 1)], secondUs)).toBe("");
    expect(timeFinding([span("llm", 0, 0), span("llm", 0, 0)], 0)).toBe("");
  });
});

describe("timeTicks", () => {
  it.each([
    [8_400_000, ["0 s", "2", "4", "6", "8"]],
    [210_000, ["0 ms", "50", "100", "150", "200"]],
    [500, ["0 ms", "0.1", "0.2", "0.3", "0.4", "0.5"]],
    [883_077_511, ["0 min", "5", "10"]],
    [0, []],
  ])("divides %i µs at round instants", (lengthUs, labels) => {
    expect(timeTicks(lengthUs).map(({ label }) => label)).toEqual(labels);
  });
});
