import { describe, expect, it } from "vitest";
import { derive, lines, minuteUs, model, says, span, startUs, turn } from "../../test-spans";

const call = { belonging: { channel: "voice" } } as const;
const ask = says("customer", "Is the pool open today?");
const whole = "Yes, it is open until six. Bring a towel and a lock for the locker.";
const wait = says("customer", "Wait, which pool?");
const inside = says("agent", "The indoor one.");

describe("a voice framework's turn", () => {
  const heard = (text: string | null) =>
    span("f1", {
      ...call,
      name: "agent_turn",
      kind: "chain",
      part: "history",
      at: 1,
      endUs: startUs + 5 * minuteUs,
      input: [ask],
      output: text === null ? null : [says("agent", text)],
    });
  const next = span("f2", {
    ...call,
    name: "agent_turn",
    kind: "chain",
    part: "history",
    at: 6,
    input: [wait],
    output: [inside],
  });

  it("says what was heard, and when: not what models below it generated", () => {
    const derived = derive([
      turn(0, "customer", ask.text, call),
      heard("Yes, it is open"),
      model(1, [says("customer", "Is the")], [says("agent", "Is what?")], {
        ...call,
        spanId: "draft",
        parentSpanId: "f1",
      }),
      model(2, [ask], [says("agent", whole)], { ...call, parentSpanId: "f1" }),
      turn(4, "customer", wait.text, call),
      next,
    ]);
    expect(lines(derived)).toEqual([
      `customer: ${ask.text}`,
      "agent: Yes, it is open",
      `customer: ${wait.text}`,
      `agent: ${inside.text}`,
    ]);
  });

  it("without words was not heard at all", () => {
    const derived = derive([
      turn(0, "customer", ask.text, call),
      heard(null),
      model(2, [ask], [says("agent", whole)], { ...call, parentSpanId: "f1" }),
      next,
    ]);
    expect(lines(derived)).not.toContain(`agent: ${whole}`);
  });

  it("has the customer's words from when they were spoken, not from a noise before", () => {
    const turnSpan = span("u1", {
      ...call,
      name: "user_turn",
      kind: "chain",
      part: "turn",
      at: 0,
      endUs: startUs + 9 * minuteUs,
      input: [{ ...ask, atUs: startUs + 7 * minuteUs }],
    });
    const speaking = (at: number) =>
      span(`s${String(at)}`, { ...call, name: "user_speaking", at, parentSpanId: "u1" });
    const derived = derive([turnSpan, speaking(1), speaking(6), speaking(8)]);
    expect(derived.messages[0]?.atUs).toBe(startUs + 6 * minuteUs);
  });
});

describe("on a call without such turns", () => {
  const reply = model(0, [ask], [says("agent", whole)], call);
  const after = (...kept: readonly string[]) =>
    lines(
      derive([
        reply,
        model(1, [ask, ...kept.map((text) => says("agent", text)), wait], [inside], call),
      ]),
    );

  it("a reply ends where the next prompt has it end", () => {
    expect(after("Yes, it is open until six.")[1]).toBe("agent: Yes, it is open until six.");
  });

  it("a reply that the next prompt does not have was not heard", () => {
    const hello = says("agent", "City pools, hello.");
    const derived = derive([
      model(0, [hello, ask], [says("agent", whole)], call),
      model(1, [hello, ask, wait], [inside], call),
    ]);
    expect(lines(derived)).not.toContain(`agent: ${whole}`);
  });

  it("the last reply, and one that the next prompt has in pieces, stand whole", () => {
    expect(lines(derive([reply]))[1]).toBe(`agent: ${whole}`);
    expect(
      after("Yes, it is open until six.", "Bring a towel and a lock for the locker."),
    ).toContain(`agent: ${whole}`);
  });

  it("histories of the customer's words alone tell nothing", () => {
    expect(after()).toContain(`agent: ${whole}`);
  });

  it("a chat's replies stand as they were written", () => {
    const derived = derive([
      model(0, [ask], [says("agent", whole)]),
      model(1, [ask, says("agent", "Yes, it is open until six."), wait], [inside]),
    ]);
    expect(lines(derived)).toContain(`agent: ${whole}`);
  });

  it("what a voice spoke and no model wrote was said when it was spoken", () => {
    const greeting = says("agent", "City pools, good morning.");
    const derived = derive([
      span("tts", { ...call, name: "tts", part: "summary", input: [greeting] }),
      turn(1, "customer", ask.text, call),
      model(2, [greeting, ask], [says("agent", whole)], call),
      span("tts2", { ...call, name: "tts", part: "summary", at: 3, input: [says("agent", whole)] }),
    ]);
    expect(lines(derived)).toEqual([
      `agent: ${greeting.text}`,
      `customer: ${ask.text}`,
      `agent: ${whole}`,
    ]);
    expect(derived.messages[0]?.atUs).toBe(startUs);
  });
});

describe("alternative replies", () => {
  const choices = ["Until six.", "Until late."].map((text, choice) => ({
    ...says("agent", text),
    choice,
  }));

  it("are the one that the history goes on with", () => {
    const derived = derive([
      model(0, [ask], choices),
      model(1, [ask, says("agent", "Until late."), wait], [inside]),
    ]);
    expect(lines(derived)[1]).toBe("agent: Until late.");
    expect(lines(derived)).toHaveLength(4);
  });

  it("are the first where no history tells", () => {
    expect(lines(derive([model(0, [ask], choices)]))).toEqual([
      `customer: ${ask.text}`,
      "agent: Until six.",
    ]);
  });
});
