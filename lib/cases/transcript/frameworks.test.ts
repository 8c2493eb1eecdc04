import { describe, expect, it } from "vitest";
import {
  derive,
  lines,
  minuteUs,
  model,
  says,
  span,
  startUs,
  tool,
  type SpanOverrides,
} from "../test-spans";

const ask = says("customer", "May dogs swim?");
const yes = says("agent", "They may, until nine.");
const task = "Find out whether dogs may swim";

/** A step of a graph or an agent's run. */
function step(spanId: string, parts: SpanOverrides) {
  return span(spanId, { kind: "chain", part: "summary", ...parts });
}

/** One around model calls of the first minutes. */
function around(spanId: string, parts: SpanOverrides) {
  return step(spanId, { endUs: startUs + 5 * minuteUs, ...parts });
}

describe("a template around the customer's words", () => {
  const framed = (text: string, given: string) =>
    lines(
      derive([
        around("outer", { input: given, output: yes.text }),
        model(0, [says("customer", text)], [yes], { parentSpanId: "outer" }),
      ]),
    );

  it.each([
    `Tu es un guide.\nVisiteur : ${ask.text}\nRéponds vite.`,
    `Task: ${ask.text}`,
    `<in>${ask.text}</in> Be brief.`,
    `Reply to "${ask.text}" in German.`,
  ])("is left out, as the span around was given the words alone: %s", (text) => {
    expect(framed(text, ask.text)).toEqual([`customer: ${ask.text}`, `agent: ${yes.text}`]);
  });

  it("is a text of its own where it only has some of the words", () => {
    const text = "I asked whether May dogs swim?yes";
    expect(framed(text, "dogs")).toEqual([`customer: ${text}`, `agent: ${yes.text}`]);
  });
});

describe("a template around words that another call has alone", () => {
  const rates = (text: string, label: string) =>
    model(1, [says("customer", text)], [says("agent", label)], { system: "Rate it." });

  it("is left out where the prompt holds nothing else", () => {
    const derived = derive([model(0, [ask], [yes]), rates(`Message: ${ask.text}`, "calm")]);
    expect(lines(derived)).toEqual([`customer: ${ask.text}`, `agent: ${yes.text}`]);
  });

  it("is none where the customer says more than before", () => {
    const more = says("customer", `Hello!\n${ask.text}\nAnd cats?`);
    const derived = derive([model(0, [ask], [yes]), model(1, [ask, yes, more], [])]);
    expect(lines(derived)).toContain(`customer: ${more.text}`);
    const hi = says("customer", "Hi");
    const long = says("customer", "Hi\nI need a map.");
    const session = derive([
      around("outer", { input: "Hi", output: null }),
      model(0, [hi], [yes], { parentSpanId: "outer" }),
      model(1, [hi, yes, long], [], { parentSpanId: "outer" }),
    ]);
    expect(lines(session)).toContain(`customer: ${long.text}`);
  });
});

describe("what agents tell each other", () => {
  const delegate = says("agent", "", [
    { id: "d", name: "ask_lakes", args: JSON.stringify({ member: "lakes", task }) },
  ]);

  it("is no word of the customer: a task", () => {
    const derived = derive([
      model(0, [ask], [delegate]),
      model(1, [says("system", "You know lakes."), says("customer", task)], [yes]),
    ]);
    expect(lines(derived).filter((line) => line.startsWith("customer"))).toEqual([
      `customer: ${ask.text}`,
    ]);
  });

  it("is no word of the customer: what a handoff returned", () => {
    const taken = "Lakes takes over from here.";
    const derived = derive([
      model(0, [ask], []),
      tool(1, "transfer_to_lakes", "{}", taken),
      model(2, [ask, says("customer", taken)], [yes]),
    ]);
    expect(lines(derived)).not.toContain(`customer: ${taken}`);
    expect(lines(derived)).toContain(`agent: ${yes.text}`);
  });

  it("is no word of the customer: what one of them said", () => {
    const said = says("agent", "Dogs may swim in the big lake.");
    const derived = derive([
      model(0, [ask], [said]),
      model(1, [ask, says("customer", said.text)], [yes]),
    ]);
    expect(lines(derived)).toEqual([
      `customer: ${ask.text}`,
      `agent: ${said.text}`,
      `agent: ${yes.text}`,
    ]);
  });

  it("is told once: what an agent answers that runs as a tool", () => {
    const member = [says("system", "You know lakes."), says("customer", task)];
    const derived = derive([
      model(0, [ask], [delegate]),
      tool(1, "ask_lakes", JSON.stringify({ member: "lakes", task }), "until nine"),
      model(2, member, [says("agent", "until nine")]),
      model(3, [ask, delegate], [yes]),
    ]);
    expect(lines(derived)).not.toContain("agent: until nine");
    expect(lines(derived)).toContain("tool: until nine");
    expect(lines(derived).filter((line) => line.startsWith("customer"))).toHaveLength(1);
  });

  it("may be the customer's own words", () => {
    const search = says("agent", "", [
      { id: "s", name: "search", args: `{"query":"${ask.text}"}` },
    ]);
    const again = derive([model(0, [ask], [search]), model(1, [ask], [yes])]);
    expect(lines(again).filter((line) => line === `customer: ${ask.text}`)).toHaveLength(1);
    const offer = says("agent", "Which?", [
      { id: "o", name: "show_buttons", args: `{"buttons":["Open the big lake"]}` },
    ]);
    const choice = derive([
      model(0, [ask], [offer]),
      model(1, [says("customer", "Open the big lake")], [yes]),
    ]);
    expect(lines(choice)).toContain("customer: Open the big lake");
  });
});

