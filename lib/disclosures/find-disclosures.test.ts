import { describe, expect, it } from "vitest";
import type { CaseDisclosure } from "@/lib/domain/case/case-disclosure";
import { defaultSettings } from "@/lib/domain/settings/settings";
import type { Belonging } from "@/lib/domain/trace/identity";
import type { Speaker } from "@/lib/domain/trace/reading";
import { dayUs, derive, span, startUs, turn } from "@/lib/cases/test-spans";
import { findDisclosures } from "./find-disclosures";
import { disclosureRules, findRule } from "./rules";

type Line = readonly [Speaker, string];

/** Test spans begin on 2025-11-03; Art. 50 is in force from 2026-08-02. */
const inForce = (Date.UTC(2026, 9, 1) * 1000 - startUs) / 60_000_000;

function found(
  rule: string,
  said: readonly Line[],
  belonging: Partial<Belonging> = {},
  at = inForce,
): CaseDisclosure | undefined {
  const parts = { belonging: { agentKind: "ai" as const, region: "DE", ...belonging } };
  const spans = said.map(([speaker, text], index) =>
    turn(at + index / 4, speaker, text, { ...parts, spanId: `s${String(index)}` }),
  );
  const derived = derive(spans);
  return findDisclosures(derived, { disclosureRules: { on: [rule], own: [] } })[0];
}

const hi: Line = ["customer", "Hi, my order is late."];
const silent: Line = ["agent", "Hello, this is Ann. How can I help you today?"];
const art50 = "ai-identity-eu-art50";

it("the rules that are on by default exist, and every rule has its own id", () => {
  const { on } = defaultSettings.disclosureRules;
  expect(on.map((id) => findRule(id)?.id)).toEqual(on);
  expect(new Set(disclosureRules.map(({ id }) => id)).size).toBe(disclosureRules.length);
});

describe("saying that an AI speaks", () => {
  it("is given in the AI's first turn, with the words that give it", () => {
    const given = found(art50, [hi, ["agent", "Hello. I'm Ann, an AI assistant."]]);
    expect(given).toMatchObject({ status: "given", quote: { message: 1, start: 7, end: 32 } });
  });

  it("is missing with the window that was searched and the nearest miss", () => {
    const denial: Line = ["agent", "No, I'm not an AI."];
    expect(found(art50, [hi, silent, hi, denial])).toMatchObject({
      status: "missing",
      quote: null,
      dueMessage: 1,
      searched: { firstMessage: 1, lastMessage: 1, messages: 1 },
      nearMiss: { kind: "denial", quote: { message: 3, start: 0, end: 18 } },
      notice: null,
    });
    const mention: Line = ["agent", "I can pass you to our AI assistant."];
    expect(found(art50, [hi, mention])?.nearMiss?.kind).toBe("mention");
    const question: Line = ["customer", "Are you an AI assistant?"];
    expect(found(art50, [question, silent])?.nearMiss?.kind).toBe("question");
    for (const ofCustomer of ["I promise I'm not a robot!", "Your AI assistant sent me here."]) {
      expect(found(art50, [["customer", ofCustomer], silent])?.nearMiss).toBeNull();
    }
  });

  it("is late in a later turn, and by a customer's words said by the wrong speaker", () => {
    const late = found(art50, [hi, silent, hi, ["agent", "Yes. I am an AI assistant."]]);
    expect(late).toMatchObject({ status: "late", quote: { message: 3, start: 5, end: 26 } });
    const told = found(art50, [hi, silent, ["customer", "I know that you are a bot."]]);
    expect(told).toMatchObject({ status: "wrong_speaker", quote: { message: 2 } });
  });

  it.each<[string, Partial<Belonging>, number]>([
    ["a contact before it was in force", {}, 0],
    ["another region", { region: "US-TX" }, inForce],
    ["a person", { agentKind: "human" }, inForce],
    ["a person in an unknown region", { agentKind: "human", region: null }, inForce],
  ])("is not required of %s", (_, belonging, at) => {
    expect(found(art50, [hi, silent], belonging, at)?.status).toBe("not_required");
  });

  it.each<[string, Line, Partial<Belonging>]>([
    ["an unknown region", silent, { region: null }],
    ["an unknown kind of agent", silent, { agentKind: "unknown" }],
    ["German words", ["agent", "Guten Tag, ich bin Ihr KI-Assistent, was kann ich tun?"], {}],
    ["Polish words", ["agent", "Dzień dobry, jestem wirtualnym asystentem sklepu"], {}],
    ["removed words", ["agent", "[redacted]"], {}],
  ])("is not evaluable with %s, and says so", (_, line, belonging) => {
    const judged = found(art50, [hi, line], belonging);
    expect(judged).toMatchObject({ status: "not_evaluable", quote: null });
    expect(judged?.because).toMatch(/not known|not say|not in English|removed/);
  });

  it("is not evaluable if text was stripped, unless the rest gives it", () => {
    const parts = { belonging: { agentKind: "ai" as const, region: "DE" } };
    const stripped = span("s", { at: inForce + 5, part: "turn", isTextStripped: true, ...parts });
    const with_ = (text: string) =>
      findDisclosures(derive([turn(inForce, "agent", text, parts), stripped]), {
        disclosureRules: { on: [art50], own: [] },
      })[0]?.status;
    expect(with_("Hello.")).toBe("not_evaluable");
    expect(with_("Hello, I am an AI assistant.")).toBe("given");
  });
});

