import { expect, it } from "vitest";
import { derive, turn } from "@/lib/cases/test-spans";
import type { CaseDisclosure } from "@/lib/domain/case/case-disclosure";
import { disclosureRows } from "./disclosure-row";

const texts = ["Hello, how can I help?", "It costs 3 euros.", "The price is on the bill.", "Bye."];
const derived = derive(texts.map((text, minute) => turn(minute, "agent", text)));

const missing: CaseDisclosure = {
  ...{ rule: "our-fees", version: 1, interaction: 0, status: "missing", because: "Not found." },
  ...{ quote: null, nearMiss: null },
  searched: { firstMessage: 1, lastMessage: 3, messages: 3, seconds: 120 },
} as unknown as CaseDisclosure;
const quoteOf = (message: number) => ({ message, start: 0, end: texts[message]?.length ?? 0 });

it.each([
  ["searched", {}, 1],
  ["nearest", { nearMiss: { quote: quoteOf(2) } }, 2],
  ["evidence", { status: "late", quote: quoteOf(3) }, 3],
] as const)(
  "opens the message that has its words, where they are %s",
  (wordsFrom, given, message) => {
    const disclosures = [{ ...missing, ...given } as CaseDisclosure];
    expect(disclosureRows(derived, { disclosures })).toMatchObject([
      { message, wordsFrom, words: texts[message] },
    ]);
  },
);

it("cuts long words before a masked value, not within it", () => {
  const name = "<PERSON:0123456789abcdef>";
  const long = derive([turn(0, "agent", `${"x".repeat(230)} ${name}, goodbye.`)]);
  const searched = { firstMessage: 0, lastMessage: 0, messages: 1, seconds: 1 };
  const disclosures = [{ ...missing, searched } as unknown as CaseDisclosure];
  expect(disclosureRows(long, { disclosures })).toMatchObject([{ words: `${"x".repeat(230)}…` }]);
});
