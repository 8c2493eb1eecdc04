import { describe, expect, it } from "vitest";
import type { Utterance } from "@/lib/domain/trace/reading";
import { derive, lines, model, says, span, startUs, tool, turn } from "./test-spans";

const hi = says("customer", "Hi, cancel order #W1.");
const which = says("agent", "Which order?");
const yes = says("customer", "yes");
const sure = says("agent", "Are you sure?");
const really = says("agent", "Really sure?");

describe("messages from accumulated histories", () => {
  it("contain each message once, in order", () => {
    const derived = derive([
      model(0, [says("system", "Be nice."), hi], [which]),
      model(1, [says("system", "Be nice."), hi, which, says("customer", "#W1")], [sure]),
    ]);
    expect(lines(derived)).toEqual([
      "customer: Hi, cancel order #W1.",
      "agent: Which order?",
      "customer: #W1",
      "agent: Are you sure?",
    ]);
  });

  it("keep a short answer that was given twice and do not double one that was only repeated", () => {
    const derived = derive([
      model(0, [hi], [sure]),
      model(1, [hi, sure, yes], [really]),
      model(2, [hi, sure, yes, really, yes], [says("agent", "Done.")]),
      model(3, [hi, sure, yes, really, yes, says("agent", "Done."), yes], []),
    ]);
    expect(lines(derived)).toEqual([
      "customer: Hi, cancel order #W1.",
      "agent: Are you sure?",
      "customer: yes",
      "agent: Really sure?",
      "customer: yes",
      "agent: Done.",
      "customer: yes",
    ]);
  });

  it.each([0, 1_000_000])(
    "are told once where all begin at one instant (each takes %i µs)",
    (durationUs) => {
      const at = (spanId: string, history: readonly Utterance[], answer: Utterance) =>
        model(0, history, [answer], { spanId, endUs: startUs + durationUs });
      const derived = derive([
        at("c", [hi], which),
        at("b", [hi, which, yes], sure),
        at("a", [hi, which, yes, sure, yes], really),
      ]);
      expect(lines(derived)).toEqual([
        "customer: Hi, cancel order #W1.",
        "agent: Which order?",
        "customer: yes",
        "agent: Are you sure?",
        "customer: yes",
        "agent: Really sure?",
      ]);
    },
  );

  it("keep a short answer given twice where the prompt holds only the newest words", () => {
    const derived = derive([
      model(0, [hi], [sure], { traceId: "a" }),
      model(1, [yes], [really], { traceId: "b" }),
      model(2, [yes], [says("agent", "Done.")], { traceId: "c" }),
    ]);
    expect(lines(derived).filter((line) => line === "customer: yes")).toHaveLength(2);
  });

  it("are matched to the end of a conversation of which the prompt holds only a window", () => {
    const derived = derive([
      model(0, [hi], [sure]),
      model(1, [hi, sure, yes], [which]),
      model(2, [hi, sure, yes, which, says("customer", "#W1")], [sure]),
      model(3, [sure, yes], [says("agent", "Done.")]),
    ]);
    expect(lines(derived).slice(-4)).toEqual([
      "customer: #W1",
      "agent: Are you sure?",
      "customer: yes",
      "agent: Done.",
    ]);
  });

  it("do not take in what a later prompt puts between words that an earlier one held together", () => {
    const derived = derive([
      model(0, [hi], [sure]),
      model(1, [hi, sure, yes], [really]),
      model(2, [says("customer", "Memory: likes tea."), hi, sure, yes, really, yes], []),
    ]);
    expect(lines(derived)).not.toContain("customer: Memory: likes tea.");
    expect(derived.messages).toHaveLength(5);
  });

  it("are not doubled by a wrapper's span around the same call", () => {
    const outer = model(0, [hi], [which], { spanId: "outer" });
    const inner = model(0.001, [hi], [which], { spanId: "inner", parentSpanId: "outer" });
    expect(lines(derive([outer, inner]))).toEqual([
      "customer: Hi, cancel order #W1.",
      "agent: Which order?",
    ]);
  });

  it("leave out what models say below a tool or a guardrail", () => {
    const derived = derive([
      model(0, [hi], [which]),
      span("guard", { at: 0, kind: "guardrail" }),
      model(0, [says("customer", "Is this rude?")], [says("agent", "no")], {
        spanId: "judge",
        parentSpanId: "guard",
      }),
    ]);
    expect(derived.messages).toHaveLength(2);
  });
});

