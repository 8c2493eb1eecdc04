import { describe, expect, it } from "vitest";
import { promiseStateAt, type CasePromise } from "@/lib/domain/case/case-promise";
import type { Speaker } from "@/lib/domain/trace/reading";
import { defaultSettings } from "@/lib/domain/settings/settings";
import { dayUs, derive, startUs, tool, turn, type SpanOverrides } from "@/lib/cases/test-spans";
import { findPromises } from "./find-promises";

type Line = readonly [Speaker, string];

const later: SpanOverrides = { belonging: { channel: "voice", session: "s-2" } };
const day = 24 * 60;

function promisesOf(
  before: readonly Line[],
  after: readonly Line[] = [],
  afterMinutes = 3 * day,
): readonly CasePromise[] {
  const spans = [
    ...before.map(([speaker, text], index) => turn(index, speaker, text)),
    ...after.map(([speaker, text], index) => turn(afterMinutes + index, speaker, text, later)),
  ];
  return findPromises(derive(spans), defaultSettings);
}

const asked: Line = ["customer", "I was charged twice."];
const promised: Line = [
  "agent",
  "Sorry about that. I'll add a $40 credit to your account by Thursday.",
];
const iso = (us: number | null | undefined) =>
  us === null || us === undefined ? null : new Date(us / 1000).toISOString();

