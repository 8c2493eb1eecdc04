import { describe, expect, it } from "vitest";
import { derive, lines, model, says, turn } from "../test-spans";

const ask = says("customer", "The lamp in the hall flickers.");
const which = says("agent", "Is it the ceiling lamp?");
const yes = says("customer", "Yes, that one.");
const come = says("agent", "We come on Friday.");

describe("a customer's message that a prompt joins", () => {
  it.each([
    "good evening my lamp flickers all day",
    "Good evening! My lamp flickers. All day?",
    "good evening\nmy lamp\nflickers all day",
  ])("stands in its pieces alone: %s", (joined) => {
    const derived = derive([
      turn(0, "customer", "good evening"),
      turn(1, "customer", "my lamp flickers"),
      turn(2, "customer", "all day"),
      model(3, [says("agent", "Lamps and more."), says("customer", joined)], [come]),
    ]);
    expect(lines(derived)).toEqual([
      "agent: Lamps and more.",
      "customer: good evening",
      "customer: my lamp flickers",
      "customer: all day",
      `agent: ${come.text}`,
    ]);
  });

  it("is another where it says more", () => {
    const derived = derive([
      turn(0, "customer", "good evening"),
      model(1, [says("customer", "good evening it is me again")], [come]),
    ]);
    expect(lines(derived)).toHaveLength(3);
  });
});

describe("a history that stands twice in one prompt", () => {
  it("is told once", () => {
    const derived = derive([
      model(0, [ask], [which]),
      model(1, [ask, which, yes, ask, which, yes], [come]),
    ]);
    expect(lines(derived)).toEqual([
      `customer: ${ask.text}`,
      `agent: ${which.text}`,
      `customer: ${yes.text}`,
      `agent: ${come.text}`,
    ]);
  });

  it("is told once where only its beginning is repeated", () => {
    const derived = derive([model(1, [ask, which, ask, which, yes], [come])]);
    expect(lines(derived)).toHaveLength(4);
  });

  it("is a conversation where short words come again", () => {
    const [hi, hey] = [says("customer", "hi"), says("agent", "Hello!")];
    const derived = derive([model(0, [hi, hey, hi, hey, ask], [which])]);
    expect(lines(derived)).toHaveLength(6);
  });
});

describe("a short contact that the next one's prompt begins with", () => {
  const second = { belonging: { session: "s-2", channel: "sms" } } as const;
  const third = { belonging: { session: "s-3", channel: "chat" } } as const;
  const still = says("customer", "Is Friday still fine?");
  const sure = says("agent", "It is.");

  it("is told once", () => {
    const derived = derive([
      model(0, [ask], [come]),
      model(60, [ask, come, still], [sure], second),
    ]);
    expect(lines(derived)).toEqual([
      `customer: ${ask.text}`,
      `agent: ${come.text}`,
      `customer: ${still.text}`,
      `agent: ${sure.text}`,
    ]);
  });

  it("is told once, and so are two of them", () => {
    const derived = derive([
      model(0, [ask], [come]),
      model(60, [ask, come, still], [sure], second),
      model(120, [ask, come, still, sure, says("customer", "Thank you.")], [], third),
    ]);
    expect(lines(derived)).toHaveLength(5);
  });
});
