import { describe, expect, it } from "vitest";
import type { Speaker } from "@/lib/domain/trace/reading";
import { derive, tool, turn } from "@/lib/cases/test-spans";
import { findHandoffFacts } from "./find-handoff-facts";

type Line = readonly [Speaker, string];

/** The fates of what was known before the second contact, by its name. */
function fatesOf(
  before: readonly Line[],
  after: readonly Line[],
  calls: readonly string[] = [],
): Readonly<Record<string, string>> {
  const hello: Line = ["customer", "Hello, me again."];
  const isMet = after.some(([speaker]) => speaker === "customer");
  const second = { belonging: { channel: "voice" as const, session: "s-2" } };
  const spans = [
    ...before.map(([speaker, text], index) => turn(index, speaker, text)),
    ...[...(isMet ? [] : [hello]), ...after].map(([speaker, text], index) =>
      turn(100 + index, speaker, text, second),
    ),
    ...calls.map((args, index) => tool(200 + index, "get_reservation_details", args, "{}", second)),
  ];
  const facts = findHandoffFacts(derive(spans))[0]?.facts ?? [];
  return Object.fromEntries(facts.map(({ what, after: fate }) => [what, fate]));
}

const account = (digit: number) => `<ACCOUNT:${String(digit).repeat(16)}>`;
const known: readonly Line[] = [
  ["customer", `My user ID is ${account(1)}, my reservation is HX7DUB.`],
];

describe("what is asked for after a handoff", () => {
  it("is asked again where the customer answers with the same value, or gives none", () => {
    const question: Line = ["agent", "Could you please provide your user ID?"];
    const answers = [`It is ${account(1)}.`, "I don't have it at hand.", "I told you before."];
    for (const answer of answers) {
      expect(fatesOf(known, [question, ["customer", answer]])["account number"]).toBe(
        "asked-again",
      );
    }
    expect(fatesOf(known, [question])["account number"]).toBe("asked-again");
  });

  it("is not asked again where the customer answers with another value", () => {
    const after: readonly Line[] = [
      ["agent", "Which reservation number is it about?"],
      ["customer", "It is QK9ZLA."],
    ];
    expect(fatesOf(known, after)["order or booking number"]).toBe("not-needed");
  });

  it("is nothing known where the contact is another customer's", () => {
    const after: readonly Line[] = [
      ["agent", "Could you please provide your user ID?"],
      ["customer", `My user ID is ${account(2)}.`],
    ];
    expect(fatesOf(known, after)).toEqual({});
  });

  it("is said again unasked where the agent only greeted", () => {
    const order: readonly Line[] = [
      ["customer", "You cancelled my order FW-998243, and I need my money back."],
    ];
    const greetings = [
      "How may I be of service on a Wednesday?",
      "What can I do for you this Sunday?",
      "What's happening?",
      "What is the nature of your enquiry?",
      "What brings you here today?",
    ];
    const matter: Line = ["customer", "It's my refund, order FW-998243, it never arrived."];
    for (const greeting of greetings) {
      const fates = fatesOf(order, [["agent", `Good day. ${greeting}`], matter]);
      expect(fates["order or booking number"]).toBe("said-again");
      expect(Object.values(fates)).not.toContain("asked-again");
    }
    const question: Line = ["agent", "Good day. Could you give me the details, please?"];
    expect(fatesOf(order, [question, matter])["order or booking number"]).toBe("asked-again");
  });

  it("is not asked again by a greeting, nor by a decision or another person's details", () => {
    const paid: readonly Line[] = [["customer", "My name is Ada Lane. I paid by gift card."]];
    for (const words of [
      "How may I help you this Thursday?",
      "Please confirm if you would like to proceed.",
      "Which payment method would you like to use?",
      "Please provide each passenger's full name.",
    ]) {
      const fates = Object.values(fatesOf(paid, [["agent", words]]));
      expect(fates).not.toContain("asked-again");
    }
  });

  it("is asked again by a question that names no kind of value, if the answer repeats one", () => {
    const after: readonly Line[] = [
      ["agent", "I need your details to look it up. Could you please provide those?"],
      ["customer", `Sure, ${account(1)}.`],
    ];
    expect(fatesOf(known, after)["account number"]).toBe("asked-again");
  });

  it("is not repeated where it proves who the customer is", () => {
    const after: readonly Line[] = [
      ["agent", "First, I need to verify your identity. What is your user ID?"],
      ["customer", `It is ${account(1)}.`],
    ];
    expect(fatesOf(known, after)["account number"]).toBe("verified-again");
  });
});

