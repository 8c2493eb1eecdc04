import { describe, expect, it } from "vitest";
import { isInformative } from "./is-informative";

const informative = (slot: string, ...words: readonly string[]) =>
  words.map((each) => isInformative(slot, each, false));

describe("what a quote says of what was asked for", () => {
  it("is a name after words that give one, or where it looks like one", () => {
    expect(informative("name", "my name is maria", "I’m Sofia", "It's Ethan", "Sam here")).toEqual([
      true,
      true,
      true,
      true,
    ]);
    expect(informative("name", "It's ORD", "I'm using", "it’s possible", "I am amelia")).toEqual([
      false,
      false,
      false,
      false,
    ]);
    expect(informative("person", "for Dr. Brown", "with Option")).toEqual([true, false]);
    expect(informative("name", "<PERSON:3f9a0c1b2d4e5f60>")).toEqual([true]);
  });

  it("is a place that is neither a number nor a means of payment", () => {
    expect(informative("destination", "to Seattle", "to the airport", "to 12 High Street")).toEqual(
      [true, true, false],
    );
    expect(informative("destination", "to my MasterCard", "to 1500", "from K1NW8N")).toEqual([
      false,
      false,
      false,
    ]);
  });

  it("is no greeting's day and no mere price", () => {
    expect(informative("date", "today", "May 21")).toEqual([false, true]);
    expect(informative("price", "expensive", "cheapest")).toEqual([false, true]);
  });

  it("is an answer only where it is short; what the matter is takes its sentence", () => {
    const long = "I would like to go with the first option for the luggage set, in red.";
    expect(isInformative("payment", long, true)).toBe(false);
    expect(isInformative("payment", "My card", true)).toBe(true);
    expect(isInformative("reason", long, true)).toBe(true);
  });
});
