import fc from "fast-check";
import { expect, it } from "vitest";
import { derive, turn } from "@/lib/cases/test-spans";
import { isOtherLanguage } from "@/lib/learning/is-other-language";
import { speakOtherLanguage } from "./speaks-other-language";

it("says of messages what it says of their joined text", () => {
  const text = fc
    .array(fc.constantFrom("the", "is", "my", "mi", "el", "está", "no", "Где", "заказ", "order"), {
      minLength: 1,
      maxLength: 6,
    })
    .map((words) => words.join(" "));
  fc.assert(
    fc.property(fc.array(text, { minLength: 1, maxLength: 4 }), (texts) => {
      const { messages } = derive(texts.map((each, at) => turn(at, "customer", each)));
      const joined = messages.map((message) => message.text).join("\n");
      expect(speakOtherLanguage(messages)).toBe(isOtherLanguage(joined));
    }),
    { numRuns: 60 },
  );
});
