import { describe, expect, it } from "vitest";
import type { CaseSpan, Score, Verdict } from "@/lib/domain/case/case";
import { evaluatorEntry } from "@/lib/domain/quality/evaluator-catalogue";
import type { Speaker } from "@/lib/domain/trace/reading";
import { derive, span, tool, turn, type SpanOverrides } from "@/lib/cases/test-spans";
import { evaluators } from "./registry";
import { runEvaluators } from "./run-evaluators";

type Line = readonly [Speaker, string];

const human: SpanOverrides = { belonging: { agentKind: "human" } };

function judge(spans: readonly CaseSpan[]) {
  return derive(spans, {}, (assembled) => runEvaluators(assembled, evaluators));
}

function verdictsOf(spans: readonly CaseSpan[], evaluator: string): readonly Verdict[] {
  const scores: readonly Score[] = judge(spans).scores;
  return scores.filter((score) => score.evaluator === evaluator).map((score) => score.verdict);
}

function chat(said: readonly Line[], parts: SpanOverrides = {}, from = 0): readonly CaseSpan[] {
  return said.map(([speaker, text], index) => turn(from + index, speaker, text, parts));
}

const resolution = (spans: readonly CaseSpan[]): Verdict | undefined =>
  verdictsOf(spans, "conversation_resolution")[0];

function valueOf(verdict: Verdict | undefined): number {
  if (verdict?.status !== "scored") throw new Error(`not scored: ${verdict?.because ?? "absent"}`);
  return verdict.value;
}

describe("the registry", () => {
  it("holds evaluators with names of their own, versions and questions", () => {
    expect(evaluators.map(({ name, target, direction }) => ({ name, target, direction }))).toEqual([
      { name: "conversation_resolution", target: "interaction", direction: "higher-is-better" },
      { name: "false_success", target: "interaction", direction: "lower-is-better" },
      { name: "repeat_information", target: "handoff", direction: "lower-is-better" },
      { name: "context_retention", target: "handoff", direction: "higher-is-better" },
      { name: "bot_question", target: "interaction", direction: "higher-is-better" },
      { name: "handoff_packet", target: "handoff", direction: "higher-is-better" },
      { name: "case_notes", target: "interaction", direction: "higher-is-better" },
      { name: "persona_consistency", target: "interaction", direction: "higher-is-better" },
      { name: "escalation", target: "interaction", direction: "higher-is-better" },
      { name: "groundedness", target: "message", direction: "higher-is-better" },
      { name: "faithfulness", target: "message", direction: "higher-is-better" },
      { name: "returned_figures", target: "message", direction: "higher-is-better" },
      { name: "customer_sentiment", target: "interaction", direction: "lower-is-better" },
      { name: "tone", target: "interaction", direction: "higher-is-better" },
      { name: "redaction_coverage", target: "span", direction: "higher-is-better" },
    ]);
    for (const { version, question } of evaluators) {
      expect(version).toBeGreaterThan(0);
      expect(question).toMatch(/\?$/);
    }
  });

  it("is read by pages in the direction in which it means it", () => {
    for (const { name, direction } of evaluators) {
      expect(evaluatorEntry(name)?.direction).toBe(direction);
    }
  });
});

