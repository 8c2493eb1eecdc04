import { describe, expect, it } from "vitest";
import { findFrustration } from "./find-frustration";

function wordsIn(text: string): string | null {
  const found = findFrustration(text);
  return found === null ? null : text.slice(found.start, found.end);
}

describe("findFrustration", () => {
  it.each([
    ["I'm really frustrated that nobody called.", "frustrated"],
    ["This is so frustrating, I have asked before.", "frustrating"],
    ["You can imagine my frustration.", "frustration"],
    ["It frustrates me to repeat all of it.", "frustrates"],
    ["Honestly fed up with the whole thing", "fed up"],
    ["honestly I am pretty upset about the delay", "upset"],
    ["Quite annoying, to be honest.", "annoying"],
    ["I'm not happy with how this was handled.", "not happy"],
    ["I don't understand. This is unacceptable.", "unacceptable"],
    ["Sorry, but that's just not acceptable.", "not acceptable"],
    ["That’s a complete joke", "That’s a complete joke"],
    ["The worst customer service I have seen", "worst customer service"],
    ["I am losing my patience here", "losing my patience"],
  ])("%s", (text, words) => {
    expect(wordsIn(text)).toBe(words);
  });

  it.each([
    "I am not upset, only curious.",
    "No, I'm not really frustrated.",
    "I don't want to sound annoyed, just asking.",
    "I would be disappointed if it sold out.",
    "My daughter has an upset stomach.",
    "My wife is upset that we miss the show.",
    "Are you angry?",
    "Thank you, that is great!",
    "Is the terrible weather over?",
  ])("not: %s", (text) => {
    expect(findFrustration(text)).toBeNull();
  });
});
