import { describe, expect, it } from "vitest";
import { derive, lines, minuteUs, model, says, span, startUs, tool, turn } from "../test-spans";

const hi = says("customer", "Please refund order A1.");
const call = { id: "c1", name: "refund", args: '{"order":"A1"}' };
const asked = says("agent", "", [call]);
const done = says("agent", "Your refund is on its way.");
const result = { speaker: "tool", text: "refunded", toolCallId: "c1" } as const;

describe("a structured reply", () => {
  const reply = (text: string) => lines(derive([model(0, [hi], [says("agent", text)])]))[1];

  it.each([
    '{"reply":"Your refund is on its way.","confidence":0.93}',
    '{ "message": "Your refund is on its way." }',
    '{"answer":"Your refund is on its way.","intent":"refund","sources":["kb-1"]}',
    '{"response":"Your refund is on its way.","order":{"id":"A1","note":"left at the front door"}}',
    '{"reasoning":"The customer seems to be upset.","reply":"Your refund is on its way."}',
    '{"spoken":"Your refund is on its way.","done":true}',
    '```json\n{"reply":"Your refund is on its way."}\n```',
  ])("%s is shown as its text", (text) => {
    expect(reply(text)).toBe("agent: Your refund is on its way.");
  });

  it("keeps its line breaks", () => {
    expect(reply('{"message":"Submitted.\\n\\nDetails: none."}')).toBe(
      "agent: Submitted.\n\nDetails: none.",
    );
  });

  it.each([
    '{"reply":"It was refunded.","followUp":"I will call you tomorrow."}',
    '{"reply":"It was refunded.","follow_up":"Wir rufen morgen an.","confidence":0.9}',
    '{"greeting":"Nice to see you, Ann!","reply":"It was refunded.","followUp":"none"}',
    '{"message":"Which order is it?","clarifyingQuestion":"Could you read me its number?"}',
  ])("%s is shown with its further sentence, line by line", (text) => {
    const texts = Object.values(JSON.parse(text) as object).filter(
      (value) => typeof value === "string" && value !== "none",
    );
    expect(reply(text)).toBe(`agent: ${texts.join("\n")}`);
  });

  it("is shown with a further sentence that stands in an object beside it", () => {
    const text = '{"reply":"It was refunded.","data":{"followUp":"I will call you.","id":"A1"}}';
    expect(reply(text)).toBe("agent: It was refunded.\nI will call you.");
  });

  it.each([
    // The question may be the customer's, or one that they are offered; the note is for colleagues.
    '{"answer":"It was refunded to you.","question":"Where is my money now?"}',
    '{"reply":"It was refunded.","followUp":"How do I return it?"}',
    '{"reply":"It was refunded.","followUp":"Call the customer back tomorrow."}',
    '{"reply":"It was refunded.","nextSteps":["I will call you tomorrow."]}',
    '{"intent":"refund","confidence":0.9}',
    '{"message":"It was refunded to you.","question":"Is there anything else today?"}',
    '{"message":"Refunded.","reply":"Refunded."}',
    '{"greeting":"Nice to see you.","data":{"order":"A1"}}',
    '["Your refund is on its way."]',
  ])("%s stays as it is: which text was said is not clear", (text) => {
    expect(reply(text)).toBe(`agent: ${text}`);
  });

  it("is one message with the turn that spoke its text, and with the prompts that repeat it", () => {
    const said = says("agent", '{"reply":"Your refund is on its way.","confidence":1}');
    const derived = derive([
      model(0, [hi], [said]),
      turn(0.1, "agent", "", { input: null, output: [done] }),
      model(1, [hi, said, says("customer", "Thanks!")], [says("agent", "Bye!")]),
    ]);
    expect(lines(derived)).toEqual([
      "customer: Please refund order A1.",
      "agent: Your refund is on its way.",
      "customer: Thanks!",
      "agent: Bye!",
    ]);
  });
});

describe("JSON that no convention reads", () => {
  it("is nobody's words, unless it holds one text", () => {
    const summary = (input: string) =>
      lines(derive([span("run", { kind: "agent", part: "summary", input, output: [done] })]));
    expect(summary('[{"kind":"system","value":"Be kind."}]')).toEqual([
      "agent: Your refund is on its way.",
    ]);
    expect(summary('{"message":"Please refund order A1."}')).toEqual([
      "customer: Please refund order A1.",
      "agent: Your refund is on its way.",
    ]);
  });

  it("stays what a customer wrote where the message is a customer's", () => {
    const pasted = says("customer", '{"message":"Please refund order A1."}');
    expect(lines(derive([model(0, [pasted], [done])]))[0]).toBe(`customer: ${pasted.text}`);
  });
});

