import { describe, expect, it } from "vitest";
import { testPseudonymise } from "@/lib/testing/test-pseudonymise";
import { addRepeated } from "./find-repeated";
import { createTextMasker } from "../mask-text";

const masker = createTextMasker(testPseudonymise);

function shown(text: string): string {
  const { text: masked } = masker.mask(text, { requested: 0 });
  return masked.replace(/<([A-Z_]+):[0-9a-f]{16}>/g, "<$1>");
}

describe("a name that a text says once more", () => {
  it.each([
    [
      "Fare for Ingrid Solberg: $90. Fare for Tariq Aziz: $80. In all $90 (Ingrid) + $80 (Tariq).",
      "Fare for <PERSON>: $90. Fare for <PERSON>: $80. In all $90 (<PERSON>) + $80 (<PERSON>).",
    ],
    [
      "My name is Ingrid Solberg. Window for $5 (Ingrid), aisle (Solberg).",
      "My name is <PERSON>. Window for $5 (<PERSON>), aisle (<PERSON>).",
    ],
  ])("is masked there too: %j", (text, masked) => {
    expect(shown(text)).toBe(masked);
  });

  it("has the pseudonym of its half of the full name", () => {
    const { found } = masker.mask("I am Ingrid Solberg. $90 (Ingrid) + $5", { requested: 0 });
    expect(found).toHaveLength(2);
    expect(found[1]?.pseudonym).toBe(`${found[0]?.pseudonym.slice(0, 8) ?? ""}00000000`);
  });

  it("is not the ordinary word that is written as it", () => {
    expect(shown("My name is Will Price. Will the price change in May?")).toBe(
      "My name is <PERSON>. Will the price change in May?",
    );
    const text = "Ada Hazel asks for a frame in Hazel";
    const found = [{ type: "PERSON", start: 0, end: 9, value: "ada hazel" } as const];
    expect(addRepeated(text, found)).toHaveLength(2);
    expect(addRepeated(`${text}, or in hazel and oak`, found)).toEqual(found);
  });
});

describe("somebody who is greeted", () => {
  it.each([
    ["Good morning Ingrid,\n\nI am sorry.", "Good morning <PERSON>,\n\nI am sorry."],
    ["Good evening Wilma!", "Good evening <PERSON>!"],
    ["Dear Mr Tulloway,\n\nThank you.", "Dear Mr <PERSON>,\n\nThank you."],
  ])("is masked: %j", (text, masked) => {
    expect(shown(text)).toBe(masked);
  });

  it.each(["Good morning Vietnam,", "Good morning Team,", "Hello There."])(
    "is no person: %j",
    (text) => {
      expect(shown(text)).toBe(text);
    },
  );
});

describe("somebody whose details are spoken of", () => {
  it.each([
    [
      "I’ll send Ingrid’s and Tariq’s full names and DOB today.",
      "I’ll send <PERSON>’s and <PERSON>’s full names and DOB today.",
    ],
    ["please add Tariq's date of birth", "please add <PERSON>'s date of birth"],
    ["Next: Ingrid's passport number", "Next: <PERSON>'s passport number"],
  ])("is masked: %j", (text, masked) => {
    expect(shown(text)).toBe(masked);
  });

  it.each(["The Airline's full name is long", "Today's date of issue", "Spain's names of places"])(
    "is no thing: %j",
    (text) => {
      expect(shown(text)).toBe(text);
    },
  );
});
