import { describe, expect, it } from "vitest";
import { testPseudonymise } from "@/lib/testing/test-pseudonymise";
import { createTextMasker } from "./mask-text";

const masker = createTextMasker(testPseudonymise);

function shown(text: string): string {
  const { text: masked } = masker.mask(text, { requested: 0 });
  return masked.replace(/<([A-Z]+):[0-9a-f]{16}>/g, "<$1>");
}

describe("words that name no person", () => {
  it.each([
    "I need a room in Paris, or in Berlin",
    "Is there a flight from Lisbon to Detroit on Monday?",
    "Do they speak French or German in Luxembourg?",
    "The Old Town Inn has free parking",
    "I would like to stay at the Marlowe Hotel",
    "Marley can be returned within 90 days, and Amelia is sold out.",
    "Is the Hilton in Vienna full?",
    "Monday is fine, Sunday is not",
    "Is the Toyota Corolla still available?",
    "I can only eat Kosher foods, or Halal food",
    "The laptop has an Intel i7 and 16GB RAM, the other an i5",
    "Bluetooth speakers, Ethernet connectivity and an IPX7 case",
    "One way from MIA → EWR → IAH, or from LAX to MIA",
    "Bonjour! Merci beaucoup for the help",
    "- **Passengers:** two\n- Passenger: one\nAvailability summary",
    "Ideally, it arrives on Friday. Alternatively, cancel the order.",
    "Downgrading is possible. Refundable tickets only. Input was wrong.",
    "My IBAN is on the invoice",
    "Do I just wait, um, or what? It's been since 3 June.",
    "I wrote on the 12th of April, then April 19",
  ])("stay readable: %j", (text) => {
    expect(shown(text)).toBe(text);
  });

  it.each(["x", "ab", "é", "X"])("are not a hundred thousand times %j", (part) => {
    const text = part.repeat(100_000 / part.length);
    expect(masker.mask(text, { requested: 0 })).toEqual({ text, found: [] });
  });

  it("begin the sentence after a name", () => {
    expect(shown("My name is John Smith. Let me know")).toBe("My name is <PERSON>. Let me know");
    expect(shown("Thanks, John Smith. Let us begin")).toBe("Thanks, <PERSON>. Let us begin");
    expect(shown("I spoke with Mr. Smith. Will you call?")).toBe(
      "I spoke with <PERSON>. Will you call?",
    );
  });
});
