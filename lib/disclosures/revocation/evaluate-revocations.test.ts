import { describe, expect, it } from "vitest";
import type { Belonging } from "@/lib/domain/trace/identity";
import { judgeCase, type Line, type TestContact } from "../test-contacts";

const rule = "tcpa-optout-honoured";
const us = { region: "US-TX" };
const on = (
  channel: Belonging["channel"],
  day: number,
  said: readonly Line[],
  belonging: Partial<Belonging> = {},
): TestContact => ({ said, day, belonging: { ...us, channel, ...belonging } });

const call = on("voice", 0, [
  ["agent", "Hello, how can I help?"],
  ["customer", "Please stop texting me."],
  ["agent", "I understand. Is there anything else?"],
  ["customer", "No, bye."],
]);
const confirmed = on("voice", 0, [
  ["agent", "Hello, how can I help?"],
  ["customer", "Please stop texting me."],
  ["agent", "Of course. You will no longer receive texts from us."],
]);
const advert = (day: number) =>
  on("sms", day, [["agent", "Big sale this week only at our store."]]);
const of = (...parts: readonly TestContact[]) => judgeCase(rule, parts);
const stop = on("sms", 0, [
  ["agent", "Our sale starts today."],
  ["customer", "STOP"],
  ["agent", "You have been unsubscribed and will get no more messages."],
]);

describe("a revocation crosses channels", () => {
  it("said in a call, confirmed, and broken by a text message", () => {
    const [first, second] = of(confirmed, advert(1));
    expect(first).toMatchObject({
      status: "missing",
      quote: { message: 3, start: 0 },
      trigger: { message: 1, start: 0, end: 23 },
      because: expect.stringMatching(
        / sms on 2026-10-02, .* voice on 2026-10-01 .* confirmed\.$/u,
      ) as string,
    });
    expect(second?.status).toBe("not_required");
  });

  it("broken by a text message after ten business days, confirmed or not", () => {
    // 2026-10-01 is a Thursday: ten business days end with 2026-10-15.
    expect(of(call, advert(15))[0]).toMatchObject({ status: "missing" });
    expect(of(call, advert(14))[0]).toMatchObject({ status: "not_evaluable" });
    expect(of(call, advert(14))[0]?.because).toContain("before the time to stop was over");
  });

  it("given if it was confirmed and nothing came afterwards", () => {
    expect(of(confirmed)[0]).toMatchObject({ status: "given", quote: { message: 2 } });
    expect(of(stop)[0]).toMatchObject({ status: "given", searched: { messages: 1 } });
    const mail = on("email", 2, [["agent", "Here is the receipt that you asked for."]]);
    expect(of(confirmed, mail)[0]?.status).toBe("given");
  });

  it.each([
    ["I've taken you off our text list.", "given"],
    ["Okay, we'll stop. No more texts from us.", "given"],
    ["You have been opted out of our messages.", "given"],
    ["Your text messages are now turned off.", "given"],
    ["I'm sorry that you did not receive the text.", "not_evaluable"],
    ["Do you want me to remove you from our text list?", "not_evaluable"],
    ["I can take a note of that from here.", "not_evaluable"],
    ["You can opt out in the app.", "not_evaluable"],
  ])("as the agent answers: %s", (answer, status) => {
    const said: readonly Line[] = [
      ["customer", "Please stop texting me."],
      ["agent", answer],
    ];
    expect(of(on("voice", 0, said))[0]?.status).toBe(status);
  });

  it("late if it was confirmed by text message after more than five minutes", () => {
    const later = on("sms", 1, [["agent", "You are now unsubscribed."]]);
    expect(of(call, later)[0]).toMatchObject({ status: "late", quote: { message: 4 } });
  });

  it("not evaluable if nobody confirmed it and nothing shows what was sent", () => {
    expect(of(call)[0]).toMatchObject({ status: "not_evaluable", quote: null });
    expect(of(call)[0]?.because).toContain("other systems");
  });

  it.each<[string, TestContact]>([
    [
      "an answer to what the customer writes later",
      on("sms", 1, [
        ["customer", "Where is it?"],
        ["agent", "On its way."],
      ]),
    ],
    [
      "a call that the customer begins",
      on("voice", 1, [
        ["customer", "Hi."],
        ["agent", "Hello."],
      ]),
    ],
    [
      "after the customer asks for them again",
      on("sms", 1, [
        ["customer", "START"],
        ["agent", "Welcome back."],
      ]),
    ],
    ["another medium", on("chat", 1, [["agent", "Hello."]])],
  ])("exempts %s", (_, contact) => {
    expect(of(confirmed, contact)[0]?.status).toBe("given");
  });

  it("of calls is broken by a call of ours, and by no other", () => {
    const stopCalls = on("voice", 0, [
      ["agent", "Hello, how can I help?"],
      ["customer", "Please stop calling me."],
      ["agent", "You will get no more calls from us."],
      ["agent", "Goodbye."],
    ]);
    const theirs = on("voice", 1, [
      ["customer", "Hi, it's me."],
      ["agent", "Hello, how can I help?"],
    ]);
    const ours = on("voice", 1, [["agent", "We have an offer for you. Call us back."]]);
    expect(of(stopCalls, theirs)[0]?.status).toBe("given");
    expect(of(stopCalls, ours)[0]).toMatchObject({ status: "missing", quote: { message: 4 } });
  });

  it("a reply in the same messages that sells is one", () => {
    const sells = on("sms", 0, [
      ["agent", "Our sale starts today."],
      ["customer", "STOP"],
      ["agent", "You have been unsubscribed."],
      ["agent", "But look, 20% off everything!"],
    ]);
    expect(of(sells)[0]).toMatchObject({ status: "missing", quote: { message: 3 } });
  });

  it("is not required elsewhere, earlier, or without a revocation", () => {
    const elsewhere = { ...confirmed, belonging: { ...confirmed.belonging, region: "DE" } };
    expect(of(elsewhere)[0]?.status).toBe("not_required");
    expect(of({ ...confirmed, day: -700 })[0]?.status).toBe("not_required");
    expect(of(advert(0))[0]?.status).toBe("not_required");
    const unknown = { ...confirmed, belonging: { ...confirmed.belonging, region: null } };
    expect(of(unknown)[0]?.status).toBe("not_evaluable");
    const german = on("sms", 0, [
      ["customer", "Bitte schicken Sie mir keine Nachrichten mehr und löschen Sie das"],
    ]);
    expect(of(german)[0]?.status).toBe("not_evaluable");
  });
});
