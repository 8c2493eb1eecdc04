import { describe, expect, it } from "vitest";
import type { ToolCall } from "@/lib/domain/trace/reading";
import { derive, model, says, tool } from "../test-spans";

const hello = says("customer", "Refund order A-1.");
const call = (name: string, args: string, id: string | null = null): ToolCall => ({
  id,
  name,
  args,
});
const unnamed = { name: "execute_tool", toolName: null };

function toolNames(...spans: Parameters<typeof derive>[0]): readonly (string | undefined)[] {
  const { messages } = derive(spans);
  return messages.filter(({ tool: used }) => used !== null).map(({ tool: used }) => used?.name);
}

describe("a tool's span without the tool's name", () => {
  const calling = says("agent", "", [call("find", '{"a": 1}', "c-1"), call("refund", '{"b":2}')]);
  const earlier = model(0, [hello], [calling]);

  it("has the name of the call that its id names", () => {
    const span = tool(1, "", '{"x":3}', "done", { ...unnamed, toolCallId: "c-1" });
    expect(toolNames(earlier, span)).toContain("find");
  });

  it("has the name of the call with its arguments", () => {
    expect(toolNames(earlier, tool(1, "", '{"b": 2}', "done", unnamed))).toContain("refund");
  });

  it("has the name of the only tool called in its trace", () => {
    const once = model(0, [hello], [says("agent", "", [call("refund", "{}")])]);
    expect(toolNames(once, tool(1, "", '{"b":2}', "done", unnamed))).toEqual(["refund"]);
  });

  it("keeps its span's name where several calls may be it, and takes none of another trace", () => {
    const other = tool(1, "", '{"x":3}', "done", unnamed);
    expect(toolNames(earlier, other)).toContain("execute_tool");
    const elsewhere = tool(1, "", '{"b":2}', "done", { ...unnamed, traceId: "t2" });
    expect(toolNames(earlier, elsewhere)).toContain("execute_tool");
  });

  it("names the failed step too", () => {
    const failed = tool(1, "", '{"b":2}', "locked", { ...unnamed, status: "error" });
    expect(derive([earlier, failed]).failures.map((failure) => failure.tool)).toEqual(["refund"]);
  });
});
