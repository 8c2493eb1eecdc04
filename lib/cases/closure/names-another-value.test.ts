import { describe, expect, it } from "vitest";
import type { CaseSpan } from "@/lib/domain/case/case";
import { derive, tool, turn } from "../test-spans";
import { namesAnotherValue } from "./names-another-value";

/** Whether a call, made after what was said, took another value than the customer had named. */
function takesAnother(args: string, ...said: readonly string[]): boolean {
  const spans = said.map((text, at) => turn(at, "customer", text));
  return isAnother([...spans, tool(said.length, "change", args, "ok")]);
}

function isAnother(spans: readonly CaseSpan[]): boolean {
  const { messages } = derive(spans);
  const call = messages.find((message) => message.tool !== null);
  if (call === undefined) throw new Error("There is no call.");
  return namesAnotherValue(call, messages);
}

describe("a call that takes another value than the customer named", () => {
  it.each([
    ["payment_method_id", "gift_card_1", "Use my credit card.", true],
    ["payment_method_id", "gift_card_1", "Use my gift card.", false],
    ["payment_method_id", "credit_card_1", "Pay with Visa, please.", false],
    ["payment_method_id", "credit_card_1", "To my PayPal, please.", true],
    ["payment_id", "paypal_7", "To my pay pal account.", false],
    ["payment", "certificate_2", "I have a certificate.", false],
    ["payment", "certificate_2", "I have a Mastercard.", true],
    ["cabin", "business", "Upgrade me to economy.", true],
    ["cabin", "basic_economy", "I want basic economy seats.", false],
    ["cabin", "economy", "I want basic economy seats.", true],
    ["total_baggages", "2", "I have two checked bags.", false],
    ["total_baggages", "3", "I have two checked bags.", true],
    ["bags", "10", "I have 10 bags.", false],
    ["payment", "gift_card_of_mum", "Use my credit card.", true],
    ["payment", "paypal_account", "Use my credit card.", true],
    ["payment", "certificate_of_may", "Use my credit card.", true],
    ["cabin", "(business)", "Upgrade me to economy.", true],
    ["bags", "zero", "I have two bags.", true],
  ])("%s %s after “%s”: %s", (name, value, said, expected) => {
    expect(takesAnother(JSON.stringify({ [name]: value }), said)).toBe(expected);
  });

  it("is compared with what was named last, and with any of several named at once", () => {
    const byGiftCard = '{"payment_method":"gift_card_1"}';
    expect(takesAnother(byGiftCard, "By credit card.", "No, by gift card.")).toBe(false);
    expect(takesAnother(byGiftCard, "By gift card.", "No, by credit card.")).toBe(true);
    expect(takesAnother(byGiftCard, "By credit card.", "Yes.")).toBe(true);
    expect(takesAnother(byGiftCard, "By credit card or gift card.")).toBe(false);
  });

  it("is none where nothing was named, or the argument is of no such kind or value", () => {
    expect(takesAnother('{"payment_method":"gift_card_1"}', "Cancel it.")).toBe(false);
    expect(takesAnother('{"payment_method":"wire"}', "By credit card.")).toBe(false);
    expect(takesAnother('{"reason":"gift_card_1"}', "By credit card.")).toBe(false);
    expect(takesAnother("gift_card_1", "By credit card.")).toBe(false);
    expect(takesAnother('\n {"payment":"gift_card_1"}', "By credit card.")).toBe(true);
    expect(takesAnother('{"id":"W1","payment":"gift_card_1"}', "By credit card.")).toBe(true);
  });

  it("does not read what the agent said, nor what came after the call", () => {
    const call = tool(1, "change", '{"payment":"gift_card_1"}', "ok");
    expect(isAnother([turn(0, "agent", "By credit card?"), call])).toBe(false);
    expect(isAnother([call, turn(2, "customer", "By credit card.")])).toBe(false);
  });
});