describe("a turn that only the agent's span tells", () => {
  const first = [
    around("a1", { kind: "agent", name: "desk", input: ask.text, output: yes.text, traceId: "t1" }),
    model(0, [ask], [yes], { parentSpanId: "a1", traceId: "t1" }),
  ];
  const second = (parts: SpanOverrides) =>
    step("a2", {
      at: 9,
      name: "desk",
      input: "And cats?",
      output: "No cats.",
      traceId: "t2",
      ...parts,
    });

  it("is a turn", () => {
    const derived = derive([...first, second({ kind: "agent" })]);
    expect(lines(derived)).toEqual([
      `customer: ${ask.text}`,
      `agent: ${yes.text}`,
      "customer: And cats?",
      "agent: No cats.",
    ]);
  });

  it("is a turn within the span of a whole session", () => {
    const session = span("session", { kind: "chain", endUs: startUs + 20 * minuteUs });
    const inside = { parentSpanId: "session", traceId: "t1" };
    const [frame, call] = first;
    const derived = derive([
      session,
      ...(frame === undefined || call === undefined ? [] : [{ ...frame, ...inside }, call]),
      second({ kind: "agent", ...inside }),
    ]);
    expect(lines(derived).slice(2)).toEqual(["customer: And cats?", "agent: No cats."]);
  });

  it("is none where another span may be of the same work, or the chain is no turn elsewhere", () => {
    const told = [`customer: ${ask.text}`, `agent: ${yes.text}`];
    expect(lines(derive([...first, second({ kind: "chain", name: "sum up" })]))).toEqual(told);
    expect(lines(derive([...first, second({ kind: "agent", at: 0 })]))).toEqual(told);
  });
});

describe("a reply that only the span around has", () => {
  const reply = (output: string, answer = says("agent", "")) =>
    lines(
      derive([
        around("outer", { input: ask.text, output }),
        model(0, [ask], [answer], { parentSpanId: "outer" }),
      ]),
    );

  it("is said", () => {
    expect(reply(yes.text)).toEqual([`customer: ${ask.text}`, `agent: ${yes.text}`]);
    expect(reply(JSON.stringify({ answer: yes.text, sure: true }))).toContain(`agent: ${yes.text}`);
  });

  it("is not where the model spoke, or it only tells a program how to go on", () => {
    expect(reply("Dogs may swim, she said.", yes)).toEqual([
      `customer: ${ask.text}`,
      `agent: ${yes.text}`,
    ]);
    expect(reply("escalate")).toEqual([`customer: ${ask.text}`]);
    expect(reply(ask.text)).toEqual([`customer: ${ask.text}`]);
  });
});

it("a step's words are told once where others are given and return them", () => {
  const derived = derive([
    step("s0", { at: 0, input: [ask] }),
    step("s1", { at: 1, input: [ask], output: [yes] }),
    step("s2", { at: 2, input: [ask, yes] }),
  ]);
  expect(lines(derived)).toEqual([`customer: ${ask.text}`, `agent: ${yes.text}`]);
  const twice = derive([
    step("s0", { at: 0, input: [ask], output: [yes], traceId: "t1" }),
    step("s1", { at: 1, input: [ask], output: [yes], traceId: "t2" }),
  ]);
  expect(lines(twice)).toHaveLength(4);
});

it("a branch's output is the next step's name, which nobody says", () => {
  const derived = derive([
    step("s0", { at: 0, name: "branch", input: [ask], output: "reply" }),
    step("s1", { at: 1, name: "reply", input: [ask], output: [yes] }),
    step("s2", { at: 2, name: "branch", input: [ask, yes], output: "__end__" }),
  ]);
  expect(lines(derived)).toEqual([`customer: ${ask.text}`, `agent: ${yes.text}`]);
});

describe("a call that only rates the customer's words", () => {
  const rate = (answer: string) => model(0, [ask], [says("agent", answer)], { system: "Rate it." });
  const replied = model(1, [ask], [yes], { system: "You are a guide." });

  it.each(["2", "calm", "4 / 5", "80 %", `{"mood":"calm","score":2}`])(
    "says nothing: %s",
    (label) => {
      expect(lines(derive([rate(label), replied]))).toEqual([
        `customer: ${ask.text}`,
        `agent: ${yes.text}`,
      ]);
    },
  );

  it("may have said a word alone", () => {
    expect(lines(derive([rate("Yes!"), replied]))).toContain("agent: Yes!");
    expect(lines(derive([rate("Sure")]))).toContain("agent: Sure");
    const same = model(1, [ask], [yes], { system: "Rate it." });
    expect(lines(derive([rate("Sure"), same]))).toContain("agent: Sure");
  });
});
