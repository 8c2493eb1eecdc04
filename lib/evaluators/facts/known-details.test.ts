import { describe, expect, it } from "vitest";
import type { Speaker } from "@/lib/domain/trace/reading";
import { derive, turn } from "@/lib/cases/test-spans";
import { knownDetails } from "./known-details";

type Line = readonly [Speaker, string];

function detailsOf(...lines: readonly Line[]): readonly string[] {
  return valuesOf("order", ...lines);
}

function valuesOf(slotName: string, ...lines: readonly Line[]): readonly string[] {
  const { messages } = derive(lines.map(([speaker, text], at) => turn(at, speaker, text)));
  const known = new Set(messages.map(({ ordinal }) => ordinal));
  const numbers = knownDetails(messages, known).filter(({ slot }) => slot.name === slotName);
  return numbers.map(
    ({ what, quote }) =>
      `${what}: ${messages[quote.message]?.text.slice(quote.start, quote.end) ?? ""}`,
  );
}

const given: Line = ["customer", "Then it is booking KT7712."];
const read: Line = ["agent", "Booking KT7712 is a cabin in Bergen for two nights."];

describe("a value that the customer gave", () => {
  it.each([
    "That doesn't seem to be the booking I mean.",
    "Hm, that's not the right one.",
    "No, this isn't my trip.",
    "That does not look like the one. Can you check another?",
  ])("is none where they reject what it names: %s", (text) => {
    expect(detailsOf(given, read, ["customer", text])).toEqual([]);
  });

  it.each([
    "Yes, that's it. It isn't too late to change it, I hope?",
    "Right. I don't have the receipt.",
    "That's the one. The price doesn't matter.",
  ])("stays one where they do not: %s", (text) => {
    expect(detailsOf(given, read, ["customer", text])).toHaveLength(1);
  });

  it("is the next one after a rejected one", () => {
    expect(
      detailsOf(
        given,
        read,
        ["customer", "That isn't my booking."],
        ["customer", "It is booking RM4410."],
      ),
    ).toEqual([expect.stringContaining("RM4410")]);
  });
});

describe("a name", () => {
  it("is no product with its number", () => {
    expect(valuesOf("name", ["customer", "It breaks off. It's Lumen 80 with a router."])).toEqual(
      [],
    );
    expect(valuesOf("name", ["customer", "I'm Henrik, 2 of us are here."])).toEqual([
      "name: I'm Henrik",
    ]);
  });
});
