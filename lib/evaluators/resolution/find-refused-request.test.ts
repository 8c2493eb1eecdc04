import { describe, expect, it } from "vitest";
import type { Speaker } from "@/lib/domain/trace/reading";
import { derive, turn } from "@/lib/cases/test-spans";
import { findRefusedRequest } from "./find-refused-request";

type Line = readonly [Speaker, string];

/** The words that are quoted of a talk that ends with the refusal. */
function quoted(...said: readonly Line[]): string | null {
  const spans = said.map(([speaker, text], at) => turn(at, speaker, text));
  const { messages } = derive(spans);
  const last = messages.at(-1);
  const [message, length] = [last?.ordinal ?? 0, last?.text.length ?? 0];
  const place = { message, start: 0, end: length };
  const found = findRefusedRequest(messages, { place, rule: null, isAnswer: true });
  return found === null
    ? null
    : (messages[found.message]?.text.slice(found.start, found.end) ?? null);
}

describe("the request that was refused", () => {
  it("is the one the refusal names, not a question beside it", () => {
    const request = "Please go ahead and place the order for me.";
    const customer = `Great! ${request} Once that's done, could you confirm that everything is set?`;
    const refusal = "I'm unable to place new orders directly for you.";
    expect(quoted(["customer", customer], ["agent", refusal])).toBe(request);
  });

  it("is looked for before words that only look something up or say who somebody is", () => {
    const request = "I'd like to return the bookshelf so I can buy the camera separately.";
    expect(
      quoted(
        ["customer", request],
        ["agent", "May I have your e-mail address?"],
        ["customer", "I don't remember it, but my zip code is 12345."],
        ["agent", "Thank you. What is the order ID?"],
        ["customer", "I don't have it with me. Could you help me look it up?"],
        ["agent", "The bookshelf is not delivered. I can only return delivered orders."],
      ),
    ).toBe(request);
  });

  it("is unknown where no words share enough with the refusal", () => {
    const refusal = "I cannot do that.";
    expect(quoted(["customer", "Could you ring my neighbour?"], ["agent", refusal])).toBeNull();
  });
});
