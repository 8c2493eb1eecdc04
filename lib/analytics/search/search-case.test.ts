import { describe, expect, it } from "vitest";
import { derivedCase, derivedInteraction, derivedMessage } from "@/lib/testing/derived-case";
import { hitSentence } from "./hit-words";
import { rowHit } from "./row-hit";
import { searchCase } from "./search-case";

const tool = { name: "get_order", args: '{"id": 7}', isError: false };
const searched = derivedCase({
  caseId: "C-77",
  customerId: "cust-9",
  interactions: [derivedInteraction({ interactionId: "INT-0042", agentIds: ["agent-204"] })],
  messages: [
    derivedMessage({ text: "Hello, my parcel is late. Call <PHONE:3f9a3f9a3f9a3f9a>." }),
    derivedMessage({
      ...{
        ordinal: 1,
        speaker: "agent",
        agentKind: "ai",
        text: '{"reply": "**Late** parcel, sorry."}',
      },
      ...{ model: "gpt-4o-mini", promptName: "support-core", promptVersion: "v7" },
      ...{
        toolCalls: [{ id: null, name: "get_order", args: "" }],
        spans: ["8fe1aa00bb11cc22/0102030405060708"],
      },
    }),
    derivedMessage({ ordinal: 2, speaker: "tool", tool, text: '{"status": "unshipped"}' }),
    derivedMessage({ ordinal: 3, text: "I want the parcel\nand a refund." }),
  ],
});

function lineOf(text: string, isCut = false): string | null {
  const hit = rowHit(searched.messages, searchCase(searched, text), isCut);
  if (hit === null) return null;
  const words = hit.words.map(({ raw, masked, hit: number }) => {
    const shown = masked === null ? raw : masked.type;
    return number === null ? shown : `[${shown}]`;
  });
  return `${hit.label}: ${words.join("")} #${hit.place?.anchor ?? ""}`;
}

describe("the line of a case that a search found", () => {
  it.each([
    ["late", "Customer: Hello, my parcel is [late]. Call PHONE. #m0w1"],
    ["LATE", "Customer: Hello, my parcel is [late]. Call PHONE. #m0w1"],
    ["sorry", "AI agent: Late parcel, [sorry]. #m1w1"],
    ["unshipped", 'Tool get_order: {"status": "[unshipped]"} #m2w1'],
    ["parcel refund", "Customer: I want the [parcel] and a [refund]. #m3w1"],
    ["phone", "Customer: Hello, my parcel is late. Call [PHONE]. #m0w1"],
    ["get_order", "Tool get_order:  #m1"],
    ["status-refund", 'Tool get_order: {"[status]": "unshipped"} #m2w1'],
    ["GETORDER", "Tool get_order:  #m1"],
    ["support core", "Prompt support-core:  #m1"],
    ["gpt-4o-mini", "Model gpt-4o-mini:  #m1"],
    ["int0042", "Interaction id INT-0042:  #contact-0"],
    ["agent-204", "Agent agent-204:  #contact-0"],
    ["c-7", "Case id C-77:  #"],
    ["CUST-9", "Customer id cust-9:  #"],
    ["8fe1aa00", "Trace or span id:  #m1"],
    ["0102-0304-0506-0708", "Trace or span id:  #m1"],
    ["session-5", "Session, trace or span id:  #"],
  ])("for %j is %j", (text, expected) => {
    expect(lineOf(text)).toBe(expected);
  });

  it("is none where nothing that is shown has the words, and says where a long case was not read to its end", () => {
    expect(lineOf("reply")).toBeNull();
    expect(lineOf("reply", true)).toMatch(/ later .* #$/u);
  });
});

describe("why a search has a case", () => {
  it.each([
    ["parcel", /^“parcel” .*customer .*message 1 \(2 more\)$/u],
    ["sorry", /^“sorry” .*agent .*message 2$/u],
    ["unshipped", /^“unshipped” .*tool .*message 3$/u],
    ["get_order", /^“get_order” .*tool, .*message 2 \(1 more\)$/u],
    ["v7", /^“v7” .*prompt .*message 2$/u],
    ["int0042", /^“int0042” .*id .*contact 1$/u],
    ["c-7", /^“c-7” begins .*case$/u],
    ["nobody", /^“nobody” .*none of its messages$/u],
    ["s-5", /^“s-5” .*none of its messages; .* session/u],
  ])("for %j is %s", (text, expected) => {
    const said = searchCase(searched, text).terms.map(hitSentence);
    expect(said.map(({ before, place, after }) => `${before}${place}${after}`)).toEqual([
      expect.stringMatching(expected),
    ]);
  });

  it("names each term by itself, unless all together are one name", () => {
    expect(searchCase(searched, "refund late").terms.map(({ text }) => text)).toEqual([
      "refund",
      "late",
    ]);
    expect(searchCase(searched, "support core").terms.map(({ text }) => text)).toEqual([
      "support core",
    ]);
  });
});
