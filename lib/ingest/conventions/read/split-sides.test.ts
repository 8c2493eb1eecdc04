import { describe, expect, it } from "vitest";
import type { Utterance } from "@/lib/domain/trace/reading";
import { splitSides } from "./split-sides";

const asked: Utterance = { speaker: "customer", text: "May I swim?" };
const replied: Utterance = { speaker: "agent", text: "Yes." };
const thanked: Utterance = { speaker: "customer", text: "Thanks" };
const called = (id: string): Utterance => ({
  speaker: "agent",
  text: "",
  toolCalls: [{ id, name: "lake", args: "{}" }],
});
const result: Utterance = { speaker: "tool", text: "open", toolCallId: "call-0123456" };

describe("the sides of a step that passes messages on", () => {
  it.each([
    ["what it was given", [asked], [asked], null],
    ["all it was given", [asked, replied], [asked, replied], null],
    ["its reply after what it was given", [asked], [asked, replied], [replied]],
    ["its reply alone", [asked], [replied], [replied]],
    ["the last words of the customer", [asked, replied, thanked], [thanked], null],
  ])("%s", (_, input, output, left) => {
    expect(splitSides({ input, output }, "chain")).toEqual({ input, output: left });
  });

  it("are one where a check returns its text", () => {
    expect(splitSides({ input: "May I?", output: "May I?\n" }, "chain").output).toBeNull();
    expect(splitSides({ input: [asked], output: "May I swim?" }, "other").output).toBeNull();
    expect(splitSides({ input: "open", output: "open" }, "tool").output).toBe("open");
  });
});

describe("a model's input that was written down late", () => {
  it.each([
    ["ends before its own words", [asked, replied], [replied], [asked]],
    [
      "ends before its own call",
      [asked, called("call-0123456"), result, replied],
      [called("call-0123456")],
      [asked],
    ],
    [
      "keeps the same words before a question",
      [asked, replied, thanked],
      [replied],
      [asked, replied, thanked],
    ],
    [
      "keeps a call whose id is given again",
      [asked, called("c0"), result],
      [called("c0")],
      [asked, called("c0"), result],
    ],
    [
      "keeps words that the model goes on with",
      [asked, replied],
      [{ speaker: "agent" as const, text: "Until six." }],
      [asked, replied],
    ],
  ])("%s", (_, input, output, left) => {
    expect(splitSides({ input, output }, "llm")).toEqual({ input: left, output });
  });
});

it("takes a reply once that was written down as it came", () => {
  const pieces = ["Yes, ", "until ", "six.", "Yes, until six."];
  const output = pieces.map((text): Utterance => ({ speaker: "agent", text }));
  expect(splitSides({ input: [asked], output }, "llm").output).toEqual(output.slice(-1));
  expect(splitSides({ input: [asked], output: output.slice(0, 3) }, "llm").output).toHaveLength(3);
});

it("takes no object for words", () => {
  const stream = "<openai.AsyncStream object at 0x7f03b2c1d0a0>";
  const output: Utterance[] = [{ speaker: "agent", text: stream }];
  expect(splitSides({ input: [asked], output }, "llm").output).toBeNull();
  expect(splitSides({ input: "May I?", output: stream }, "chain").output).toBeNull();
  expect(splitSides({ input: "<b>May I?</b>", output: null }, "chain").input).toBe("<b>May I?</b>");
});
