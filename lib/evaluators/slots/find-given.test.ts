import { describe, expect, it } from "vitest";
import { derive, turn } from "@/lib/cases/test-spans";
import { allGiven } from "./find-given";

const asks = "Could you give me your user ID and the reservation number?";

/** The slots of which the customer's answer to a question is taken for a value. */
function givenIn(answer: string, question = asks): readonly string[] {
  const { messages } = derive([turn(0, "agent", question), turn(1, "customer", answer)]);
  return [...allGiven(messages).keys()];
}

describe("an answer to a question for a number", () => {
  it.each([
    "Let me look in my mails, I'll come back to you later.",
    "Hm, I can't recall those.",
    "I only want to sit by the window.",
    "All right, I'll try to dig it out.",
  ])("gives none without anything that looks like one: %s", (answer) => {
    expect(givenIn(answer)).toEqual([]);
  });

  it("gives the one number that is there, not the other", () => {
    const account = `It is <ACCOUNT:${"1".repeat(16)}>, the other is lost.`;
    expect(givenIn(account)).toEqual(["account"]);
  });

  it.each(["It's 522.", "That would be QKZLAB.", "nine four one"])("gives it: %s", (answer) => {
    expect(givenIn(answer, "What is your reservation number?")).toEqual(["order"]);
  });

  it("is not asked of words that are no number", () => {
    expect(givenIn("With my old card.", "How would you like to pay?")).toEqual(["payment"]);
  });
});
