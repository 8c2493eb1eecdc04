import { describe, expect, it } from "vitest";
import type { CasePromise } from "@/lib/domain/case/case-promise";
import type { CaseSpan } from "@/lib/domain/case/case";
import type { Speaker } from "@/lib/domain/trace/reading";
import { defaultSettings } from "@/lib/domain/settings/settings";
import { derive, tool, turn } from "@/lib/cases/test-spans";
import { findHandoffFacts } from "../facts/find-handoff-facts";
import { findPromises } from "./find-promises";

/** A line of a contact: what somebody says, or a tool with its arguments and result. */
type Line = readonly [Speaker, string] | readonly ["tool", string, string, string];

const day = 24 * 60;

function contact(ordinal: number, lines: readonly Line[]): readonly CaseSpan[] {
  const belonging = {
    session: `s-${String(ordinal)}`,
    channel: ordinal % 2 === 0 ? "chat" : "email",
  } as const;
  return lines.map((line, index) => {
    const at = ordinal * day + index;
    return line.length === 4
      ? tool(at, line[1], line[2], line[3], { belonging })
      : turn(at, line[0], line[1], { belonging });
  });
}

function caseOf(...contacts: readonly (readonly Line[])[]) {
  return derive(contacts.flatMap((lines, ordinal) => contact(ordinal, lines)));
}

function promisesOf(...contacts: readonly (readonly Line[])[]): readonly CasePromise[] {
  return findPromises(caseOf(...contacts), defaultSettings);
}

const mails = ["1111111111111111", "2222222222222222"] as const;
const profile = (of: 0 | 1): Line => [
  "tool",
  "get_user",
  "{}",
  `{"user_id":"<ACCOUNT:${mails[of]}>","email":"<EMAIL:${mails[of]}>"}`,
];
const returned = (order: string): Line => [
  "tool",
  "return_items",
  `{"order_id":"${order}"}`,
  '{"status":"return requested"}',
];
const mailing: Line = ["agent", "You'll receive an e-mail with instructions shortly."];
const mailed: Line = ["agent", "An e-mail with the return instructions has been sent."];
const statuses = (promises: readonly CasePromise[]) => promises.map(({ status }) => status);
const receptions = (promises: readonly CasePromise[]) =>
  promises[0]?.receptions.map(({ reception }) => reception);

describe("what keeps a promise", () => {
  it("is an act for the same person", () => {
    const ask: Line = ["customer", "I want to return the kettle."];
    const first = [ask, profile(0), mailing];
    expect(statuses(promisesOf(first, [ask, profile(0), mailed]))).toEqual(["kept"]);
    expect(statuses(promisesOf(first, [ask, profile(1), mailed]))).toEqual(["unknown"]);
  });

  it("is an act for the same order, which the words or the tools before them name", () => {
    const first: readonly Line[] = [returned("#W1111111"), mailing];
    const second = (order: string): readonly Line[] => [
      ["customer", "Is there any news?"],
      ["agent", `${mailed[1]} It is about order ${order}.`],
    ];
    expect(statuses(promisesOf(first, second("#W1111111")))).toEqual(["kept"]);
    expect(statuses(promisesOf(first, second("#W2222222")))).toEqual(["unknown"]);
    const done = [returned("#W2222222"), mailed];
    expect(statuses(promisesOf(first, done))).toEqual(["unknown"]);
  });

  it("is no refund of another order by a tool", () => {
    const first: readonly Line[] = [
      ["customer", "Order #W1111111 never worked."],
      ["agent", "You will be refunded in full."],
    ];
    const refunding = (order: string): readonly Line[] => [
      ["customer", "Hello again."],
      ["tool", "refund_order", `{"order_id":"${order}"}`, '{"status":"ok"}'],
      ["agent", "That is done."],
    ];
    expect(statuses(promisesOf(first, refunding("#W1111111")))).toEqual(["kept"]);
    expect(statuses(promisesOf(first, refunding("#W2222222")))).toEqual(["unknown"]);
  });

  it("is for a message the very message, by words as by tools", () => {
    const ask: Line = ["customer", "Hello again."];
    const vague: Line = ["agent", "I'll e-mail you tomorrow."];
    const sent = (text: string) => promisesOf([ask, vague], [ask, ["agent", text]]);
    expect(statuses(sent("The e-mail has been sent."))).toEqual(["kept"]);
    expect(statuses(sent("An e-mail about your new card has been sent."))).toEqual(["unknown"]);
    const byTool = (name: string) =>
      promisesOf([ask, mailing, ["tool", name, "{}", '{"status":"ok"}']]);
    expect(statuses(byTool("send_instructions"))).toEqual(["kept"]);
    expect(statuses(byTool("send_certificate"))).toEqual(["unknown"]);
  });

  it("is no contact of the company about something else", () => {
    const announced = (words: string) =>
      promisesOf(
        [["customer", "I want to return the kettle."], returned("#W1111111"), mailing],
        [
          ["agent", words],
          ["customer", "Thanks."],
        ],
      )[0]?.status;
    expect(announced("As promised, here are the instructions.")).toBe("kept");
    expect(announced("As promised, here is your new contract.")).toBe("unknown");
  });
});

