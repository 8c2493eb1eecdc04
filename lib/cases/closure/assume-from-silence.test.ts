import { describe, expect, it } from "vitest";
import { derive, tool, turn } from "../test-spans";

type Line = readonly ["customer" | "agent", string];

function closureOf(...said: readonly Line[]) {
  return derive(said.map(([speaker, text], at) => turn(at, speaker, text))).closure;
}

const asks: Line = ["customer", "Please send the refund to my other card."];

describe("a case that ended quietly", () => {
  it.each([
    ["unanswered", [asks]],
    ["refused", [asks, ["agent", "Unfortunately, refunds only go to the first card."]]],
    ["asked back", [asks, ["agent", "Please confirm with yes, and I will proceed."]]],
    ["asked back in JSON", [asks, ["agent", '{"message":"Reply YES to go on, or TRANSFER."}']]],
    ["left for later", [asks, ["agent", "To which one?"], ["customer", "I'll get back to you."]]],
    [
      "left for later before a farewell",
      [asks, ["customer", "I'll get back to you."], ["agent", "Ok."], ["customer", "Thanks, bye."]],
    ],
    ["followed by a farewell", [asks, ["agent", "Thank you and goodbye."]]],
    ["never put", [["agent", "Hi! How can I help you today?"]]],
  ] as const)("is not taken for solved where the customer's last request was %s", (_, said) => {
    expect(closureOf(...said).evidence).toBe("none");
  });

  it.each([
    ["agreed to", ["agent", "Sure, thank you."]],
    [
      "answered with more help offered",
      ["agent", "It is. Would you like any other details, or help with a return?"],
    ],
  ] as const)("is one whose last question was %s", (_, answer) => {
    expect(closureOf(["customer", "Can my son come too?"], answer).evidence).toBe("assumed");
  });

  it("is one in which what was asked last was done, though the answer names what is not possible", () => {
    const answer = "All set. No further changes to this order are possible: you cannot cancel it.";
    const said = [turn(0, "customer", "Please proceed."), turn(2, "agent", answer)];
    expect(derive(said).closure.evidence).toBe("none");
    const done = tool(1, "update_order", '{"order_id":"W1"}', '{"order_id":"W1","status":"new"}');
    expect(derive([...said, done]).closure.evidence).toBe("assumed");
  });

  it("takes a bare no for no closing: it may answer any question", () => {
    const asked: Line = ["agent", "Shall I look for another one?"];
    const because = "The customer's last words ask for nothing more.";
    expect(closureOf(asks, asked, ["customer", "No."]).because).not.toBe(because);
    expect(closureOf(asks, asked, ["customer", "No, thanks."]).because).toBe(because);
  });

  it("says which words closed it, or that the agent's answer was the last word", () => {
    const answered: Line = ["agent", "It takes five days."];
    expect(closureOf(asks, answered)).toMatchObject({
      evidence: "assumed",
      quotes: [{ message: 1 }],
    });
    expect(closureOf(asks, answered, ["customer", "I see. Thanks, bye."])).toMatchObject({
      evidence: "assumed",
      quotes: [{ message: 2, start: 7, end: 19 }],
    });
    const sure: Line = ["customer", "It ends in 4411."];
    expect(closureOf(asks, ["agent", "To which one?"], sure, ["agent", "Noted."])).toMatchObject({
      quotes: [{ message: 3, start: 0, end: 6 }],
    });
    expect(closureOf(asks, ["agent", "To which one?"], sure)).toMatchObject({
      quotes: [{ message: 2, start: 0, end: 16 }],
    });
  });
});