describe("a promise", () => {
  it("is found with its words, what it is, and by when, read in the settings' zone", () => {
    const berlin = { ...defaultSettings, timeZone: "Europe/Berlin" };
    const derived = derive([turn(0, ...asked), turn(1, ...promised)]);
    expect(findPromises(derived, berlin)).toMatchObject([
      {
        quote: { message: 1, start: 18, end: 68 },
        interaction: 0,
        kind: "credit",
        what: "credit of $40",
        dueUs: Date.parse("2025-11-06T23:00:00Z") * 1000,
        dueWords: "by Thursday",
        receptions: [],
      },
    ]);
  });

  /** Monday, 3 November 2025, 09:00 UTC. */
  it.each<[string, string, string, string | null]>([
    ["Your refund will be issued within 5-7 business days.", "refund", "refund", "2025-11-13"],
    [
      "Someone from our billing team will call you back tomorrow morning.",
      "callback",
      "callback",
      "2025-11-04",
    ],
    ["We're sending an engineer over on Friday.", "visit", "technician's visit", "2025-11-08"],
    ["I've arranged a call-back for you.", "callback", "callback", null],
    [
      "A replacement will be shipped by the end of the week.",
      "replacement",
      "replacement",
      "2025-11-10",
    ],
    ["You'll receive an e-mail with the label shortly.", "message", "e-mail with a label", null],
    [
      "We will look into it and get back to you within 48 hours.",
      "follow-up",
      "follow-up",
      "2025-11-05",
    ],
    ["Your parcel will be delivered by 7 November.", "delivery", "delivery", "2025-11-08"],
    ["You will see a £12.50 credit on your next bill.", "credit", "credit of £12.50", "2025-12-05"],
    ["Gift card refunds will be added back to your balance.", "refund", "refund", null],
    [
      "Once we get it, we'll process your $10.48 refund within 5 days after the return is received.",
      "refund",
      "refund of $10.48",
      null,
    ],
    ["Your refund will be processed. It typically takes 5 days.", "refund", "refund", null],
  ])("is read in “%s”", (text, kind, what, due) => {
    const [promise] = promisesOf([asked, ["agent", text]]);
    expect(promise).toMatchObject({ kind, what });
    expect(iso(promise?.dueUs)?.slice(0, 10) ?? null).toBe(due);
  });

  it.each([
    "Someone from the meter team is going to pop by on Tuesday.",
    "Your skins will be restored within 48 hours.",
    "I'll chase this with the depot and ping you a text.",
    "I have arranged for the hotel to email you the voucher.",
    "I'll put £15 back on your meter key.",
  ])("is known by its grammar in “%s”", (text) => {
    expect(promisesOf([asked, ["agent", text]])).toHaveLength(1);
  });

  it.each<[string, string]>([
    ["You will receive a letter that explains how to claim.", "message"],
    ["You will receive an e-mail about your refund.", "message"],
    ["You'll be refunded in full.", "refund"],
    ["The full purchase price of $1,204.50 will be refunded to your card.", "refund"],
    ["You will receive a full and final refund of $7.10.", "refund"],
    ["The refund takes 5–7 business days.", "refund"],
    ["Refund: $19.99 to your debit card (3 to 5 working days)", "refund"],
    ["As soon as the parcel has been received, the new kettle will be sent to you.", "delivery"],
    ["Once our warehouse has inspected the item, we'll ship the exchange.", "replacement"],
    ["The refund is on its way, and you should see it within 5 days.", "refund"],
    ["A locksmith from our partner will be with you at 8 pm.", "follow-up"],
    ["A live agent will be with you shortly.", "follow-up"],
    ["The claims team will contact you in due course.", "follow-up"],
    ["Your cab should be there in 7 minutes.", "delivery"],
    ["Your money is on its way and should reach you soon.", "refund"],
    ["They will be in touch.", "follow-up"],
    ["We'll text you a reminder.", "message"],
    ["You'll get a text to confirm the time.", "message"],
  ])("is found in “%s”", (text, kind) => {
    expect(promisesOf([asked, ["agent", text]])).toMatchObject([{ kind }]);
  });

  it("is found after what was done, whatever is asked next, and not before it", () => {
    const done = "Your return has been submitted. You'll get an e-mail with the label.";
    const next = "Would you like me to cancel the other order? The $5 fee will be refunded.";
    const found = promisesOf([asked, ["agent", `${done} ${next}`]]);
    expect(found.map(({ kind }) => kind)).toEqual(["message"]);
  });

  it("is found in JSON of several texts, at the place of its words", () => {
    const words = "You will receive an e-mail with the label.";
    const next = "Is there anything else today?";
    const text = `{"message": "All set.\\n${words}", "refund_time": "3-5 days", "next": "${next}"}`;
    const found = promisesOf([asked, ["agent", text]]);
    expect(found.map(({ kind, quote }) => [kind, text.slice(quote.start, quote.end)])).toEqual([
      ["message", words],
      ["refund", 'refund_time": "3-5 days'],
    ]);
  });

  it("is two in a sentence that makes two, and one where it is made twice", () => {
    const two =
      "The refund will be paid to your card, and you will receive an e-mail with a label.";
    expect(promisesOf([asked, ["agent", two]]).map(({ kind }) => kind)).toEqual([
      "refund",
      "message",
    ]);
    const twice = "You will be refunded $30. The $30 will be credited within 5 days.";
    expect(promisesOf([asked, ["agent", twice]])).toMatchObject([
      { what: "refund of $30", dueWords: "within 5 days" },
    ]);
  });

  it.each([
    "You will be charged $30 tomorrow.",
    "Your subscription will renew on Monday for $12.",
    "I'll just put you on hold for two minutes.",
    "You can send it back within 30 days.",
  ])("is none in “%s”, time and sum notwithstanding", (text) => {
    expect(promisesOf([asked, ["agent", text]])).toEqual([]);
  });

  it("takes its time from the next sentence, where that goes on about it", () => {
    const said: Line = ["agent", "I will refund the fee. Please allow 3 to 5 working days."];
    expect(promisesOf([asked, said])[0]?.dueWords).toBe("allow 3 to 5 working days");
  });

  it.each([
    "If you return the item, we will refund it within 5 days.",
    "Once you confirm, I'll send a replacement.",
    "Would you like me to call you back tomorrow?",
    "I will refund $40 to your card. Would you like me to proceed?",
    "We will not be able to refund the fee.",
    "Refunds are usually processed within 5 days.",
    "Our policy states that refunds will go back to the card.",
    "Refunds for any eligible cancellations go back to the card within 5–7 business days.",
    "I'll check your order right away.",
    "I'll need your account number to call you back.",
    "I have refunded the order.",
    "I will transfer you to a human agent now.",
    '{"name": "send_email", "arguments": {"text": "The refund will be issued within 5 days"}}',
    "Here are the details: the $12 difference will be refunded to your card. Please confirm (yes/no).",
    "You'll receive a label by e-mail. Would you like me to proceed with the return?",
    "To return it, I need your order number. The refund will go to your card.",
    "The booking was made in May. A refund will be paid within 5 days. Do you want me to proceed?",
    "No refund will be issued to your card.",
    "The train will arrive at noon tomorrow.",
    "I will put you down for 3 guests.",
    "This is the amount you will receive.",
    "I'm getting Tuesday for all of these dates.",
    "The charge of $24 will appear on your statement within 2 days.",
    "The charge of $24 will be processed within 2 days.",
    "The $24 difference will be applied to your card.",
    "Your parcel could be delivered in 3 days.",
  ])("is none in “%s”", (text) => {
    expect(promisesOf([asked, ["agent", text]])).toEqual([]);
  });

  it("is none where the customer says it, and one where the agent repeats it", () => {
    expect(promisesOf([["customer", "You will refund me $40 by Friday."]])).toEqual([]);
    const again: Line = ["agent", "As I said, your $40 credit will be there by Thursday."];
    expect(promisesOf([asked, promised, again])).toHaveLength(1);
  });
});

