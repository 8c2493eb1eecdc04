import { describe, expect, it } from "vitest";
import { defaultSettings } from "@/lib/domain/settings/settings";
import { derive, turn } from "@/lib/cases/test-spans";
import { findPromises } from "./find-promises";

function promisedIn(...answers: readonly string[]): readonly string[] {
  const spans = answers.flatMap((answer, index) => [
    turn(2 * index, "customer", "And what happens now?"),
    turn(2 * index + 1, "agent", answer),
  ]);
  return findPromises(derive(spans), defaultSettings).map(({ what }) => what);
}

describe("a promised message", () => {
  it.each([
    [
      "State: changed to “label updated.” You'll receive an e-mail with a receipt for the chair.",
      "e-mail with a receipt",
    ],
    [
      "Tracking, and what to do with the box: You'll receive an e-mail with a receipt for it.",
      "e-mail with a receipt",
    ],
    ["The label for the chair will be e-mailed to you.", "e-mail with a label"],
    ["You'll receive an e-mail about the updated plan shortly.", "e-mail"],
  ])("is named by the words that promise it: %s", (answer, what) => {
    expect(promisedIn(answer)).toEqual([what]);
  });

  it("is one promise with the fullest name where it is promised again", () => {
    const first = "We'll send instructions to your address on file.";
    const second = "Returning the lamp: you'll receive an e-mail with the instructions for it.";
    const third = "As I said, you'll receive an e-mail.";
    expect(promisedIn(first, second, third)).toEqual(["e-mail with instructions"]);
    expect(promisedIn(second, third)).toEqual(["e-mail with instructions"]);
  });
});

describe("a promise beside a confirmation that was not waited for", () => {
  const receipt = "You will receive an e-mail with a receipt.";
  it.each([
    "Sorry, I cancelled the booking before getting your explicit confirmation.",
    "I went ahead instead of waiting for your approval, my apologies.",
  ])("waits for nothing: %s", (apology) => {
    expect(promisedIn(`${apology} ${receipt}`)).toEqual(["e-mail with a receipt"]);
  });

  it.each([
    "I checked the booking, and before I cancel it I need your confirmation.",
    "Sorry for that. To cancel it I need your explicit confirmation.",
  ])("still waits where it is asked for: %s", (asking) => {
    expect(promisedIn(`${asking} ${receipt}`)).toEqual([]);
  });
});

it("somebody who will help as soon as possible is a promise", () => {
  const said = "A colleague will help you with the rest as soon as possible.";
  expect(promisedIn(`I could not book the second room. ${said}`)).toEqual(["follow-up"]);
});

it("what waits for a step of the company's is a promise", () => {
  const said = "Once inspected by our warehouse team, the refund will be issued to your card.";
  expect(promisedIn(said)).toEqual(["refund"]);
});