describe("conversation_resolution", () => {
  const asked: Line = ["customer", "Please book a table for two."];

  it("finds a human agent's refusal worse than a booking, with the words that say so", () => {
    const booked = resolution(chat([asked, ["agent", "Your table is booked."]], human));
    const refused = resolution(chat([asked, ["agent", "Unfortunately we have no tables."]], human));
    expect(valueOf(booked)).toBeGreaterThan(0.6);
    expect(valueOf(refused)).toBeLessThan(0.5);
    expect(refused).toEqual({
      status: "scored",
      value: expect.any(Number) as number,
      because: expect.stringMatching(
        /^Against it: [^;]*refused[^;]*; [^;]*refuse; [^;]*bad\.$/u,
      ) as string,
      evidence: expect.arrayContaining([{ message: 1, start: 0, end: 32 }]) as unknown,
    });
  });

  it("does not take an AI agent's word for it", () => {
    const said = (text: string) => resolution(chat([asked, ["agent", text]], { kind: "llm" }));
    expect(said("All done!")).toEqual(said("Good day."));
  });

  it("says no to a tool that failed and never succeeded, and yes to one that did at last", () => {
    const failed = tool(0.5, "book_table", "{}", "Error: timeout");
    const worked = tool(0.6, "book_table", "{}", '{"id":"B1"}');
    const [question, answer] = chat([asked, ["agent", "Good day."]]);
    if (question === undefined || answer === undefined) throw new Error("two turns");
    const unrecovered = resolution([question, failed, answer]);
    expect(valueOf(unrecovered)).toBeLessThan(0.5);
    expect(unrecovered?.because).toContain("the last call of book_table failed");
    expect(valueOf(resolution([question, failed, worked, answer]))).toBeGreaterThan(0.5);
  });

  it("is surer of a short contact than of a long one that ended alike", () => {
    const worked = tool(90, "book_table", "{}", '{"id":"B1"}');
    const long = Array.from({ length: 40 }, (): readonly Line[] => [
      asked,
      ["agent", "I see."],
    ]).flat();
    expect(valueOf(resolution([...chat(long), worked]))).toBeLessThan(
      valueOf(resolution([...chat([asked, ["agent", "I see."]]), worked])),
    );
  });

  it("does not judge a request for information without a visible acceptance", () => {
    const info: readonly Line[] = [
      ["customer", "What time do you open?"],
      ["agent", "At nine."],
    ];
    expect(resolution(chat(info))?.status).toBe("not-scorable");
    expect(resolution(chat([...info, ["customer", "Perfect."]]))?.status).toBe("scored");
  });

  it("does not apply to a notification and cannot be given where the words are gone", () => {
    expect(resolution(chat([["agent", "Your parcel has left."]]))?.status).toBe("not-applicable");
    expect(resolution([span("s", { part: "turn", isTextStripped: true })])?.status).toBe(
      "not-scorable",
    );
  });

  it("keeps within a careful range", () => {
    const worst = chat([
      ...Array.from({ length: 60 }, (): Line => [
        "customer",
        "Please also cancel another one if both fail?",
      ]),
    ]);
    expect(valueOf(resolution(worst))).toBeGreaterThanOrEqual(0.1);
    expect(valueOf(resolution(chat([asked, ["agent", "Booked."]], human)))).toBeLessThanOrEqual(
      0.85,
    );
  });
});