describe("what a later contact makes of a promise", () => {
  const raised: Line = ["customer", "I was told I'd get a $40 credit. Where is it?"];

  it.each<[string, "known" | "denied" | "ignored"]>([
    ["Yes, I can see the $40 credit here, it was booked last night.", "known"],
    ["The note from my colleague says $40 credit, that is on its way.", "known"],
    ["I don't see any credit on your account.", "denied"],
    ["I have no record of that, sorry.", "denied"],
    ["Nobody here has approved a $40 credit.", "denied"],
    ["Yes that's right, it's in hand.", "known"],
    ["There's no note of that, we don't do that.", "denied"],
    ["That's news to me.", "denied"],
    ["Let me have a look.", "ignored"],
    ["I can't find an order under that number.", "ignored"],
    ["You are not eligible for a credit under our policy.", "ignored"],
  ])("“%s” is %s", (text, reception) => {
    const opening = "Thanks for waiting.";
    const answer: Line = ["agent", `${opening} ${text}`];
    const [promise] = promisesOf([asked, promised], [raised, answer]);
    const start = opening.length + 1;
    const said = { message: 3, start, end: start + text.length };
    const quote = reception === "ignored" ? null : said;
    expect(promise?.receptions).toEqual([{ interaction: 1, reception, quote }]);
  });

  const writing: Line = ["agent", "I'll text you about the plan tomorrow."];
  const planRequest: Line = [
    "customer",
    "Is my plan for INV-20417 set up? You said you would text me about the $63.99.",
  ];

  it.each<[string, "known" | "ignored"]>([
    ["Your plan: INV-20417, four instalments, starting 10 June.", "known"],
    ["Three payments, $63.99 in total.", "known"],
    ["Is that INV-20417?", "ignored"],
    ["I can't see INV-20417.", "ignored"],
    ["Your plan: INV-99999, four instalments.", "ignored"],
    ["Let me check INV-20417.", "ignored"],
    ["You owe $20.", "ignored"],
  ])("“%s” to somebody who waits for a message is %s", (text, reception) => {
    const [promise] = promisesOf([asked, writing], [planRequest, ["agent", text]]);
    expect(promise?.receptions[0]?.reception).toBe(reception);
  });

  it.each([
    ["I'll call you back tomorrow.", "I called you two days ago. Still nothing."],
    [
      "I'll text you the details tomorrow.",
      "I texted you people yesterday and was told it's fixed.",
    ],
    ["I'll e-mail you tomorrow.", "So I e-mailed you lot, and was told it's sorted."],
  ])("“%s” is not meant by “%s”", (made, said) => {
    const [promise] = promisesOf(
      [asked, ["agent", made]],
      [
        ["customer", said],
        ["agent", "Sorry to hear that."],
      ],
    );
    expect(promise?.receptions[0]?.reception).toBe("not-mentioned");
  });

  it("is no denial where the customer did not bring it up", () => {
    const [promise] = promisesOf(
      [asked, promised],
      [
        ["customer", "My router is broken."],
        ["agent", "I don't see any credit check on file."],
      ],
    );
    expect(promise?.receptions[0]?.reception).toBe("not-mentioned");
  });
});

