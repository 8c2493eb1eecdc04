import { describe, expect, it } from "vitest";
import { readCase } from "@/lib/store/cases/read-case";
import { listTraceIds, readSpanReadings } from "@/lib/store/spans/export-rows";
import { otlpRequest, type PlainSpan } from "@/lib/testing/spans/otlp";
import { withTestWorkspace } from "@/lib/testing/test-workspace";

/**
 * Instrumentations that were read in their published source and not run: their spans of one turn with a failed and a
 * repeated tool call.
 */
const traceId = "ab".repeat(16);
const idOf = (digit: string) => digit.repeat(16);
const run = idOf("1");
const [first, failed, second] = [idOf("2"), idOf("3"), idOf("4")];
const [refunded, last] = [idOf("5"), idOf("6")];
const startUs = 1_790_000_000_000_000;
const hello = "Hello, I want my money back for order A-1001.";
const done = "Your refund has been submitted.";
const instructions = "You help customers with refunds.";
const args = { order_id: "A-1001" };
const json = JSON.stringify;

function span(
  spanId: string,
  second: number,
  seconds: number,
  rest: Partial<PlainSpan>,
): PlainSpan {
  const [from, to] = [startUs + second * 1_000_000, startUs + (second + seconds) * 1_000_000];
  const parent = spanId === run ? {} : { parentSpanId: run };
  return {
    traceId,
    spanId,
    ...parent,
    name: "span",
    startUs: from,
    endUs: to,
    ...rest,
  };
}

const part = (content: string) => [{ type: "text", content }];
const calling = (id: string) => ({
  role: "assistant",
  parts: [{ type: "tool_call", id, name: "refund_order", arguments: args }],
});
const answering = (id: string, result: string) => ({
  role: "user",
  parts: [{ type: "tool_call_response", id, name: "refund_order", result }],
});
const history = [
  { role: "user", parts: part(hello) },
  calling("c1"),
  answering("c1", "ledger is locked\n\nFix the errors and try again."),
  calling("c2"),
  answering("c2", "refunded"),
  { role: "assistant", parts: part(done) },
];
const chat = (count: number) => ({
  name: "chat gpt-4o-mini",
  attributes: {
    "gen_ai.operation.name": "chat",
    "gen_ai.request.model": "gpt-4o-mini",
    "gen_ai.system_instructions": json(part(instructions)),
    "gen_ai.input.messages": json(history.slice(0, count)),
    "gen_ai.output.messages": json([{ ...history[count], finish_reason: "stop" }]),
  },
});
const identity = { case_id: "C-1", customer_id: "cust-7", channel: "chat" };

/** Data format 3, as `InstrumentationSettings` of Pydantic AI documents it. */
const pydanticAi = [
  span(run, 0, 9, {
    name: "invoke_agent support",
    attributes: {
      ...identity,
      "gen_ai.operation.name": "invoke_agent",
      "gen_ai.system_instructions": json(part(instructions)),
      "pydantic_ai.all_messages": json(history),
      final_result: done,
    },
  }),
  span(first, 1, 0.5, chat(1)),
  span(failed, 2, 0.5, {
    name: "execute_tool refund_order",
    attributes: {
      "gen_ai.operation.name": "execute_tool",
      "gen_ai.tool.name": "refund_order",
      "gen_ai.tool.call.id": "c1",
      "gen_ai.tool.call.arguments": json(args),
    },
    status: { code: 2, message: "ledger is locked" },
  }),
  span(second, 3, 0.5, chat(3)),
  span(refunded, 4, 0.5, {
    name: "execute_tool refund_order",
    attributes: {
      "gen_ai.operation.name": "execute_tool",
      "gen_ai.tool.name": "refund_order",
      "gen_ai.tool.call.id": "c2",
      "gen_ai.tool.call.arguments": json(args),
      "gen_ai.tool.call.result": "refunded",
    },
  }),
  span(last, 5, 0.5, chat(5)),
];

const openAi = [
  { role: "system", content: instructions },
  { role: "user", content: hello },
  {
    role: "assistant",
    tool_calls: [
      { id: "c1", type: "function", function: { name: "refund_order", arguments: json(args) } },
    ],
  },
  { role: "tool", content: "ledger is locked", tool_call_id: "c1" },
  {
    role: "assistant",
    tool_calls: [
      { id: "c2", type: "function", function: { name: "refund_order", arguments: json(args) } },
    ],
  },
  { role: "tool", content: "refunded", tool_call_id: "c2" },
  { role: "assistant", content: done },
];
const completion = (count: number) => ({
  name: "chat.completions gpt-4o-mini",
  attributes: { "gen_ai.operation.name": "chat.completions", "gen_ai.system": "openai" },
  events: [
    {
      ...{ name: "gen_ai.content.prompt", atUs: startUs },
      attributes: { "gen_ai.prompt": json(openAi.slice(0, count)) },
    },
    {
      ...{ name: "gen_ai.content.completion", atUs: startUs },
      attributes: { "gen_ai.completion": json([openAi[count]]) },
    },
  ],
});

/** Semantic Kernel for Python with sensitive events, as its model diagnostics decorate completions. */
const semanticKernel = [
  span(run, 0, 9, { name: "contact", attributes: identity }),
  span(first, 1, 0.5, completion(2)),
  span(failed, 2, 0.5, {
    name: "execute_tool refund_order",
    attributes: {
      "gen_ai.operation.name": "execute_tool",
      "gen_ai.tool.name": "refund_order",
      "gen_ai.tool.call.id": "c1",
      "gen_ai.tool.call.arguments": json(args),
      "error.type": "RuntimeError",
    },
    status: { code: 2, message: "ledger is locked" },
  }),
  span(second, 3, 0.5, completion(4)),
  span(refunded, 4, 0.5, {
    name: "execute_tool refund_order",
    attributes: {
      "gen_ai.operation.name": "execute_tool",
      "gen_ai.tool.name": "refund_order",
      "gen_ai.tool.call.id": "c2",
      "gen_ai.tool.call.arguments": json(args),
      "gen_ai.tool.call.result": "refunded",
    },
  }),
  span(last, 5, 0.5, completion(6)),
];

describe.each([
  { name: "Pydantic AI", spans: pydanticAi },
  { name: "Semantic Kernel", spans: semanticKernel },
])("a turn as $name publishes it", ({ spans }) => {
  it("is each message once, the failed call with its reason, and the instructions apart", async () => {
    await withTestWorkspace(async (workspace) => {
      await workspace.ingestRequests([otlpRequest(spans)]);
      await workspace.derive();
      const messages = (await readCase(workspace.db, "C-1"))?.derived.messages ?? [];
      expect(
        messages.map(({ speaker, text, tool }) =>
          tool === null ? `${speaker}: ${text}` : [tool.name, tool.args, tool.isError, text],
        ),
      ).toEqual([
        `customer: ${hello}`,
        ["refund_order", json(args), true, expect.stringMatching(/^ledger is locked/)],
        ["refund_order", json(args), false, "refunded"],
        `agent: ${done}`,
      ]);
      const [trace = ""] = await listTraceIds(workspace.db);
      const readings = await readSpanReadings(workspace.db, trace, "", 100);
      const calls = readings.filter(({ kind }) => kind === "llm");
      expect(calls.map(({ system }) => system)).toEqual(calls.map(() => instructions));
    });
  });
});
