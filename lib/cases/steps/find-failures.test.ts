import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CaseSpan } from "@/lib/domain/case/case";
import { spanKinds } from "@/lib/domain/trace/reading";
import { sortSpans } from "../sort-spans";
import { says, span, type SpanOverrides } from "../test-spans";
import { findFailures } from "./find-failures";

const nothing = { tool: null, model: null, prompt: null, error: null };

describe("findFailures", () => {
  it("finds each failed tool, model and retrieval once, with its prompt and why it failed", () => {
    const failed = findFailures([
      span("turn", { kind: "agent", promptName: "core", promptVersion: "v7", status: "error" }),
      span("t1", {
        ...{ kind: "tool", part: "tool", parentSpanId: "turn", toolName: "order_lookup" },
        ...{ isToolError: true, failure: "Order 4711 not found", at: 1 },
      }),
      span("t2", {
        ...{ kind: "tool", part: "tool", parentSpanId: "turn", toolName: "order_lookup" },
        ...{ status: "error", output: '{"error":"Order 4712 not found"}', at: 2 },
      }),
      span("m", {
        ...{ kind: "llm", part: "history", model: "m-1", promptName: "router", status: "error" },
        ...{ failure: "HTTP 503", at: 3 },
      }),
      span("r", { kind: "retriever", status: "error", at: 4 }),
      span("fine", { kind: "tool", part: "tool", toolName: "refund", status: "ok", at: 5 }),
    ]);
    expect(failed).toEqual([
      {
        ...nothing,
        kind: "tool",
        tool: "order_lookup",
        prompt: "core@v7",
        error: "Order # not found",
      },
      { ...nothing, kind: "llm", model: "m-1", prompt: "router", error: "HTTP 503" },
      { ...nothing, kind: "retriever" },
    ]);
  });

  it("takes a tool's prompt from the model call before it, and its reason from its result where the status says none", () => {
    const failed = findFailures([
      span("turn", { kind: "agent", promptVersion: "v7" }),
      span("m", { kind: "llm", parentSpanId: "turn", promptName: "core", promptVersion: "v7" }),
      span("t", {
        ...{ kind: "tool", part: "tool", parentSpanId: "turn", toolName: "find_user", at: 1 },
        ...{ status: "error", failure: "tool error", output: "Error: user not found" },
      }),
    ]);
    expect(failed).toEqual([
      {
        ...nothing,
        kind: "tool",
        tool: "find_user",
        prompt: "core@v7",
        error: "Error: user not found",
      },
    ]);
    const withoutReason = span("t", {
      kind: "tool",
      toolName: "pay",
      status: "error",
      failure: "failed",
    });
    expect(findFailures([withoutReason])).toEqual([
      { ...nothing, kind: "tool", tool: "pay", error: "failed" },
    ]);
  });

  it("finds nothing where nothing failed", () => {
    expect(findFailures([span("fine", { kind: "tool", status: "ok" })])).toEqual([]);
  });

  it("takes for a tool's prompt the last that a model was called with, if possible with its version", () => {
    const failing: SpanOverrides = { kind: "tool", toolName: "pay", status: "error", at: 5 };
    const core: SpanOverrides = { kind: "llm", promptName: "core", promptVersion: "v7" };
    const agent = span("a", { kind: "agent", promptName: "other", promptVersion: "v1", at: 1 });
    const bare = span("m2", { kind: "llm", at: 2 });
    const promptsOf = (...spans: readonly CaseSpan[]) =>
      findFailures(spans).map(({ prompt }) => prompt);
    expect(promptsOf(span("m", core), agent, bare, span("t", failing))).toEqual(["core@v7"]);
    const named = span("t", { ...failing, promptName: "payments" });
    expect(promptsOf(span("m", core), named)).toEqual(["core@v7"]);
    expect(promptsOf(named)).toEqual(["payments"]);
    expect(promptsOf(span("m", { ...core, promptName: null, status: "error" }))).toEqual(["v7"]);
  });

  it("takes the result for a reason only of a tool, and only where its status says none", () => {
    const errorsOf = (parts: SpanOverrides) =>
      findFailures([span("s", { status: "error", ...parts })]).map(({ error }) => error);
    const tool: SpanOverrides = { kind: "tool", toolName: "find_user" };
    expect(errorsOf({ ...tool, failure: "No such user", output: "Nobody" })).toEqual([
      "No such user",
    ]);
    expect(errorsOf({ ...tool, output: [says("tool", "Nobody")] })).toEqual(["Nobody"]);
    expect(errorsOf({ kind: "llm", output: "Hello" })).toEqual([null]);
  });

  it("names the innermost failure, not the spans around it that failed with it, nor the requests in it", () => {
    const failed = findFailures([
      span("root", { kind: "chain", status: "error" }),
      span("agent", { kind: "agent", parentSpanId: "root", status: "error" }),
      span("call", { kind: "tool", toolName: "pay", parentSpanId: "agent", status: "error" }),
      span("http", { kind: "other", parentSpanId: "call", status: "error" }),
    ]);
    expect(failed).toEqual([{ ...nothing, kind: "tool", tool: "pay" }]);
    const alone = span("agent", { kind: "agent", status: "error", failure: "No route" });
    expect(
      findFailures([
        span("root", { kind: "chain", status: "error" }),
        { ...alone, parentSpanId: "root" },
      ]),
    ).toEqual([{ ...nothing, kind: "agent", error: "No route" }]);
  });

  it("is the same in any order, bounded, and holds where spans are in a circle", () => {
    const ids = ["a", "b", "c", "d"];
    const spans: fc.Arbitrary<readonly CaseSpan[]> = fc
      .tuple(
        ...ids.map((id) =>
          fc.record({
            spanId: fc.constant(id),
            parentSpanId: fc.constantFrom(null, ...ids),
            kind: fc.constantFrom(...spanKinds),
            status: fc.constantFrom("ok", "error", "error"),
            at: fc.integer({ min: 0, max: 2 }),
          }),
        ),
      )
      .map((all) =>
        all.map(({ spanId, ...parts }) => span(spanId, { ...parts, toolName: spanId })),
      );
    fc.assert(
      fc.property(spans, fc.integer(), (all, seed) => {
        const shuffled =
          fc.sample(fc.shuffledSubarray([...all], { minLength: all.length }), {
            seed,
            numRuns: 1,
          })[0] ?? [];
        const found = findFailures(sortSpans(all));
        expect(findFailures(sortSpans(shuffled))).toEqual(found);
        const failedWork = all.filter(({ kind, status }) => kind === "tool" && status === "error");
        expect(
          found
            .filter(({ kind }) => kind === "tool")
            .map(({ tool }) => tool)
            .sort(),
        ).toEqual(failedWork.map(({ spanId }) => spanId).sort());
      }),
    );
    const endless = Array.from({ length: 300 }, (_, at) =>
      span(`s${String(at)}`, { kind: "tool", toolName: `tool ${"x".repeat(at)}`, status: "error" }),
    );
    expect(findFailures(endless)).toHaveLength(100);
  });
});