describe("repeat_information", () => {
  const next: SpanOverrides = { belonging: { channel: "voice", session: "s-2" } };

  function afterwards(before: readonly Line[], after: readonly Line[]): Verdict | undefined {
    return verdictsOf(
      [...chat(before), ...chat([["customer", "Hello."], ...after], next, 100)],
      "repeat_information",
    )[0];
  }

  const given: readonly Line[] = [
    ["customer", "My phone number is <PHONE:3f9a0c1b2d4e5f60>, order #W123 is late."],
  ];

  it("finds the second question for a value that is masked in the first contact", () => {
    expect(
      afterwards(given, [["agent", "Hello! Could you tell me your phone number?"]]),
    ).toMatchObject({
      status: "scored",
      value: 1,
      because: expect.stringContaining("the phone number") as string,
      evidence: [
        { message: 2, start: 7, end: 43 },
        { message: 0, start: 19, end: 43 },
      ],
    });
  });

  it("takes the question that opens a contact for no repetition, but for one once it was answered", () => {
    const opened = (...after: readonly Line[]) =>
      verdictsOf([...chat(given), ...chat(after, next, 100)], "repeat_information")[0];
    const matter: Line = ["agent", "Hello there. What's the matter?"];
    const late: Line = ["customer", "My order #W123 is late."];
    expect(opened(matter, ["customer", "I also want a brochure."])).toMatchObject({ value: 0 });
    expect(opened(matter, late)).toMatchObject({ status: "scored", value: 0.5 });
    expect(opened(late, matter)).toMatchObject({ status: "scored", value: 1 });
  });

  it.each<[string, readonly Line[], string]>([
    ["the order", given, "What is your order number?"],
    ["the e-mail", [["customer", "Write to ann@example.org"]], "May I have your email address?"],
    ["a name", [["customer", "Hi, my name is Ann Lee."]], "Can I get your name, please?"],
    [
      "an answer to the same question",
      [
        ["agent", "Which product is it?"],
        ["customer", "The blue kettle."],
      ],
      "Which product is this about?",
    ],
    ["the matter", [["customer", "My kettle arrived broken."]], "What is the problem?"],
    ["a date", [["customer", "I fly on May 12."]], "Please provide the travel date."],
  ])("finds %s asked for again", (_what, before, question) => {
    expect(afterwards(before, [["agent", question]])).toMatchObject({ status: "scored", value: 1 });
  });

  it.each<[string, readonly Line[], string]>([
    ["something new", given, "What is your email address?"],
    ["a verification of who it is", given, "For security, please verify your phone number."],
    ["reading back", given, "I have order #W123 here, is that correct?"],
    ["an offer", given, "How can I help you?"],
    ["one of two that is new", given, "Please provide your order number and your email address."],
  ])("does not count %s", (_what, before, question) => {
    expect(afterwards(before, [["agent", question]])).toMatchObject({ status: "scored", value: 0 });
  });

  it("says that a value had been given, where the question for it is not answered with it", () => {
    const after: readonly Line[] = [
      ["agent", "What is your order number?"],
      ["customer", "I don't have it."],
    ];
    expect(afterwards(given, after)).toMatchObject({
      value: 0,
      because: expect.stringContaining("something of the kind had been given") as string,
    });
  });

  it("takes a flight's number for no order number", () => {
    const before: readonly Line[] = [["customer", "My flight HAT039 was delayed."]];
    const after: readonly Line[] = [
      ["agent", "Could you share the reservation number?"],
      ["customer", "I don't have it with me."],
    ];
    expect(afterwards(before, after)).toMatchObject({
      value: 0,
      because: expect.stringMatching(/^Nothing /u) as string,
    });
  });

  it("reads the list of questions in a JSON answer", () => {
    const asked = '{"text": "I need:\\n1. Your date of birth\\n2. Your order number"}';
    expect(afterwards(given, [["agent", asked]])).toMatchObject({
      value: 1,
      because: expect.stringContaining("the order or booking number") as string,
    });
  });

  it("sees the customer say again what no list of slots knows", () => {
    const before: readonly Line[] = [["customer", "It is about the Birchwood residence."]];
    const after: readonly Line[] = [
      ["agent", "Which building do you mean?"],
      ["customer", "Birchwood residence"],
    ];
    expect(afterwards(before, after)).toMatchObject({
      value: 1,
      because: expect.stringContaining("for which place") as string,
    });
  });

  it("does not apply without given values, messages, or a question", () => {
    expect(afterwards([["customer", "Hello"]], [["agent", "What is your name?"]])?.status).toBe(
      "not-applicable",
    );
    expect(afterwards(given, [])?.status).toBe("not-applicable");
    const greeting = chat([["agent", "Hi! How can I help you today?"]], next, 100);
    expect(verdictsOf([...chat(given), ...greeting], "repeat_information")).toMatchObject([
      { status: "not-applicable" },
    ]);
  });

  it("is not scorable where only unknown things were asked for, or words are missing", () => {
    expect(
      afterwards(given, [
        ["agent", "Which widget variant?"],
        ["customer", "Zeta."],
      ])?.status,
    ).toBe("not-scorable");
    const stripped = [
      ...chat(given),
      span("v", { at: 100, part: "turn", isTextStripped: true, ...next }),
    ];
    expect(verdictsOf(stripped, "repeat_information")[0]?.status).toBe("not-scorable");
  });
});

it("quotes words that are there, whatever was said", () => {
  const derived = judge([
    ...chat([
      ["customer", "Order #W123 is broken."],
      ["agent", "Sorry, I cannot help."],
    ]),
    ...chat(
      [
        ["customer", "Again me."],
        ["agent", "Order number?"],
        ["customer", "W123!"],
      ],
      { belonging: { session: "s-2" } },
      50,
    ),
  ]);
  const quotes = derived.scores.flatMap((score) =>
    score.verdict.status === "scored" ? score.verdict.evidence : [],
  );
  expect(quotes.length).toBeGreaterThan(0);
  for (const quote of quotes) {
    if ("span" in quote) continue;
    const text = derived.messages[quote.message]?.text ?? "";
    expect(text.slice(quote.start, quote.end).trim()).not.toBe("");
  }
});
