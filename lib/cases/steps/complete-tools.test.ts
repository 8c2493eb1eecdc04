import { describe, expect, it } from "vitest";
import type { ToolCall, Utterance } from "@/lib/domain/trace/reading";
import { derive, model, says, span, tool } from "../test-spans";

const hello = says("customer", "Ring the bell.");
const call = (args: string, id: string | null = "c-1"): ToolCall => ({ id, name: "ring", args });
const answer: Utterance = { speaker: "tool", text: "no bell", toolCallId: "c-1", isError: true };

function toolsOf(...spans: Parameters<typeof derive>[0]) {
  const { messages, failures } = derive(spans);
  const said = messages.filter(({ speaker }) => speaker === "tool");
  return {
    tools: said.map(({ tool: used, text }) => ({ ...used, text })),
    failed: failures.map((failure) => failure.tool),
  };
}

describe("a tool's span", () => {
  it("has the arguments of the call that its id names, where it has a bare value", () => {
    const made = model(0, [hello], [says("agent", "", [call('{"bell":"2"}')])]);
    const used = tool(1, "ring", "2", "rang", { toolCallId: "c-1" });
    expect(toolsOf(made, used).tools).toMatchObject([{ args: '{"bell":"2"}', text: "rang" }]);
  });

  it("has those of a call without an id whose only value it is, and else keeps its own", () => {
    const made = model(0, [hello], [says("agent", "", [call('{"bell":2}', null)])]);
    expect(toolsOf(made, tool(1, "ring", "2", "rang")).tools[0]?.args).toBe('{"bell":2}');
    expect(toolsOf(made, tool(1, "ring", "3", "rang")).tools[0]?.args).toBe("3");
  });

  it("has the result of the span of its execution, and has failed with it", () => {
    const outer = tool(1, "ring", "{}", "", { output: null, toolCallId: "c-1" });
    const inner = span("run", {
      ...{ at: 1, parentSpanId: outer.spanId, kind: "tool", part: "tool", status: "error" },
      ...{ toolCallId: "c-1", failure: "no bell" },
    });
    const { tools, failed } = toolsOf(model(0, [hello], []), outer, inner);
    expect(tools).toMatchObject([{ name: "ring", isError: true, text: "no bell" }]);
    expect(failed).toEqual(["ring"]);
  });

  it("has failed where a prompt or a run says that its answer is an error", () => {
    const used = tool(1, "ring", "{}", "no bell", {});
    const later = model(
      2,
      [hello, says("agent", "", [call("{}")]), answer],
      [says("agent", "Sorry.")],
    );
    expect(toolsOf(used, later)).toMatchObject({ tools: [{ isError: true }], failed: ["ring"] });
  });

  it("says why it failed where the model was told no more than that", () => {
    const used = tool(1, "ring", "{}", "", { output: null, status: "error", failure: "no bell" });
    const told = { ...answer, text: "Error: Function failed." };
    const later = model(
      2,
      [hello, says("agent", "", [call("{}")]), told],
      [says("agent", "Sorry.")],
    );
    expect(toolsOf(used, later).tools).toMatchObject([{ text: "no bell", isError: true }]);
  });
});

describe("a failed call without a span", () => {
  it("counts as a failed tool", () => {
    const later = model(
      0,
      [hello, says("agent", "", [call("{}")]), answer],
      [says("agent", "Sorry.")],
    );
    expect(toolsOf(later)).toMatchObject({ tools: [{ isError: true }], failed: ["ring"] });
  });
});

describe("a result that a prompt repeats", () => {
  it("stands once where the prompt has other spaces and another id", () => {
    const used = tool(1, "ring", "{}", '{"rang":true}');
    const told: Utterance = { speaker: "tool", text: '{"rang": true}', toolCallId: "call-1" };
    const later = model(2, [hello, says("agent", "", [call("{}", "fc-1")]), told], []);
    expect(toolsOf(used, later).tools).toHaveLength(1);
  });
});
