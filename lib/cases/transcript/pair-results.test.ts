import { describe, expect, it } from "vitest";
import type { ToolCall } from "@/lib/domain/trace/reading";
import { pairResults } from "./pair-results";
import type { DraftMessage } from "./transcript";

function draft(parts: Partial<DraftMessage>): DraftMessage {
  return {
    ...{ speaker: "tool", text: "", toolCalls: [], tool: null, answers: null, failure: null },
    ...{ agentKind: "unknown", agentId: null, model: null, promptName: null, promptVersion: null },
    ...{ traceId: "t1", keys: [], atUs: 0, spans: [], isRemembered: false, isTurn: false },
    ...parts,
  };
}

const call = (name: string, args = "{}"): ToolCall => ({ id: null, name, args });

/** An agent's message that calls tools. */
const calls = (...toolCalls: readonly ToolCall[]) => draft({ speaker: "agent", toolCalls });
const says = (text: string) => draft({ speaker: "agent", text });

type Known = { readonly args?: string; readonly isError?: boolean };

/** The message of a call's span. */
const spanOf = (name: string, text = "", { args = "{}", isError = false }: Known = {}) =>
  draft({ text, tool: { name, args, isError }, answers: "span" });

/** A result with its call's id. */
const answers = (name: string, text: string) =>
  draft({ text, tool: { name, args: "{}", isError: false }, answers: "id" });

/** A result without an id, that may state its tool's name. */
const result = (text: string, name = "") =>
  draft({ text, tool: { name, args: "", isError: false }, answers: "unknown" });

/** "name=result" of each tool's message; "!" before a result that is an error. */
function pairedOf(...messages: readonly DraftMessage[]): readonly string[] {
  return pairResults(messages).flatMap(({ tool, text }) =>
    tool === null ? [] : [`${tool.name}=${tool.isError ? "!" : ""}${text}`],
  );
}

const [a, b, c] = [call("a"), call("b"), call("c")];

describe("results by order", () => {
  it("leave those of spans that began in another order than the calls were made with their own calls", () => {
    const spans = [spanOf("b", "B"), spanOf("a", "A"), spanOf("c")];
    expect(pairedOf(calls(a, b, c), ...spans, result("C"))).toEqual(["b=B", "a=A", "c=C"]);
  });

  it.each([
    ["fewer results than calls", [result("A")], ["=A"]],
    ["more results than calls", ["A", "B", "C"].map((text) => result(text)), ["=A", "=B", "=C"]],
    ["as many results as calls", ["A", "B"].map((text) => result(text)), ["a=A", "b=B"]],
  ])("of a step with %s", (_what, results, expected) => {
    expect(pairedOf(calls(a, b), ...results)).toEqual(expected);
  });

  it("are given step by step: words end one, also where a result is missing", () => {
    expect(pairedOf(calls(a), says("One moment."), calls(b), result("B"))).toEqual(["b=B"]);
    expect(pairedOf(calls(a, b), result("A"), says("One moment."), calls(c), result("C"))).toEqual([
      "=A",
      "c=C",
    ]);
  });

  it("are given step by step: a call after results begins one", () => {
    expect(pairedOf(calls(a, b), result("A"), calls(c), result("C"))).toEqual(["=A", "c=C"]);
    const bySpans = [spanOf("a"), spanOf("b"), result("A"), spanOf("c"), result("C")];
    expect(pairedOf(...bySpans)).toEqual(["a=", "b=", "=A", "c=C"]);
  });

  it("are not kept apart by an answer of spaces", () => {
    const blank = draft({ speaker: "agent", text: " ", toolCalls: [b] });
    expect(pairedOf(calls(a), blank, result("A"), result("B"))).toEqual(["a=A", "b=B"]);
  });

  it("are given to calls of which only spans are known", () => {
    expect(pairedOf(spanOf("a"), spanOf("a"), result("1"), result("2"))).toEqual(["a=1", "a=2"]);
    expect(pairedOf(spanOf("a", "1"), spanOf("a"), result("2"))).toEqual(["a=1", "a=2"]);
  });

  it("leave a call alone whose result has its id", () => {
    expect(pairedOf(calls(a, b), answers("b", "B"), result("A"))).toEqual(["b=B", "a=A"]);
  });

  it("never take the result of another call's span for that of a call without one", () => {
    const step = [calls(a, b), spanOf("b", "B"), result("C")];
    expect(pairedOf(...step)).toEqual(["b=B", "=C"]);
  });

  it("leave a step as it is whose results all came with spans, in whatever order", () => {
    const complete = [calls(a, b), spanOf("b", "B"), spanOf("a", "A"), says("One moment.")];
    expect(pairedOf(...complete, calls(c), result("C"))).toEqual(["b=B", "a=A", "c=C"]);
  });

  it("count more than which span has which", () => {
    const step = [calls(a, b), result("A"), spanOf("a", "B"), spanOf("b")];
    expect(pairedOf(...step)).toEqual(["a=A", "b=B"]);
  });

  it("leave the failure of a call whose span has no result", () => {
    expect(pairedOf(spanOf("a", "", { isError: true }), result("No such city"))).toEqual([
      "a=!No such city",
    ]);
  });
});

describe("a call's span", () => {
  const one = call("find", '{"id":1}');
  const two = call("find", '{"id":2}');

  it("is of the call with its arguments, in whatever order spans come", () => {
    const [second, first] = [two, one].map(({ name, args }) => spanOf(name, "", { args }));
    if (first === undefined || second === undefined) throw new Error("There are two spans.");
    const step = [calls(one, two), second, first, result("1"), result("2")];
    expect(pairedOf(...step)).toEqual(["find=2", "find=1"]);
  });

  it("is of the first call of its name that has none, where its arguments are others", () => {
    const spans = [spanOf("find", "", { args: "" }), spanOf("find", "", { args: '{"n":2}' })];
    const paired = pairResults([calls(one, two), ...spans, result("1"), result("2")]);
    expect(paired.slice(1).map(({ tool, text }) => [tool?.args, text])).toEqual([
      ["", "1"],
      ['{"n":2}', "2"],
    ]);
  });

  it("is of one of two equal calls, and the next span of the other", () => {
    const step = [calls(a, a), spanOf("a"), spanOf("a"), result("1"), result("2")];
    expect(pairedOf(...step)).toEqual(["a=1", "a=2"]);
  });
});

describe("results by name", () => {
  it("go to the calls of that tool that have none, and leave the others to the order", () => {
    const step = [calls(a, b), result("B", "b"), result("A")];
    expect(pairedOf(...step)).toEqual(["b=B", "a=A"]);
    expect(pairedOf(spanOf("a"), result("A", "a"))).toEqual(["a=A"]);
  });

  it("go past a call whose result is known by its span or its id", () => {
    expect(pairedOf(spanOf("a", "1"), spanOf("a"), result("2", "a"))).toEqual(["a=1", "a=2"]);
    const byId = [calls(a, call("a", '{"n":2}')), answers("a", "1"), result("2", "a")];
    expect(pairResults(byId).map(({ tool, text }) => [tool?.args, text])).toEqual([
      [undefined, ""],
      ["{}", "1"],
      ['{"n":2}', "2"],
    ]);
  });

  it("stay where they are if nobody called the tool, or only afterwards", () => {
    expect(pairedOf(calls(a), result("B", "b"))).toEqual(["b=B"]);
    expect(pairedOf(result("A", "a"), spanOf("a"))).toEqual(["a=A", "a="]);
  });
});
