import { describe, expect, it } from "vitest";
import type { CaseDisclosure } from "@/lib/domain/case/case-disclosure";
import type { Belonging } from "@/lib/domain/trace/identity";
import type { Speaker } from "@/lib/domain/trace/reading";
import { derive, span, startUs, turn } from "@/lib/cases/test-spans";
import { findDisclosures } from "./find-disclosures";

type Line = readonly [Speaker, string];

function found(
  rule: string,
  said: readonly Line[],
  belonging: Partial<Belonging> = {},
): CaseDisclosure | undefined {
  const parts = { belonging: { agentKind: "ai" as const, ...belonging } };
  const spans = said.map(([speaker, text], index) => turn(index, speaker, text, parts));
  return findDisclosures(derive(spans)).find((each) => each.rule === rule);
}

const hi: Line = ["customer", "Hi, my order is late."];

describe("saying that an AI speaks", () => {
  it.each([
    "Hello, I'm Ann, an AI assistant.",
    "You are chatting with our virtual assistant.",
    "hi this is an ai agent calling about your order",
    "I'm a chatbot and can help with orders.",
    "I am the automated assistant of the shop.",
  ])("is given by “%s”", (text) => {
    expect(found("ai-identity", [hi, ["agent", text]])?.status).toBe("given");
  });

  it("is late or missing after the AI's first message, which is where it was due", () => {
    const silent: Line = ["agent", "Hello, this is Ann. How can I help you today?"];
    expect(found("ai-identity", [hi, silent])).toEqual({
      rule: "ai-identity",
      version: 1,
      title: "Say that an AI is speaking",
      interaction: 0,
      status: "missing",
      quote: null,
      dueUs: startUs + 60_000_000,
      dueMessage: 1,
      because: "Not said in the AI's first message, nor later in this contact.",
    });
    const late = found("ai-identity", [hi, silent, hi, ["agent", "Yes. I am an AI assistant."]]);
    expect(late).toMatchObject({ status: "late", quote: { message: 3, start: 5, end: 26 } });
  });

  it("does not apply to people, and is no claim about another", () => {
    expect(found("ai-identity", [hi, ["agent", "Hello."]], { agentKind: "human" })?.status).toBe(
      "not-applicable",
    );
    const other: Line = ["agent", "Our assistant manager will call you."];
    expect(found("ai-identity", [hi, other])?.status).toBe("missing");
    const customer: Line = ["customer", "Is this an AI assistant?"];
    expect(found("ai-identity", [customer, ["agent", "How can I help?"]])?.status).toBe("missing");
  });

  it("is not evaluable if text was stripped, unless the rest contains it", () => {
    const parts = { belonging: { agentKind: "ai" as const } };
    const stripped = span("s", { at: 5, part: "turn", isTextStripped: true, ...parts });
    const with_ = (text: string) =>
      findDisclosures(derive([turn(0, "agent", text, parts), stripped]))[0]?.status;
    expect(with_("Hello.")).toBe("not-evaluable");
    expect(with_("Hello, I am an AI assistant.")).toBe("given");
  });
});

describe("saying that a call is recorded", () => {
  const voice = { channel: "voice" as const };

  it.each([
    "This call may be recorded for quality.",
    "you're on a recorded line",
    "We record all calls.",
    "Calls are monitored and recorded.",
  ])("is given by “%s”", (text) => {
    expect(found("recording-notice", [["agent", text], hi], voice)?.status).toBe("given");
  });

  it("is looked for early in calls only, and says what a transcript cannot show", () => {
    const call = found("recording-notice", [["agent", "Hello, Ann speaking."], hi], voice);
    expect(call?.status).toBe("missing");
    expect(call?.because).toContain("would not be in the transcript");
    expect(found("recording-notice", [hi, ["agent", "Hello."]])?.status).toBe("not-applicable");
    const record: Line = ["agent", "I have no record of that."];
    expect(found("recording-notice", [hi, record], voice)?.status).toBe("missing");
  });
});

it("text messages that the company begins say how to stop them", () => {
  const sms = { channel: "sms" as const };
  const text = (said: readonly Line[]) => found("sms-opt-out", said, sms)?.status;
  expect(text([["agent", "Your parcel is here. Reply STOP to opt out."]])).toBe("given");
  expect(text([["agent", "Your parcel is here."]])).toBe("missing");
  expect(text([hi, ["agent", "Your parcel is here."]])).toBe("not-applicable");
});

describe("saying what a missed instalment means", () => {
  const offer: Line = ["agent", "You can pay in four monthly payments."];
  const terms: Line = ["agent", "If you miss a payment, a late fee is due at once."];
  const yes: Line = ["customer", "Yes, go ahead."];
  const status = (said: readonly Line[]) => found("instalment-terms", said)?.status;

  it("comes before the plan is agreed", () => {
    expect(status([hi, offer, terms, yes])).toBe("given");
    expect(status([hi, offer, yes, terms])).toBe("late");
    expect(status([hi, offer, yes])).toBe("missing");
    expect(status([hi, ["agent", "Your instalment plan is active, first payment on 3 May."]])).toBe(
      "missing",
    );
  });

  it("does not apply where no plan was agreed", () => {
    expect(status([hi, offer, ["customer", "I will think about it."]])).toBe("not-applicable");
    expect(status([hi, ["agent", "Your parcel is on its way."], yes])).toBe("not-applicable");
  });
});
