import { expect, it } from "vitest";
import { testPseudonymise } from "@/lib/testing/test-pseudonymise";
import { createTextMasker } from "./mask-text";

const masker = createTextMasker(testPseudonymise);
const mask = (text: string) => masker.mask(text, { isInstructions: true }).text;

it.each([
  "You are Ava, the support agent of Harbor. Your name is Ava. Say: Hi, my name is Ava Brooks.",
  "Your name is Otto. You help customers of a bank. Sign with: Kind regards, Otto",
  "Du bist Lena, die Assistentin der Stadtwerke. Sag: Mein Name ist Lena.",
])("keeps the name that instructions give the agent: %s", (text) => {
  expect(mask(text)).toBe(text);
});

it("masks everybody else in instructions", () => {
  const text = mask("You are Ava, an assistant. The customer is Maria Keller, born 3 May 1981.");
  expect(text).toMatch(
    /^You are Ava, .* is <PERSON:[0-9a-f]{16}>, born <BIRTH_DATE:[0-9a-f]{16}>\.$/,
  );
});
