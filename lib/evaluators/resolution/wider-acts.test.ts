import { describe, expect, it } from "vitest";
import type { CaseSpan, Verdict } from "@/lib/domain/case/case";
import { evidenceOf } from "@/lib/domain/case/evidence-of";
import type { Speaker } from "@/lib/domain/trace/reading";
import { derive, tool, turn, type SpanOverrides } from "@/lib/cases/test-spans";
import { runEvaluators } from "../run-evaluators";
import { conversationResolution } from "./conversation-resolution";

const ai: SpanOverrides = { belonging: { agentKind: "ai" } };
const none: Verdict = { status: "not-applicable", because: "" };

/** Lines of a contact, and its calls between them. */
function judge(...lines: readonly (readonly [Speaker, string] | CaseSpan)[]) {
  const spans = lines.map((line, at) => ("spanId" in line ? line : turn(at, line[0], line[1], ai)));
  const derived = derive(spans, {}, (assembled) =>
    runEvaluators(assembled, [conversationResolution]),
  );
  const verdict = derived.scores[0]?.verdict;
  const quotes = evidenceOf(verdict ?? none).flatMap((each) =>
    "message" in each
      ? [derived.messages[each.message]?.text.slice(each.start, each.end) ?? ""]
      : [],
  );
  return { status: verdict?.status, because: verdict?.because, quotes };
}

const subscription = JSON.stringify({
  subscription: "S-4",
  status: "ended",
  channels: [{ title: "Sports" }, { title: "Films" }, { title: "Kids" }],
});
const end = (at: number, args = '{"subscription":"S-4"}', result = subscription) =>
  tool(at, "cancel_subscription", args, result, ai);

describe("an act on a whole of which the customer had named a part", () => {
  it("is no proof that it was done as asked", () => {
    const asked = "Please cancel the sports channel.";
    const { status, because, quotes } = judge(
      ["customer", `Hello. ${asked}`],
      end(0.5),
      ["agent", "The sports channel has been cancelled."],
      ["customer", "Thank you, bye."],
    );
    expect(status).toBe("not-scorable");
    expect(because).toMatch(
      /^There are signs on both sides\. For it: cancel_subscription succeeded, as .* Against it: the customer had named a part of what cancel_subscription was done to\.$/,
    );
    expect(quotes).toEqual(expect.arrayContaining([asked, subscription]));
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
  ])("is as asked where %s", (_, asked, answer) => {
    const { status } = judge(
      ["customer", asked],
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
    const { status } = judge(
      ["customer", "Please cancel the sports channel."],
      end(0.5, args, result),
      ["agent", "That is cancelled."],
    );
    expect(status).toBe("scored");
  });
});

describe("a contact that ends with a handover left open", () => {
  const change = (at: number) => tool(at, "change_address", "{}", '{"ok":true}', ai);
  const wish = "Please change my address to 4 Mill Lane and tell me who reads the meter.";

  it.each([
    "Shall I connect you with a colleague from metering?",
    "A human agent knows the names. Would you like me to do that?",
    '{"message":"Your address is changed.","next":"Do you want to be put through to a person?"}',
  ])("is not resolved by what was done before: %s", (words) => {
    const { status, because, quotes } = judge(["customer", wish], change(0.5), ["agent", words]);
    expect(status).toBe("not-scorable");
    expect(because).toContain("it ends with the agent's question whether to pass the customer on");
    expect(quotes.some((quote) => quote.endsWith("?"))).toBe(true);
  });

  it("is not resolved where the customer asked for a person and nobody passed them on", () => {
    const asked = "And please connect me with a person for the rest.";
    const { status, because, quotes } = judge(["customer", `${wish} ${asked}`], change(0.5), [
      "agent",
      "Your address is changed. Thank you for your patience.",
    ]);
    expect(status).toBe("not-scorable");
    expect(because).toContain("the customer asked last for a person and was not passed on");
    expect(quotes).toContain(asked);
  });

  it("is not resolved where the agent says that they pass the customer on", () => {
    const announced = "I'm escalating the meter to our field team now.";
    const { status, because, quotes } = judge(["customer", wish], change(0.5), [
      "agent",
      `Your address is changed. ${announced} Thank you for your patience.`,
    ]);
    expect(status).toBe("not-scorable");
    expect(because).toContain(
      "the agent said last that they pass the customer on, and no handover",
    );
    expect(quotes).toContain(announced);
  });

  it.each([
    [wish, "Your address is changed. Say METER and I'll connect you with the field team."],
    [wish, "Your address is changed. If it is wrong, I can transfer you to a colleague."],
    [wish, "Your address is changed. Is there anything else I can do for you?"],
    ["Change my address, or connect me with a person.", "Your address is changed."],
  ])("may be resolved where nothing waits: %s %s", (asked, words) => {
    expect(judge(["customer", asked], change(0.5), ["agent", words]).status).toBe("scored");
  });

  it("may be resolved where the customer answered", () => {
    const { status } = judge(
      ["customer", wish],
      change(0.5),
      ["agent", "Your address is changed. Shall I connect you with a colleague?"],
      ["customer", "No, thank you, that's all."],
    );
    expect(status).toBe("scored");
  });
});