describe("what became of a promise", () => {
  const agent: Line = ["agent", "Let me look."];

  it("is kept where a tool did it for the very sum, and not for another", () => {
    const spans = (args: string) => [
      turn(0, ...asked),
      turn(1, ...promised),
      tool(2, "issue_credit", args, '{"status":"ok"}'),
    ];
    const statusOf = (args: string) =>
      findPromises(derive(spans(args)), defaultSettings)[0]?.status;
    expect(statusOf('{"amount":40}')).toBe("kept");
    expect(statusOf('{"amount":15}')).not.toBe("kept");
  });

  it("is kept where a later agent or the customer says that it is there", () => {
    const statusOf = (said: Line) => promisesOf([asked, promised], [said, agent])[0]?.status;
    expect(statusOf(["agent", "The $40 credit has been added to your account."])).toBe("kept");
    expect(statusOf(["customer", "I got the $40 credit, thanks. Another thing."])).toBe("kept");
    expect(statusOf(["customer", "My $40 came through this morning."])).toBe("kept");
    expect(statusOf(["agent", "The $40 went back on your card yesterday."])).toBe("kept");
    expect(statusOf(["agent", "The $40 credit will be added soon."])).not.toBe("kept");
  });

  it("is broken where the customer says after the due time that it never came, not before", () => {
    const missing: Line = ["customer", "The $40 credit never arrived."];
    const promisedAfter = (minutes: number) =>
      promisesOf([asked, promised], [missing, agent], minutes)[0];
    expect(promisedAfter(2 * day)).toMatchObject({ status: "unknown" });
    expect(promisedAfter(6 * day)).toMatchObject({
      status: "broken",
      evidence: { message: 2, start: 0, end: 29 },
    });
  });

  it("is broken where the customer still has not had it", () => {
    const missing: Line = ["customer", "I still haven't had the $40 credit you promised."];
    expect(promisesOf([asked, promised], [missing, agent], 10 * day)[0]?.status).toBe("broken");
  });

  it("is not broken by something else that does not work", () => {
    const other: Line = [
      "customer",
      "I asked for the credit. By the way my router is still not working.",
    ];
    expect(promisesOf([asked, promised], [other, agent], 6 * day)[0]?.status).toBe("unknown");
  });

  it("keeps the promise of a call by a call of the company's own", () => {
    const call: Line = ["agent", "We will call you back tomorrow."];
    const back: readonly Line[] = [
      ["agent", "Hello, I'm calling as promised."],
      ["customer", "Good."],
    ];
    expect(promisesOf([asked, call], back, day)[0]?.status).toBe("kept");
    expect(promisesOf([asked, call], back, 9 * day)[0]?.status).not.toBe("kept");
  });

  it("is late, not kept, where it was done after its time", () => {
    const after = (said: readonly Line[], minutes: number) =>
      promisesOf([asked, promised], said, minutes)[0];
    const done: Line = ["agent", "The $40 credit has been added to your account."];
    expect(after([done], 3 * day)?.status).toBe("kept");
    expect(after([done], 9 * day)).toMatchObject({ status: "late", evidence: { message: 2 } });
    const came: Line = ["customer", "My $40 came through this morning."];
    expect(after([came, agent], 9 * day)?.status).toBe("late");
    const thanked: Line = ["customer", "I got the $40 credit, thanks. Another thing."];
    expect(after([thanked, agent], 9 * day)?.status).toBe("kept");

    const call: Line = ["agent", "We will call you back tomorrow."];
    const back: Line = ["agent", "Hello, I'm calling you back as promised."];
    const made = promisesOf([asked, call], [back, ["customer", "Good."]], 9 * day)[0];
    expect(made).toMatchObject({ status: "late" });
    if (made === undefined) throw new Error("a promise");
    expect(promiseStateAt(made, startUs + 4 * dayUs)).toBe("overdue");
    expect(promiseStateAt(made, startUs + 20 * dayUs)).toBe("late");
  });

  it("is not kept by another message or another order", () => {
    const made: Line = [
      "agent",
      "You will receive an e-mail with instructions. Your order will ship soon.",
    ];
    const statusesAfter = (said: string) =>
      promisesOf([asked, made], [["agent", said]]).map(({ status }) => status);
    expect(statusesAfter("The e-mail with the instructions has been sent.")).toEqual([
      "kept",
      "unknown",
    ]);
    expect(statusesAfter("The confirmation e-mail has been sent.")).toEqual(["unknown", "unknown"]);
    expect(statusesAfter("Your last order has been delivered.")).toEqual(["unknown", "unknown"]);
  });

  it("cannot be checked once due, where its keeping shows in no trace", () => {
    const [refund] = promisesOf([asked, ["agent", "You will be refunded $9 within 5 days."]]);
    if (refund === undefined) throw new Error("a promise");
    const open = { ...refund, status: "open", settledUs: null } as const;
    expect(promiseStateAt(open, startUs + dayUs)).toBe("open");
    expect(promiseStateAt(open, startUs + 9 * dayUs)).toBe("unknown");
  });

  it("is open until it is due, then overdue, and unknown once the case is closed", () => {
    const [credit] = promisesOf([asked, promised]);
    const [call] = promisesOf([asked, ["agent", "We'll call you back by Thursday."]]);
    if (credit === undefined || call === undefined) throw new Error("two promises");
    expect(promiseStateAt(credit, startUs + dayUs)).toBe("open");
    expect(promiseStateAt(credit, startUs + 9 * dayUs)).toBe("unknown");
    expect(promiseStateAt(call, startUs + dayUs)).toBe("open");
    expect(promiseStateAt(call, startUs + 9 * dayUs)).toBe("overdue");
  });
});
