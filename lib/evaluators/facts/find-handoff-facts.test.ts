import { describe, expect, it } from "vitest";
import type { KnownFact } from "@/lib/domain/case/handoff-facts";
import type { Speaker } from "@/lib/domain/trace/reading";
import { derive, tool, turn, type SpanOverrides } from "@/lib/cases/test-spans";
import { evaluators } from "../registry";
import { runEvaluators } from "../run-evaluators";
import { findHandoffFacts } from "./find-handoff-facts";

type Line = readonly [Speaker, string];

const next: SpanOverrides = { belonging: { channel: "voice", session: "s-2" } };
const account = "<ACCOUNT:3f9a0c1b2d4e5f60>";
const given: Line = ["customer", `My account number is ${account} and order W12345 is late.`];
const hello: Line = ["customer", "Hello, me again."];

function spansOf(before: readonly Line[], after: readonly Line[]) {
  return [
    ...before.map(([speaker, text], index) => turn(index, speaker, text)),
    ...[hello, ...after].map(([speaker, text], index) => turn(100 + index, speaker, text, next)),
  ];
}

function factsOf(before: readonly Line[], after: readonly Line[]): readonly KnownFact[] {
  const facts = findHandoffFacts(derive(spansOf(before, after)))[0]?.facts ?? [];
  return facts.filter((fact) => fact.after !== "not-needed");
}

const fates = (before: readonly Line[], after: readonly Line[]) =>
  factsOf(before, after).map(({ what, after: fate }) => `${what}: ${fate}`);

