import { describe, expect, it } from "vitest";
import { tool } from "@/lib/cases/test-spans";
import { byAi, judgeLines } from "./test-lines";

const call = (at: number, name: string, result = '{"ok":true}', args = "{}") =>
  tool(at, name, args, result, byAi);

describe("a contact of which a part was done and another was not", () => {
  it("is not resolved by what the customer turned to after a refusal", () => {
    const refusal = "Unfortunately, a single bike can't be taken out of the policy.";
    const judged = judgeLines(
      ["customer", "Please cancel the cover for my old bike on policy P-3301."],
      ["agent", refusal],
      ["customer", "Then leave it. By the way, please update my phone number on that policy."],
      call(2.5, "update_contact"),
      ["agent", "Your phone number is updated."],
    );
    expect(judged).toMatchObject({ status: "not-scorable", quotes: ['{"ok":true}', refusal] });
  });

  it("is not resolved while something tried at the customer's word failed", () => {
    const { status, because } = judgeLines(
      ["customer", "Please take the second driver off my rental R-18."],
      ["agent", "That lowers it by 12 a day. Shall I?"],
      ["customer", "Yes, please go ahead."],
      call(3.2, "edit_rental", "Error: drivers are locked", '{"rental_id":"R-18"}'),
      ["agent", "That did not go through."],
      ["customer", "Okay. Please add my new e-mail address then."],
      call(5.5, "update_profile", '{"ok":true}', '{"email":"a@example.com"}'),
      ["agent", "Your e-mail address is updated."],
    );
    expect(status).toBe("not-scorable");
    expect(because).toContain("an earlier call of edit_rental failed");
  });

  it("is not resolved where the agent's last words leave a part to the customer", () => {
    const refusal = "I can't see who inspects the car.";
    const { status, because, quotes } = judgeLines(
      ["customer", "Who inspects my car for claim K-77? And change my address to 4 Mill Lane."],
      call(0.5, "change_address"),
      ["agent", `Your address is changed. ${refusal} Would you like me to ask the claims desk?`],
    );
    expect(status).toBe("not-scorable");
    expect(because).toContain("a part was not possible");
    expect(quotes).toContain(refusal);
  });

  it.each([
    [
      "another way was found",
      "Please move my lesson L-5 to Friday.",
      "Unfortunately, Friday is fully booked. You may cancel it for free.",
      "Then please cancel it.",
      "cancel_lesson",
    ],
    [
      "the matter was met before",
      "Please cancel my lesson L-5.",
      "I can't do it without your name. May I have it?",
      "It's Dana Cole. One more thing: please cancel the lesson on Friday, too.",
      "cancel_lesson",
    ],
  ])("is resolved where %s", (_, asked, refusal, then, name) => {
    const { status, because } = judgeLines(
      ["customer", asked],
      ["agent", refusal],
      ["customer", then],
      call(2.5, name),
      ["agent", "That is done."],
    );
    expect(status).toBe("scored");
    expect(because).toMatch(new RegExp(`^For it: ${name} succeeded, `, "u"));
  });

  it("is resolved where only more help was offered, or a rule given for later", () => {
    for (const last of [
      "Done. Is there anything else I can do for you?",
      "Done. After this, it cannot be changed again.",
    ]) {
      const { status } = judgeLines(
        ["customer", "Please cancel my lesson L-5."],
        call(0.5, "cancel_lesson"),
        ["agent", last],
      );
      expect(status).toBe("scored");
    }
  });
});

describe("the request that stands beside a refusal", () => {
  const refusal = "Unfortunately, the boiler can't be moved to another wall.";

  it.each([
    [
      "is the one that was refused, not the last question",
      ["Please have the boiler moved to the kitchen wall. And can you tell me your opening hours?"],
      "Please have the boiler moved to the kitchen wall.",
    ],
    [
      "may stand in an earlier message",
      ["Could you move my boiler to the hall?", "It is the blue one. Can you look it up?"],
      "Could you move my boiler to the hall?",
    ],
    [
      "is the last question where none shares a word with the refusal",
      ["It is in the way. Is there anything at all you can do?"],
      "Is there anything at all you can do?",
    ],
  ] as const)("%s", (_, said, quoted) => {
    const [opening = "", ...others] = said;
    const { because, quotes } = judgeLines(
      ["customer", opening],
      ...others.flatMap(
        (text) =>
          [
            ["agent", "One moment."],
            ["customer", text],
          ] as const,
      ),
      ["agent", refusal],
    );
    expect(because).toContain("the customer still asked");
    expect(quotes).toEqual([quoted, refusal]);
  });
});
