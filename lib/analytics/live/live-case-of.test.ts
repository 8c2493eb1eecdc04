import { describe, expect, it } from "vitest";
import { waitingSince } from "./live-case-of";

const said = (...texts: readonly string[]) => texts.map((text, at) => ({ text, atUs: at + 1 }));

describe("waitingSince", () => {
  it("counts from the first message without an answer, also where a later one asks for nothing", () => {
    expect(waitingSince(said("Where is my order?", "The order number is 55512."))).toBe(1);
    expect(waitingSince(said("Where is my order?", "Can somebody please answer me?"))).toBe(1);
    expect(waitingSince(said("My internet is down since this morning, nothing works."))).toBe(1);
    expect(waitingSince(said("No, that is not what I asked."))).toBe(1);
    expect(waitingSince(said("Okay.", "Where is my order?"))).toBe(2);
    expect(waitingSince(said("Hi,\n\nmy router is still dead.\n\nThanks,\nYara"))).toBe(1);
  });

  it.each([
    "Thanks, bye.",
    "Okay, great, thank you!",
    "No.",
    "That's all, thanks.",
    "I'll call back tomorrow.",
    "Hi,\n\nThank you for the quick answer regarding my refund.\n\nKind regards,\nYara",
    "Hello Tom,\nthanks a lot, all is well now.\n\nBest,\nYara Obi\n+44 20 7946 0000",
  ])("waits for nobody after: %s", (text) => {
    expect(waitingSince(said(text))).toBeNull();
  });

  it("waits for nobody once an agent spoke last", () => {
    expect(waitingSince([])).toBeNull();
  });
});