describe("what the customer says again unasked", () => {
  const greeting: Line = ["agent", "Hello! How can I help you?"];

  it("is a value that they volunteer", () => {
    const after: readonly Line[] = [greeting, ["customer", "It is about HX7DUB."]];
    expect(fatesOf(known, after)["order or booking number"]).toBe("said-again");
  });

  it("is not who they are, with which every new contact opens", () => {
    const opening: Line = ["customer", `Hi, I'm Ada (user ID ${account(1)}).`];
    expect(fatesOf(known, [greeting, opening])["account number"]).toBe("not-needed");
  });

  it("is asked again if the agent had asked for it before, if not just before", () => {
    const after: readonly Line[] = [
      ["agent", "Could you please provide your user ID and the date of travel?"],
      ["customer", "I am not sure about the date."],
      ["agent", "Which city do you leave from?"],
      ["customer", `From Boston, and I found it: ${account(1)}.`],
    ];
    expect(fatesOf(known, after)["account number"]).toBe("asked-again");
  });

  it("is not what answers a question for something else", () => {
    const after: readonly Line[] = [
      ["agent", "Could you please provide your date of birth?"],
      ["customer", "I'd rather not. My reservation is HX7DUB."],
    ];
    expect(fatesOf(known, after)["order or booking number"]).toBe("not-needed");
  });

  it("is asked again by a list of what is needed", () => {
    const after: readonly Line[] = [
      ["agent", "Please provide the following:\n\n1. Your user ID (e.g. `a_b_12`).\n2. The date."],
      ["customer", `1. ${account(1)} 2. May 5`],
    ];
    expect(fatesOf(known, after)["account number"]).toBe("asked-again");
  });

  it("is no identity that a verification goes on to ask for", () => {
    const after: readonly Line[] = [
      ["agent", "I need to verify your identity. What is your e-mail address?"],
      ["customer", "I don't remember. I can give you my user ID."],
      ["agent", "Please provide these details so I can assist you further."],
      ["customer", `It is ${account(1)}.`],
    ];
    expect(fatesOf(known, after)["account number"]).toBe("not-needed");
  });

  it("is the matter itself, unless the agent names it first", () => {
    const matter = "I want to return the garden hose and exchange the hiking boots for a dry pair.";
    const told: Line = ["customer", `Hi, ${matter}`];
    expect(fatesOf([told], [greeting, told])["what the matter is"]).toBe("said-again");
    const knowing: Line = [
      "agent",
      "Hello! You want to return the garden hose and exchange the hiking boots for a dry pair.",
    ];
    expect(fatesOf([told], [knowing, told])["what the matter is"]).toBe("carried");
    const other: Line = ["customer", "Where do I see the invoice of my broadband contract?"];
    expect(fatesOf([told], [greeting, other])).not.toHaveProperty("what the matter is");
  });
});

describe("a known fact", () => {
  it("is a value of its own kind: no friend's name, no sum of money as an order", () => {
    const said: readonly Line[] = [
      [
        "customer",
        "Please book it for my friend <PERSON:00000000000000aa>. I placed an order, but my card only has $1131 left.",
      ],
    ];
    expect(Object.keys(fatesOf(said, [["agent", "Hello."]]))).toEqual(["amount"]);
  });

  it("is named by what it numbers", () => {
    const said: readonly Line[] = [["customer", "My flight HAT039 was late."]];
    expect(fatesOf(said, [["agent", "Hello."]])).toHaveProperty("flight number");
    const booked: readonly Line[] = [["customer", "Move the flight under reservation M05KNL."]];
    expect(fatesOf(booked, [["agent", "Hello."]])).toEqual({
      "order or booking number": "not-needed",
    });
  });
});

it("is no reservation that a flight's number answers", () => {
  const said: readonly Line[] = [["customer", "My flight HAT039 was late."]];
  const asked: Line = ["agent", "Could you please provide the reservation number?"];
  expect(fatesOf(said, [asked])).toEqual({ "flight number": "not-needed" });
});

it("is no order that the words of an answer repeat", () => {
  const said: readonly Line[] = [["customer", "I want business class. The order is W7181492."]];
  const after: readonly Line[] = [
    ["agent", "What is your order number?"],
    ["customer", "I'll find it. It is to rebook a business class option."],
  ];
  expect(fatesOf(said, after)["order or booking number"]).toBe("not-needed");
});

it("is a reservation that the customer has not at hand only where the contact turns out to be about it", () => {
  const said: readonly Line[] = [
    ["customer", "I want to change the flight of reservation K1NW8N."],
  ];
  const after: readonly Line[] = [
    ["agent", "Could you please provide the reservation ID?"],
    ["customer", "I don't have the reservation ID handy, can you look it up?"],
  ];
  const call = (id: string) => `{"reservation_id": "${id}"}`;
  const fate = (...calls: readonly string[]) =>
    fatesOf(said, after, calls)["order or booking number"];
  expect(fate(call("K1NW8N"))).toBe("asked-again");
  expect(fate(call("HXDUBJ"))).toBe("not-needed");
  expect(fate(call("HXDUBJ"), call("K1NW8N"))).not.toBe("asked-again");
  expect(fate()).toBe("not-needed");
});

it("is a reservation although the customer named a flight first", () => {
  const said: readonly Line[] = [
    ["customer", "My flight HAT039 was late."],
    ["customer", "The reservation is NQNU5R."],
  ];
  const asked: Line = ["agent", "Could you please provide the reservation number?"];
  expect(fatesOf(said, [asked, ["customer", "It is NQNU5R."]])).toMatchObject({
    "flight number": "not-needed",
    "order or booking number": "asked-again",
  });
});

it("is no promise to be in touch that the agent knows because they found an order", () => {
  const promised: readonly Line[] = [
    ["customer", "I want to return the hose of order W7181492."],
    ["agent", "You will receive an email with instructions on how to return it."],
  ];
  const after: readonly Line[] = [
    ["customer", "Where is the e-mail about order W7181492 that I was promised?"],
    ["agent", "I have retrieved your order details of W7181492."],
  ];
  expect(Object.values(fatesOf(promised, after))).not.toContain("carried");
});

it("is the matter in words that anybody may use only where both contacts name the same object", () => {
  const greeting: Line = ["agent", "Hello! How can I help you?"];
  const told: Line = ["customer", "Hi, I need to change the details of my upcoming trip."];
  const trip = (code: string): Line => ["customer", `It is ${code}.`];
  const fate = (one: readonly Line[], other: readonly Line[]) =>
    fatesOf([told, ...one], [greeting, told, ...other])["what the matter is"];
  expect(fate([trip("QK9ZLA")], [trip("QK9ZLA")])).toBe("said-again");
  expect(fate([trip("QK9ZLA")], [])).toBeUndefined();
});