describe("words that were removed", () => {
  const wordless = (parts: Parameters<typeof span>[1]) =>
    span("native", { kind: "llm", part: "history", ...parts });
  const strippedOf = (spans: Parameters<typeof derive>[0]) =>
    derive(spans).interactions.map(({ strippedCount }) => strippedCount);
  const spoken = model(0, [hi], [done], { spanId: "told", parentSpanId: "root" });
  const root = span("root", { kind: "chain" });

  it("are none where a span above, below or beside the call has them", () => {
    expect(strippedOf([root, spoken, wordless({ parentSpanId: "told" })])).toEqual([0]);
    const below = { ...spoken, parentSpanId: "native" };
    expect(strippedOf([root, wordless({ parentSpanId: "root" }), below])).toEqual([0]);
    expect(strippedOf([root, spoken, wordless({ parentSpanId: "root" })])).toEqual([0]);
  });

  it("are some where only another call has words, or a redactor took them", () => {
    expect(strippedOf([root, spoken, wordless({ at: 1, parentSpanId: "root" })])).toEqual([1]);
    const redacted = turn(0, "customer", "", { input: null, isTextStripped: true });
    expect(strippedOf([root, spoken, { ...redacted, parentSpanId: "root" }])).toEqual([1]);
  });
});

describe("a tool's call", () => {
  const toolLines = (spans: Parameters<typeof derive>[0]) =>
    derive(spans).messages.flatMap(({ tool: made, text }) =>
      made === null ? [] : [`${made.name} ${made.args} =>${made.isError ? "!" : ""} ${text}`],
    );
  const refunded = ['refund {"order":"A1"} => refunded'];

  it("is told once, after the words that led to it, where its start is rounded to a millisecond", () => {
    const endUs = startUs + 800_400;
    const spans = [
      model(0, [hi], [says("agent", "One moment.", [call])], { spanId: "m1", endUs }),
      tool(0, "refund", call.args, "refunded", {
        startUs: startUs + 800_000,
        endUs: startUs + 800_900,
      }),
      model(0, [hi, says("agent", "One moment.", [call]), result], [done], {
        spanId: "m2",
        startUs: startUs + 800_000,
        endUs: startUs + 1_900_123,
      }),
    ];
    expect(lines(derive(spans))).toEqual([
      "customer: Please refund order A1.",
      "agent: One moment.",
      "tool: refunded",
      "agent: Your refund is on its way.",
    ]);
  });

  it("is told once where its span begins before the call or ends after the next prompt", () => {
    const late = [
      model(0, [hi], [asked]),
      model(0.1, [hi, asked, result], [done]),
      tool(0.1, "refund", "", "refunded", { toolCallId: "c1" }),
    ];
    expect(toolLines(late)).toEqual(refunded);
    const early = [
      tool(0, "refund", call.args, "", { toolCallId: "c1" }),
      model(0, [hi], [asked], { startUs: startUs + 10 }),
      model(0.1, [hi, asked, result], [done]),
    ];
    expect(toolLines(early)).toEqual(refunded);
  });

  it("is told once where two spans record it", () => {
    const own = { toolCallId: "c1" };
    expect(
      toolLines([
        model(0, [hi], [asked]),
        tool(0.02, "refund", call.args, "", own),
        tool(0.021, "refund", call.args, "refunded", own),
        model(0.1, [hi, asked, result], [done]),
      ]),
    ).toEqual(refunded);
  });

  it("is another call in a later turn, though its id is used again", () => {
    const again = says("customer", "And A2, please.");
    const second = { ...call, args: '{"order":"A2"}' };
    expect(
      toolLines([
        model(0, [hi], [asked]),
        tool(0.02, "refund", call.args, "refunded", { toolCallId: "c1" }),
        model(0.1, [hi, asked, result], [done]),
        model(0.2, [hi, asked, result, done, again], [says("agent", "", [second])]),
        tool(0.22, "refund", second.args, "refunded, too", { toolCallId: "c1" }),
      ]),
    ).toEqual([...refunded, 'refund {"order":"A2"} => refunded, too']);
  });

  it("has the result with its id, though two calls have the same arguments and results", () => {
    const other = { ...call, id: "c2" };
    const calls = says("agent", "", [call, other]);
    const failed = { speaker: "tool", text: "Error: locked", toolCallId: "c1" } as const;
    expect(
      toolLines([
        model(0, [hi], [calls]),
        tool(0.02, "refund", call.args, "", { toolCallId: "c2" }),
        tool(0.03, "refund", call.args, "", { toolCallId: "c1", status: "error" }),
        model(0.1, [hi, calls, failed, { ...result, toolCallId: "c2" }], [done]),
      ]),
    ).toEqual(['refund {"order":"A1"} => refunded', 'refund {"order":"A1"} =>! Error: locked']);
  });

  it("says why it failed where no prompt has its result", () => {
    const failed = { status: "error", failure: "ledger is locked" } as const;
    expect(toolLines([model(0, [hi], [asked]), tool(0.02, "refund", "{}", "", failed)])).toEqual([
      "refund {} =>! ledger is locked",
    ]);
  });
});

it("prompts without the agent's turns repeat nobody", () => {
  const words = ["Please refund order A1.", "Order A1.", "Thanks!"];
  const said = words.map((text) => says("customer", text));
  const answers = [says("agent", "Which order?"), done, says("agent", "Bye!")];
  const spans = answers.map((answer, at) =>
    model(at, said.slice(0, at + 1), [answer], { traceId: `t${at}` }),
  );
  expect(lines(derive(spans))).toEqual([
    "customer: Please refund order A1.",
    "agent: Which order?",
    "customer: Order A1.",
    "agent: Your refund is on its way.",
    "customer: Thanks!",
    "agent: Bye!",
  ]);
  expect(derive(spans).interactions[0]?.endUs).toBe(startUs + 2 * minuteUs + 1_000_000);
});