describe("what a later contact knows of a promise", () => {
  const ask: Line = ["customer", "I want to return the kettle."];

  it.each([
    [
      "I don't remember my e-mail address, only my name.",
      "I have retrieved your order details: #W1111111.",
    ],
    [
      "Let me know what details you need. My e-mail is <EMAIL:1111111111111111>.",
      "I found your account using <EMAIL:1111111111111111> and located order #W1111111.",
    ],
    [
      "Please send the confirmation to the e-mail on file. The order should be #W1111111.",
      "- Order: #W1111111 (status: pending)",
    ],
    [
      "I was told to confirm my e-mail address.",
      "Once confirmed, you will receive an e-mail with instructions.",
    ],
    ["What about the label?", "I have found your order; it is confirmed."],
  ])("is nothing after “%s” “%s”", (said, answered) => {
    const promises = promisesOf(
      [ask, mailing],
      [
        ["customer", said],
        ["agent", answered],
      ],
    );
    expect(receptions(promises)).not.toContain("known");
  });

  it("is what its agent says of the very message", () => {
    const raised: Line = ["customer", "I was told I'd get an e-mail with instructions."];
    const answered: Line = ["agent", "Yes, I see that e-mail was sent yesterday."];
    expect(receptions(promisesOf([ask, mailing], [raised, answered]))).toEqual(["known"]);
    const other: Line = ["agent", "I see that the invoice was sent by e-mail yesterday."];
    expect(receptions(promisesOf([ask, mailing], [raised, other]))).toEqual(["ignored"]);
  });

  it("is nothing where the customer asks for something new of the kind", () => {
    const refund: Line = ["agent", "You will be refunded within 5 days."];
    const next: readonly Line[] = [
      ["customer", "I need to cancel my hotel and I'd like a refund, please. I'm still at work."],
      ["agent", "I can see it is confirmed."],
    ];
    expect(receptions(promisesOf([ask, refund], next))).toEqual(["not-mentioned"]);
  });

  it("is nothing where it is another customer's", () => {
    const first = [ask, profile(0), ["agent", "I've arranged a call-back for you."]] as const;
    const second = (of: 0 | 1): readonly Line[] => [
      ["customer", "Hello."],
      profile(of),
      ["agent", "I see that your call-back is scheduled."],
    ];
    expect(receptions(promisesOf(first, second(0)))).toEqual(["known"]);
    expect(receptions(promisesOf(first, second(1)))).toEqual([]);
  });

  it("is at a handoff nothing of another customer's promise, whoever was served between them", () => {
    const credit: Line = ["agent", "I'll add a $40 credit to your account."];
    const seen: Line = ["agent", "I see the $40 credit was added."];
    const where: Line = ["customer", "I was promised a $40 credit. Where is it?"];
    const known = (of: 0 | 1) =>
      findHandoffFacts(
        caseOf([ask, profile(0)], [ask, profile(of), credit], [where, profile(0), seen]),
      )
        .at(-1)
        ?.facts.filter(({ kind }) => kind === "commitment")
        .map(({ after }) => after);
    expect(known(0)).toEqual(["carried"]);
    expect(known(1)).toEqual([]);
  });
});

describe("a promise that nothing shows to be kept", () => {
  const made: readonly Line[] = [
    ["customer", "Hello."],
    ["agent", "A human agent will be with you shortly."],
  ];

  it("says of its own case alone that no contact shows it", () => {
    const unseen = "No later contact of the case shows whether it was kept.";
    const later: readonly Line[] = [
      ["customer", "Which plans are there?"],
      ["agent", "There are two plans."],
    ];
    expect(promisesOf(made)[0]?.because).toBe(unseen);
    expect(promisesOf(made, later)[0]?.because).toBe(unseen);
  });
});

describe("a message promised in several sentences", () => {
  const promised = (text: string) => promisesOf([["agent", text]]).map(({ what }) => what);

  it("is one where a sentence names all that it brings", () => {
    expect(
      promised(
        "We will send the permit form and your receipt by email. You'll get the receipt via email within 2 days.",
      ),
    ).toHaveLength(1);
    expect(
      promised(
        "You'll get the invoice via email. We will send the contract and the invoice to your email.",
      ),
    ).toHaveLength(1);
  });

  it("is another where it brings something else", () => {
    expect(
      promised(
        "We will send the contract to your email. You'll get the invoice by email next week.",
      ),
    ).toHaveLength(2);
  });
});
