import { describe, expect, it } from "vitest";
import type { CaseSpan } from "@/lib/domain/case/case";
import { says, span, startUs } from "../test-spans";
import { findStripped } from "./find-stripped";
import { ancestors, hasAncestor, indexSpans, selectConversation } from "./select-conversation";

const words = [says("customer", "Hi")];
const wordless = (id: string, parts: Parameters<typeof span>[1] = {}): CaseSpan =>
  span(id, { part: "history", kind: "llm", ...parts });
const worded = (id: string, parts: Parameters<typeof span>[1] = {}): CaseSpan =>
  span(id, { part: "turn", input: words, ...parts });

const strippedOf = (...spans: readonly CaseSpan[]) =>
  findStripped(spans, indexSpans(spans)).map(({ spanId }) => spanId);

describe("the spans whose words were removed", () => {
  it("are those that say so, and model calls without any text", () => {
    expect(
      strippedOf(
        span("says so", { isTextStripped: true, parentSpanId: "other" }),
        wordless("model call"),
        span("turn", { part: "turn" }),
        span("nothing said"),
      ),
    ).toEqual(["says so", "model call"]);
    expect(strippedOf(wordless("asks", { input: words }))).toEqual([]);
    expect(strippedOf(wordless("answers", { output: words }))).toEqual([]);
  });

  it("are those whose own words a mark stands for, not those whose prompt repeats one", () => {
    const mark = says("agent", "[removed]");
    expect(strippedOf(worded("turn", { input: null, output: [mark] }))).toEqual(["turn"]);
    expect(
      strippedOf(wordless("asks", { input: [...words, says("customer", "<hidden>")] })),
    ).toEqual(["asks"]);
    expect(strippedOf(wordless("repeats", { input: [mark, ...words], output: words }))).toEqual([]);
  });

  it("are none whose ancestor or descendant has the words of the call", () => {
    const [parent, child] = [{ parentSpanId: null }, { parentSpanId: "p" }];
    expect(strippedOf(worded("p", parent), wordless("c", { ...child, at: 5 }))).toEqual([]);
    expect(strippedOf(wordless("p", { ...parent, at: 5 }), worded("c", child))).toEqual([]);
    const grandparent = worded("g");
    const between = span("p", { parentSpanId: "g" });
    expect(strippedOf(grandparent, between, wordless("c", { ...child, at: 5 }))).toEqual([]);
  });

  it("are those that say so even below one with words, but not above it", () => {
    const [stripped, below] = [{ isTextStripped: true }, { parentSpanId: "p" }];
    expect(strippedOf(worded("p"), wordless("c", { ...below, ...stripped }))).toEqual(["c"]);
    expect(strippedOf(wordless("p", stripped), worded("c", below))).toEqual([]);
  });

  it("are none whose sibling at the same time has the words", () => {
    const [from, to] = [startUs, startUs + 1_000_000];
    const suspect = wordless("s", { parentSpanId: "p" });
    const beside = (startUs: number, endUs: number, parts: Parameters<typeof span>[1] = {}) =>
      worded("w", { parentSpanId: "p", startUs, endUs, ...parts });
    expect(strippedOf(suspect, beside(from, to))).toEqual([]);
    expect(strippedOf(suspect, beside(to, to + 1))).toEqual([]);
    expect(strippedOf(suspect, beside(from - 1, from))).toEqual([]);
    expect(strippedOf(suspect, beside(to + 1, to + 2))).toEqual(["s"]);
    expect(strippedOf(suspect, beside(from - 2, from - 1))).toEqual(["s"]);
    expect(strippedOf(suspect, beside(from, to, { parentSpanId: "q" }))).toEqual(["s"]);
    expect(strippedOf(suspect, beside(from, to, { traceId: "t2" }))).toEqual(["s"]);
    const [apart, with_] = [beside(to + 1, to + 2), { ...beside(from, to), spanId: "v" }];
    expect(strippedOf(suspect, apart, with_)).toEqual([]);
  });

  it("are covered by no tool's words, nor by what was not said", () => {
    const suspect = wordless("s", { parentSpanId: "p" });
    expect(strippedOf(suspect, worded("w", { parentSpanId: "p", part: "tool" }))).toEqual(["s"]);
    expect(strippedOf(suspect, worded("w", { parentSpanId: "p", part: "none" }))).toEqual(["s"]);
  });
});

describe("the tree of a case's spans", () => {
  it("leads from a span to its ancestors, nearest first, and ends at a circle or another trace", () => {
    const spans = [
      span("a", { parentSpanId: "c" }),
      span("b", { parentSpanId: "a" }),
      span("c", { parentSpanId: "b" }),
      span("d", { parentSpanId: "c" }),
      span("e", { parentSpanId: "a", traceId: "t2" }),
    ];
    const tree = indexSpans(spans);
    const above = (id: string) =>
      spans
        .filter(({ spanId }) => spanId === id)
        .flatMap((each) => [...ancestors(each, tree)].map(({ spanId }) => spanId));
    expect(above("a")).toEqual(["c", "b"]);
    expect(above("d")).toEqual(["c", "b", "a"]);
    expect(above("e")).toEqual([]);
    const [first] = spans;
    if (first === undefined) throw new Error("There is no span.");
    expect(hasAncestor(first, tree, ({ spanId }) => spanId === "b")).toBe(true);
    expect(hasAncestor(first, tree, ({ spanId }) => spanId === "a")).toBe(false);
  });

  it.each([
    ["agent", ["s"]],
    ["chain", ["s"]],
    ["llm", ["s"]],
    ["tool", []],
    ["guardrail", []],
    ["evaluator", []],
    ["retriever", []],
    ["reranker", []],
    ["embedding", []],
  ] as const)("has what was said below a span of kind %s: %j", (kind, expected) => {
    const spans = [span("root", { kind }), span("p", { parentSpanId: "root" })];
    const said = worded("s", { parentSpanId: "p" });
    const all = [...spans, said];
    const kept = selectConversation(all, indexSpans(all)).map(({ spanId }) => spanId);
    expect(kept).toEqual(expected);
  });
});