describe("saying so when asked", () => {
  const asked: Line = ["customer", "Are you a bot?"];
  const status = (answer: string, ...more: readonly Line[]) =>
    found("ai-identity-on-request", [asked, ["agent", answer], ...more])?.status;

  it("is given, missing or late, as the answer is", () => {
    expect(status("Yes, I am.")).toBe("given");
    expect(status("I'm here to help!")).toBe("missing");
    expect(status("No, I'm a real person.")).toBe("missing");
    expect(status("Let me look.", hi, ["agent", "I am an AI assistant."])).toBe("late");
    expect(found("ai-identity-on-request", [hi, silent])?.status).toBe("not_required");
    expect(found("ai-identity-on-request", [asked])?.status).toBe("not_evaluable");
  });

  it("names as the nearest words what was said before the question, but not before a denial", () => {
    const admission: Line = ["agent", "Hello, I'm an AI assistant. How can I help?"];
    const judge = (...answers: readonly Line[]) =>
      found("ai-identity-on-request", [admission, hi, asked, ...answers]);
    const evaded = judge(["agent", "I'm here to help!"], hi, ["agent", "What is your number?"]);
    expect(evaded).toMatchObject({
      ...{ status: "missing", nearMiss: { kind: "earlier", quote: { message: 0, start: 0 } } },
      because: expect.stringContaining("said before") as string,
    });
    const mentioned = judge(["agent", "Our bots handle many chats."]);
    expect(mentioned?.nearMiss?.kind).toBe("earlier");
    expect(judge(["agent", "No, I'm a real person."])?.nearMiss?.kind).toBe("denial");
    const byCustomer: Line = ["customer", "So you are an AI assistant."];
    const evasive = found("ai-identity-on-request", [
      ...[["agent", "Hello, how can I help?"] as const, byCustomer, asked],
      ["agent", "I'm here to help!"],
    ]);
    expect(evasive?.nearMiss?.kind).not.toBe("earlier");
  });

  it.each([
    ["I'm here to help!", "evasion", "I'm here to help!"],
    [
      "  What matters is your parcel.\nWhat is its number? ",
      "evasion",
      "What matters is your parcel.\nWhat is its number?",
    ],
    ["I can pass you to our AI assistant.", "mention", "I can pass you to our AI assistant."],
    ["No. I'm a real person.", "denial", "I'm a real person."],
  ])("quotes the answer that does not say so: %s", (answer, kind, quoted) => {
    const judged = found("ai-identity-on-request", [
      ...([hi, asked, ["agent", answer], hi, ["agent", "Our bots are good."]] as const),
    ]);
    expect([judged?.status, judged?.nearMiss?.kind]).toEqual(["missing", kind]);
    const { message = 0, start = 0, end = 0 } = judged?.nearMiss?.quote ?? {};
    expect([message, answer.slice(start, end)]).toEqual([2, quoted]);
  });

  it.each(["r u real?", "are u real?", "Human or bot?", "ru a robot", "r u a bot"])(
    "knows the question as it is typed: %s",
    (question) => {
      const lie: Line = ["agent", "I'm a real person. What is your policy number?"];
      const judged = found("ai-identity-on-request", [["customer", question], lie]);
      expect([judged?.status, judged?.nearMiss?.kind]).toEqual(["missing", "denial"]);
    },
  );

  it("is not evaluable where the customer also wrote another language", () => {
    const said: readonly Line[] = [
      ["customer", "¿Eres una persona o un robot?"],
      ["agent", "Soy una persona, me llamo Marta."],
      ["customer", "no, gracias"],
    ];
    expect(found("ai-identity-on-request", said)).toMatchObject({
      ...{ status: "not_evaluable", unread: "language" },
    });
  });

  it.each(["Yes, I am.", "Correct, I'm a bot.", "No, I'm human.", "How can I help?"])(
    "never contradicts that an AI said so: %s",
    (answer) => {
      const said: readonly Line[] = [asked, ["agent", answer]];
      const both = [art50, "ai-identity-on-request"].map((rule) => found(rule, said)?.status);
      expect(new Set(both).size).toBe(1);
    },
  );
});