describe("what was known before a handoff", () => {
  it("is not needed where nothing afterwards touches it", () => {
    const facts = findHandoffFacts(derive(spansOf([given], [["agent", "How can I help?"]])))[0];
    expect(facts?.facts.map(({ what, after }) => [what, after])).toEqual([
      ["account number", "not-needed"],
      ["order or booking number", "not-needed"],
    ]);
  });

  it("takes an e-mail address for no address, and what the matter is only where it is asked again", () => {
    const mail: Line = ["customer", "My email address is <EMAIL:3f9a0c1b2d4e5f60>, it is late."];
    const facts = findHandoffFacts(derive(spansOf([mail], [["agent", "Hello."]])))[0]?.facts;
    expect(facts?.map(({ what }) => what)).toEqual(["e-mail address"]);
    const asked: Line = ["agent", "What is the problem with it?"];
    const [matter] = factsOf([mail], [["customer", "It is about my parcel."], asked]);
    expect(matter).toMatchObject({ what: "what the matter is", after: "asked-again" });
    expect(matter?.given).toEqual({ message: 0, start: 0, end: mail[1].length });
  });

  it("is asked again, with both quotes", () => {
    expect(factsOf([given], [["agent", "Could you tell me your account number?"]])).toEqual([
      {
        kind: "detail",
        what: "account number",
        given: { message: 0, start: 21, end: 47 },
        by: "customer",
        after: "asked-again",
        seen: { message: 2, start: 0, end: 38 },
      },
    ]);
  });

  it("is carried where the agent names its value or a tool is called with it", () => {
    expect(fates([given], [["agent", "I have W12345 before me."]])).toEqual([
      "order or booking number: carried",
    ]);
    const call = tool(102, "find_account", `{"id":"${account}"}`, "{}", next);
    const facts = findHandoffFacts(derive([...spansOf([given], []), call]))[0]?.facts;
    expect(facts?.find(({ what }) => what === "account number")).toMatchObject({
      after: "carried",
      seen: { span: "t1/tool-102" },
    });
  });

  it("is no amount that the agent may have from a tool, however the tool writes it", () => {
    for (const [said, returned] of [
      ["$362.20", 362.2],
      ["$1,362.00", 1362],
      ["$585", 585],
    ] as const) {
      const before: readonly Line[] = [["customer", `I need my ${said} refunded.`]];
      const after: Line = ["agent", `Your ${said} is still held.`];
      const result = JSON.stringify({ item: "TV box", value: returned });
      const read = tool(101, "find_return", "{}", result, next);
      const spans = [...spansOf(before, []), turn(103, "agent", after[1], next)];
      const fateOf = (all: typeof spans) =>
        findHandoffFacts(derive(all))[0]?.facts.find(({ what }) => what === "amount")?.after;
      expect(fateOf(spans)).toBe("carried");
      expect(fateOf([...spans, read])).toBe("not-needed");
    }
  });

  it("is not carried by use after the customer had to say it again", () => {
    const after: readonly Line[] = [
      ["agent", "What is your account number?"],
      ["customer", account],
      ["agent", `Thank you, ${account}.`],
    ];
    expect(fates([given], after)).toEqual(["account number: asked-again"]);
    expect(fates([given], after.slice(1))).toEqual(["account number: said-again"]);
  });

  it("is contradicted where the agent names another of the kind as the customer's", () => {
    const before: readonly Line[] = [["customer", "My user ID is ann_lee_17, and my name is Ann."]];
    expect(fates(before, [["agent", "I already have your user ID as tom_fox_23."]])).toEqual([
      "account number: contradicted",
    ]);
    expect(fates(before, [["agent", "It is booked under the name Grace."]])).toEqual([
      "name: contradicted",
    ]);
    expect(fates(before, [["agent", "Your user ID looks like jane_doe_1, for example."]])).toEqual(
      [],
    );
    expect(fates(before, [["agent", "Under your user ID I see order KJ9911."]])).toEqual([]);
  });

  it.each<[string, string, readonly Line[]]>([
    [
      "a greeting, though the customer protests after it",
      "Where is order W12345?",
      [
        ["agent", "Good evening, Brightwell, just so you know this call is recorded."],
        ["customer", "I told you people 5 days ago."],
      ],
    ],
    [
      "a weekday where the customer spoke of today",
      "I wrote to you earlier today.",
      [["agent", "The system is a bit slow on a Saturday."]],
    ],
    [
      "an answer that the customer finds too little",
      "It was signed for on 19 August.",
      [
        ["agent", "I have put it with the $237.50 that you asked for."],
        ["customer", "That's not good enough, I've waited since 19 August."],
      ],
    ],
    [
      "how long it will take where the customer said how long it took",
      "I have waited three weeks for it.",
      [["agent", "It is being prepared, that is 5 working days."]],
    ],
  ])("is not contradicted by %s", (_, before, after) => {
    expect(fates([["customer", before]], after).filter((fate) => /contra|lost/.test(fate))).toEqual(
      [],
    );
  });

  it("is no name that merely occurs: a product's, a month's, or the speaker's", () => {
    const modem: readonly Line[] = [
      ["customer", "I sent the Halo modem back in the middle of May."],
    ];
    const speaking = "Good morning, Simone speaking, and just to say this call is being recorded.";
    expect(fates(modem, [["agent", speaking]])).toEqual([]);
    expect(fates(modem, [["agent", "My name is Andrei and I am taking care of it."]])).toEqual([]);
    expect(fates(modem, [["agent", "I have your notes up from yesterday, Samir."]])).toEqual([]);
    const trip: readonly Line[] = [["customer", "I would like to travel from London to Leeds."]];
    expect(fates(trip, [["agent", "The notes say you want to go to Derby."]])).toEqual([
      "name: contradicted",
    ]);
  });

  it("is a masked value that the agent reads out otherwise, and no masked name of who is speaking", () => {
    const masked = (type: string, digit: number) => `<${type}:000000000000000${String(digit)}>`;
    const under: readonly Line[] = [
      ["customer", `It is under ${masked("PERSON", 1)}, my account is ${masked("ACCOUNT", 2)}.`],
    ];
    const speaking = `Good afternoon, ${masked("PERSON", 3)} speaking, and this call is recorded.`;
    expect(fates(under, [["agent", speaking]])).toEqual([]);
    const notes = `I have your notes up from yesterday, ${masked("PERSON", 4)}.`;
    expect(fates(under, [["agent", notes]])).toEqual([]);
    const other = `I see that your account is ${masked("ACCOUNT", 5)}.`;
    expect(fates(under, [["agent", other]])).toContainEqual(
      expect.stringContaining("contradicted"),
    );
  });

  it("is a step that was tried: asked for again, or acknowledged", () => {
    const tried: readonly Line[] = [["customer", "I've already restarted the router twice."]];
    expect(fates(tried, [["agent", "Could you please unplug the router for a minute?"]])).toEqual([
      "tried: restarting it: asked-again",
    ]);
    expect(fates(tried, [["agent", "I see that you have restarted the router."]])).toEqual([
      "tried: restarting it: carried",
    ]);
    expect(fates(tried, [["agent", "Could you check the cables?"]])).toEqual([]);
    const wondering: readonly Line[] = [["customer", "Should I restart the router?"]];
    expect(fates(wondering, [["agent", "Please restart the router."]])).toEqual([]);
  });

  it("is a commitment: lost where it is denied, carried where it is known", () => {
    const before: readonly Line[] = [given, ["agent", "I'll add a $40 credit by Friday."]];
    const raised: Line = ["customer", "I was promised a $40 credit."];
    expect(fates(before, [raised, ["agent", "There is no record of a credit."]])).toEqual([
      "credit of $40: lost",
    ]);
    expect(fates(before, [raised, ["agent", "Yes, I see the $40 credit here."]])).toEqual([
      "credit of $40: carried",
    ]);
  });

  it("opens a contact with a question for the matter without asking again", () => {
    expect(fates([given], [["agent", "What seems to be the problem?"]])).toEqual([
      "what the matter is: asked-again",
    ]);
    const spans = [turn(0, ...given), turn(100, "agent", "What is the problem?", next)];
    const called = [...spans, turn(101, "customer", "It is late.", next)];
    const facts = findHandoffFacts(derive(called))[0]?.facts ?? [];
    expect(facts.filter(({ after }) => after === "asked-again")).toEqual([]);
  });
});

