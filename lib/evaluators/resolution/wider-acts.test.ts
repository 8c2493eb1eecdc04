import { describe, expect, it } from "vitest";
import { tool } from "@/lib/cases/test-spans";
import { byAi, judgeLines } from "./test-lines";

const subscription = JSON.stringify({
  subscription: "S-4",
  status: "ended",
  channels: [{ title: "Sports" }, { title: "Films" }, { title: "Kids" }],
});
const end = (at: number, args = '{"subscription":"S-4"}', result = subscription) =>
  tool(at, "cancel_subscription", args, result, byAi);

describe("an act on a whole of which the customer had named a part", () => {
  it("is no proof that it was done as asked", () => {
    const request = "Please cancel the sports channel.";
    const { status, because, quotes } = judgeLines(
      ["customer", `Hello. ${request}`],
      end(0.5),
      ["agent", "The sports channel has been cancelled."],
      ["customer", "Thank you, bye."],
    );
    expect(status).toBe("not-scorable");
    expect(because).toMatch(
      / both sides\. For it: cancel_subscription .* Against it: .* a part of .*cancel_subscription/,
    );
    expect(quotes).toEqual(expect.arrayContaining([request, subscription]));
  });

  it.each([
    [
      "the customer names all parts",
      "Please cancel sports, kids and the films channel.",
      "Shall I?",
    ],
    ["the part describes the whole", "Please cancel the plan with the sports channel.", "Shall I?"],
    ["the agent had said so", "Please cancel the sports channel.", "That cancels all of S-4. OK?"],
    ["no part is named", "Please cancel S-4.", "Shall I?"],
  ])("is as asked where %s", (_, request, answer) => {
    const { status } = judgeLines(
      ["customer", request],
      ["agent", answer],
      ["customer", "Yes, please."],
      end(2.5),
      ["agent", "That is cancelled."],
    );
    expect(status).toBe("scored");
  });

  it.each([
    ["the call chose the part", '{"subscription":"S-4","channels":["Sports"]}', subscription],
    ["the call names the part", '{"channel":"sports"}', subscription],
    ["there is only one part", '{"subscription":"S-4"}', '{"channels":[{"title":"Sports"}]}'],
  ])("is as asked where %s", (_, args, result) => {
    const { status } = judgeLines(
      ["customer", "Please cancel the sports channel."],
      end(0.5, args, result),
      ["agent", "That is cancelled."],
    );
    expect(status).toBe("scored");
  });
});

describe("a contact that ends with a handover left open", () => {
  const change = (at: number) => tool(at, "change_address", "{}", '{"ok":true}', byAi);
  const wish = "Please change my address to 4 Mill Lane and tell me who reads the meter.";

  it.each([
    "Shall I connect you with a colleague from metering?",
    "A human agent knows the names. Would you like me to do that?",
    '{"message":"Your address is changed.","next":"Do you want to be put through to a person?"}',
  ])("is not resolved by what was done before: %s", (words) => {
    const { status, because, quotes } = judgeLines(["customer", wish], change(0.5), [
      "agent",
      words,
    ]);
    expect(status).toBe("not-scorable");
    expect(because).toContain("question whether to pass");
    expect(quotes.some((quote) => quote.endsWith("?"))).toBe(true);
  });

  it("is not resolved where the customer asked for a person and nobody passed them on", () => {
    const request = "And please connect me with a person for the rest.";
    const { status, because, quotes } = judgeLines(
      ["customer", `${wish} ${request}`],
      change(0.5),
      ["agent", "Your address is changed. Thank you for your patience."],
    );
    expect(status).toBe("not-scorable");
    expect(because).toContain("asked last for a person");
    expect(quotes).toContain(request);
  });

  it("is not resolved where the agent says that they pass the customer on", () => {
    const announced = "I'm escalating the meter to our field team now.";
    const { status, because, quotes } = judgeLines(["customer", wish], change(0.5), [
      "agent",
      `Your address is changed. ${announced} Thank you for your patience.`,
    ]);
    expect(status).toBe("not-scorable");
    expect(because).toContain("no handover");
    expect(quotes).toContain(announced);
  });

  it.each([
    [wish, "Your address is changed. Say METER and I'll connect you with the field team."],
    [wish, "Your address is changed. If it is wrong, I can transfer you to a colleague."],
    [wish, "Your address is changed. Is there anything else I can do for you?"],
    ["Change my address, or connect me with a person.", "Your address is changed."],
  ])("may be resolved where nothing waits: %s %s", (request, words) => {
    expect(judgeLines(["customer", request], change(0.5), ["agent", words]).status).toBe("scored");
  });

  it("may be resolved where the customer answered", () => {
    const { status } = judgeLines(
      ["customer", wish],
      change(0.5),
      ["agent", "Your address is changed. Shall I connect you with a colleague?"],
      ["customer", "No, thank you, that's all."],
    );
    expect(status).toBe("scored");
  });
});