describe("saying that a call is recorded", () => {
  const voice = { channel: "voice", region: "US-CA" } as const;
  const rule = "recording-notice-all-party";
  const notice: Line = ["agent", "This call may be recorded for quality."];
  const status = (said: readonly Line[], belonging: Partial<Belonging> = voice) =>
    found(rule, said, belonging)?.status;

  it("is due in calls of its states, and where the state is not known", () => {
    expect(status([notice, hi])).toBe("given");
    expect(status([silent, hi])).toBe("missing");
    expect(status([silent, hi], { ...voice, region: null })).toBe("missing");
    expect(status([silent, hi], { ...voice, region: "us" })).toBe("missing");
    expect(status([silent, hi], { ...voice, region: "US-TX" })).toBe("not_required");
    expect(status([silent, hi], { channel: "chat", region: "US-CA" })).toBe("not_required");
    expect(found(rule, [silent, hi], voice)?.because).toContain("announcement, banner");
  });

  it("is late after thirty seconds, and in the wrong order after the recording began", () => {
    expect(status([silent, hi, hi, hi, notice])).toBe("late");
    expect(status([["system", "Recording started"], silent, hi])).toBe("given");
    const belonging = { agentKind: "ai" as const, ...voice };
    const call = {
      speaker: "agent" as const,
      text: "Hello.",
      toolCalls: [{ id: null, name: "start_recording", args: "{}" }],
    };
    const spans = [
      span("a", { at: inForce, part: "turn", input: [call], belonging }),
      turn(inForce + 0.1, "customer", "Hello?", { belonging, spanId: "b" }),
      turn(inForce + 0.2, "agent", notice[1], { belonging, spanId: "c" }),
    ];
    const [judged] = findDisclosures(derive(spans), { disclosureRules: { on: [rule], own: [] } });
    expect(judged?.status).toBe("wrong_order");
  });

  it("is given by a recording that is kept", () => {
    expect(status([["agent", "We keep a recording of our calls."], hi])).toBe("given");
    expect(status([["agent", "We do not keep a recording of our calls."], hi])).toBe("missing");
  });

  it("a denial, a mention and a customer's recording do not give it", () => {
    for (const text of ["This call is not recorded.", "We recorded your payment."]) {
      expect(status([["agent", text], hi])).toBe("missing");
    }
    const own: Line = ["customer", "I am recording this call."];
    expect(status([silent, own])).toBe("wrong_speaker");
  });
});

