import { describe, expect, it } from "vitest";
import { turn } from "@/lib/cases/test-spans";
import { readTextMax } from "@/lib/cases/read-beginnings";
import { deriveAndRead, spansWith } from "@/lib/testing/hostile/derive-case";
import { hostileTexts } from "@/lib/testing/hostile/texts";

describe("deriving and judging a case comes to its end, and keeps what was said", () => {
  it.each(hostileTexts)("$name", ({ of }) => {
    const text = of(20_000);
    const { messages } = deriveAndRead(spansWith(text));
    for (const message of messages) expect(message.text).toContain(text.trim());
  });

  it("compares no more claims of an answer than it says", () => {
    const { scores } = deriveAndRead(spansWith("It is red. ".repeat(3_000)));
    const verdict = scores.find(({ evaluator }) => evaluator === "groundedness")?.verdict;
    expect(verdict?.because).toMatch(/\d more were not compared\.$/);
  });
});

describe("a message longer than is read for its meaning", () => {
  const long = `Hello. ${"word ".repeat(readTextMax / 5)}`;

  it("is kept whole, and the case says that its beginning was read", () => {
    const derived = deriveAndRead([
      turn(0, "customer", `${long} Goodbye.`),
      turn(1, "agent", "Hello."),
    ]);
    expect(derived.messages[0]?.text.endsWith("Goodbye.")).toBe(true);
    expect(derived.findings).toEqual([
      {
        code: "text-read-in-part",
        detail: expect.stringMatching(/^1 message .* 65536 /u) as string,
      },
    ]);
  });

  it("gives the same scores as one that ends there", () => {
    const scoresOf = (more: string) =>
      deriveAndRead([turn(0, "customer", long + more), turn(1, "agent", "I will refund it.")])
        .scores;
    expect(scoresOf("a".repeat(readTextMax))).toEqual(scoresOf("b"));
  });
});