it("counts a value that was asked for twice once", () => {
  const after: readonly Line[] = [
    ["agent", "Could you please provide your account number and the order number?"],
    ["customer", "Sure! My order number is W12345."],
    ["agent", "Could you please provide your account number so I can proceed?"],
    ["customer", `My account number is ${account}.`],
  ];
  expect(fates([given], after)).toEqual([
    "account number: asked-again",
    "order or booking number: asked-again",
  ]);
});

describe("context_retention", () => {
  const verdictOf = (before: readonly Line[], after: readonly Line[]) =>
    derive(spansOf(before, after), {}, (assembled) =>
      runEvaluators(assembled, evaluators),
    ).scores.find(({ evaluator }) => evaluator === "context_retention")?.verdict;

  it("is the share that was carried, with the worst in words and both quotes", () => {
    expect(
      verdictOf([given], [["agent", "I have W12345 here. What is your account number?"]]),
    ).toMatchObject({
      status: "scored",
      value: 0.5,
      because: expect.stringContaining("the account number was asked for again") as string,
      evidence: [
        { message: 2, start: 20, end: 48 },
        { message: 0, start: 21, end: 47 },
      ],
    });
    expect(verdictOf([given], [["agent", "I have W12345 here."]])).toMatchObject({
      value: 1,
    });
    expect(verdictOf([given], [["agent", "What is your account number?"]])).toMatchObject({
      value: 0,
    });
  });

  it("does not apply where nothing was known, or nothing of it came up", () => {
    expect(verdictOf([["customer", "Hi"]], [["agent", "Hello."]])?.status).toBe("not-applicable");
    const unused: readonly Line[] = [["agent", "Hello."]];
    expect(verdictOf([given], unused)?.status).toBe("not-applicable");
    expect(fates([given], unused)).toEqual([]);
  });

  it("has what a sentence tells again though the openings differ", () => {
    const first: Line = [
      "customer",
      "Hi. My bike's front brake squeals since the winter service. Also, are you open on Sunday?",
    ];
    const again: Line = [
      "customer",
      "I'd like a receipt, and the front brake of my bike squeals since your winter service.",
    ];
    const other: Line = ["customer", "I'd like a receipt for a winter jacket, please."];
    expect(fates([first], [again])).toContain("what the matter is: said-again");
    expect(fates([first], [other])).toEqual([]);
  });

  it("does not say that nothing came up where the customer said it again", () => {
    const again: readonly Line[] = [["customer", "Hello, my order W12345 again."]];
    expect(verdictOf([given], again)?.status).toBe("not-applicable");
    expect(fates([given], again)).toEqual([
      "what the matter is: said-again",
      "order or booking number: said-again",
    ]);
  });
});