describe("a rule for some workspaces", () => {
  const said: Line = ["agent", "This is an attempt to collect a debt."];
  const judge = (text: string, facts: Record<string, boolean>, intent: string | null) =>
    findDisclosures(derive([turn(0, "agent", text, { belonging: { region: "US-TX", intent } })]), {
      disclosureRules: { on: ["fdcpa-mini-miranda-initial"], own: [], facts },
    })[0];

  it("of several elements is incomplete with some of them", () => {
    const facts = { debt_collector: true };
    expect(judge(said[1], facts, "collections")).toMatchObject({
      status: "incomplete",
      missingElements: ["purpose"],
    });
    const both = `${said[1]} Any information obtained will be used for that purpose.`;
    expect(judge(both, facts, "billing.debt")?.status).toBe("given");
  });

  it("is not required where Settings say so, and not evaluable where they say nothing", () => {
    expect(judge(said[1], { debt_collector: false }, "collections")).toMatchObject({
      status: "not_required",
      because: expect.stringContaining("debt collector") as string,
    });
    expect(judge(said[1], {}, "collections")).toMatchObject({
      status: "not_evaluable",
      because: expect.stringContaining("debt collector") as string,
    });
    expect(judge(said[1], { debt_collector: true }, "order.cancel")?.status).toBe("not_required");
    expect(judge(said[1], { debt_collector: true }, null)?.status).toBe("not_evaluable");
  });
});

it("a region that is no place is the one that the workspace states for its spelling", () => {
  const belonging = { channel: "sms", region: "Zone-9 " } as const;
  const judge = (regions: Record<string, string>) =>
    findDisclosures(derive([turn(0, "agent", "Your parcel is here.", { belonging })]), {
      disclosureRules: { on: ["sms-opt-out"], own: [], regions },
    })[0];
  expect(judge({})).toMatchObject({ status: "not_evaluable", unread: "region" });
  expect(judge({ "zone-9": "DE" })?.status).toBe("not_required");
  expect(judge({ "ZONE-9": "US-TX" })?.status).toBe("missing");
});

it("text messages that the company begins say how to stop them", () => {
  const sms = { channel: "sms", region: "US-TX" } as const;
  const text = (said: readonly Line[]) => found("sms-opt-out", said, sms)?.status;
  expect(text([["agent", "Your parcel is here. Reply STOP to opt out."]])).toBe("given");
  expect(text([["agent", "Your parcel is here."]])).toBe("missing");
  expect(text([hi, ["agent", "Your parcel is here."]])).toBe("not_required");
});

describe("saying what a missed instalment means", () => {
  const offer: Line = ["agent", "You can pay in four monthly payments."];
  const terms: Line = ["agent", "If you miss a payment, a late fee is due at once."];
  const yes: Line = ["customer", "Yes, go ahead."];
  const status = (said: readonly Line[]) => found("instalment-terms", said)?.status;

  it("comes before the plan is agreed", () => {
    expect(status([hi, offer, terms, yes])).toBe("given");
    expect(status([hi, offer, yes, terms])).toBe("wrong_order");
    expect(status([hi, offer, yes])).toBe("missing");
    expect(status([hi, ["agent", "Your instalment plan is active, first payment on 3 May."]])).toBe(
      "missing",
    );
  });

  it("does not apply where no plan was agreed", () => {
    expect(status([hi, offer, ["customer", "I will think about it."]])).toBe("not_required");
    expect(status([hi, ["agent", "Your parcel is on its way."], yes])).toBe("not_required");
  });
});

it("each contact of a case is judged by its own date", () => {
  const parts = { belonging: { agentKind: "ai" as const, region: "FR" } };
  const early = inForce - 90 * (dayUs / 60_000_000);
  const derived = derive([
    turn(early, "agent", "Hello there.", {
      belonging: { ...parts.belonging, session: "s-0" },
      spanId: "a",
    }),
    turn(inForce, "agent", "Hello again, how are you?", { ...parts, spanId: "b" }),
  ]);
  const judged = findDisclosures(derived, { disclosureRules: { on: [art50], own: [] } });
  expect(judged.map(({ status }) => status)).toEqual(["not_required", "missing"]);
});