describe("speech turns beside a model's history", () => {
  it("are merged into one message", () => {
    const derived = derive([
      turn(0, "customer", "My flight is late.", { endUs: 1_762_160_402_000_000 }),
      span("agent-turn", {
        at: 0.1,
        part: "turn",
        output: [says("agent", "Let me look it up for you.")],
      }),
      model(
        0.11,
        [says("customer", "my flight is late.")],
        [says("agent", "Let me look it up for you.")],
        {
          parentSpanId: "agent-turn",
        },
      ),
      turn(1, "customer", "Thanks."),
    ]);
    expect(lines(derived)).toEqual([
      "customer: My flight is late.",
      "agent: Let me look it up for you.",
      "customer: Thanks.",
    ]);
  });

  it("match a history that holds an interrupted agent's words only in part", () => {
    const said = "Your order will arrive on Tuesday, and you can follow it on our page.";
    const derived = derive([
      turn(0, "customer", "Where is it?"),
      turn(1, "agent", said, { spanId: "answer" }),
      turn(2, "customer", "Stop."),
      model(
        2.1,
        [
          says("customer", "Where is it?"),
          says("agent", "Your order will arrive on Tuesday,"),
          says("customer", "Stop."),
        ],
        [],
      ),
    ]);
    expect(lines(derived)).toEqual(["customer: Where is it?", `agent: ${said}`, "customer: Stop."]);
  });

  it("count twice what was said twice", () => {
    const derived = derive([turn(0, "customer", "Hello?"), turn(1, "customer", "Hello?")]);
    expect(lines(derived)).toEqual(["customer: Hello?", "customer: Hello?"]);
  });
});

describe("tool calls", () => {
  const call = { id: "c1", name: "cancel_order", args: '{"id": "#W1"}' };
  const answer: Utterance = { speaker: "tool", text: '{"ok":true}', toolCallId: "c1" };

  it("are one message with name, arguments and result, also where a later history repeats it", () => {
    const derived = derive([
      model(0, [hi], [says("agent", "", [call])]),
      tool(0.02, "cancel_order", '{"id":"#W1"}', '{"ok":true}'),
      model(0.1, [hi, says("agent", "", [call]), answer], [says("agent", "Cancelled.")]),
    ]);
    expect(lines(derived)).toEqual([
      "customer: Hi, cancel order #W1.",
      'tool: {"ok":true}',
      "agent: Cancelled.",
    ]);
    expect(derived.messages[1]?.tool).toEqual({
      name: "cancel_order",
      args: '{"id":"#W1"}',
      isError: false,
    });
    expect(derived.messages[2]?.toolCalls).toEqual([call]);
  });

  it("are matched by their call if the history has other words of the result", () => {
    const derived = derive([
      model(0, [hi], [says("agent", "", [call])]),
      tool(0.02, "cancel_order", '{"id":"#W1"}', '{ "ok": true }'),
      model(0.1, [hi, says("agent", "", [call]), answer], [says("agent", "Cancelled.")]),
    ]);
    expect(derived.messages.filter((message) => message.speaker === "tool")).toHaveLength(1);
  });

  it("are read from the history where no span was recorded for them", () => {
    const derived = derive([
      model(0, [hi, says("agent", "", [call]), answer], [says("agent", "Cancelled.")]),
    ]);
    expect(derived.messages[1]).toMatchObject({
      speaker: "tool",
      text: '{"ok":true}',
      tool: { name: "cancel_order", args: '{"id": "#W1"}', isError: false },
    });
  });

  it("are once if their span, within the model's, says no more than the tool's name", () => {
    const again = { ...call, id: "c2" };
    const failed: Utterance = { ...answer, text: "locked" };
    const history = [hi, says("agent", "", [call]), failed];
    const whole = [...history, says("agent", "", [again]), { ...answer, toolCallId: "c2" }];
    const derived = derive([
      model(0, [hi], [says("agent", "", [call])], { endUs: startUs + 3_000_000 }),
      tool(0.01, "cancel_order", "", "", { parentSpanId: "model-0" }),
      model(0.1, history, [says("agent", "", [again])]),
      tool(0.11, "cancel_order", "", "", { parentSpanId: "model-0.1" }),
      model(0.2, whole, [says("agent", "Cancelled.")]),
      model(0.3, [...whole, says("agent", "Cancelled."), yes], [sure]),
    ]);
    expect(lines(derived).slice(1)).toEqual([
      "tool: locked",
      'tool: {"ok":true}',
      "agent: Cancelled.",
      "customer: yes",
      "agent: Are you sure?",
    ]);
    expect(derived.messages[1]?.tool?.args).toBe(call.args);
    expect(derived.messages[1]?.spans).toContain("t1/tool-0.01");
  });
});

describe("an agent's or a chain's summary", () => {
  it("is read where nothing says it better, and not a second time below", () => {
    const derived = derive([
      span("root", { part: "summary", input: "Hi", output: "Hello!" }),
      span("inner", { parentSpanId: "root", part: "summary", input: "Hi", output: "Hello!" }),
    ]);
    expect(lines(derived)).toEqual(["customer: Hi", "agent: Hello!"]);
  });

  it("is not read beside the words themselves", () => {
    const derived = derive([
      span("root", { part: "summary", input: "Hi", output: "Hello!" }),
      model(0.01, [says("customer", "Hi")], [says("agent", "Hello!")], { parentSpanId: "root" }),
    ]);
    expect(lines(derived)).toEqual(["customer: Hi", "agent: Hello!"]);
  });
});

it("says whose words an agent's message is", () => {
  const derived = derive([
    model(0, [hi], [which]),
    turn(1, "agent", "This is Ann.", { belonging: { agentKind: "human", agentId: "ann" } }),
    turn(2, "agent", "Ping."),
  ]);
  expect(derived.messages.map((message) => [message.agentKind, message.agentId])).toEqual([
    ["unknown", null],
    ["ai", null],
    ["human", "ann"],
    ["unknown", null],
  ]);
});
