import { describe, expect, it } from "vitest";
import type { Message } from "@/lib/domain/case/case";
import { canonicalisePseudonyms } from "./canonicalise-pseudonyms";

describe("canonicalisePseudonyms", () => {
  it("gives equal pseudonyms equal ranks and changes no length", () => {
    const levelled = canonicalisePseudonyms(
      [
        message("Call <PHONE:3f9a0c1b2d4e5f60> or <PHONE:00000000000000ff>."),
        message("I said <PHONE:3f9a0c1b2d4e5f60>.", "<PHONE:00000000000000ff>"),
      ],
      [],
    );
    expect(levelled.messages).toEqual([
      message("Call <PHONE:0000000100000002> or <PHONE:0000000000000003>."),
      message("I said <PHONE:0000000100000002>.", "<PHONE:0000000000000003>"),
    ]);
  });

  it("shows the same words whatever key chose the digits", () => {
    const one = levelled("a <EMAIL:1a2b3c4d5e6f7081> <EMAIL:abcdefabcdefabcd>");
    const other = levelled("a <EMAIL:abcdefabcdefabcd> <EMAIL:9f8e7d6c5b4a3921>");
    expect(one).toEqual(other);
  });

  it("gives what a retriever returned the ranks of the words", () => {
    const passage = (digits: string) => ({ id: "p", text: `ask <PHONE:${digits}>`, score: null });
    const { retrievals } = canonicalisePseudonyms(
      [message("Call <PHONE:3f9a0c1b2d4e5f60>.")],
      [{ interaction: 0, atUs: 0, span: null, passages: [passage("3f9a0c1b2d4e5f60")] }],
    );
    expect(retrievals[0]?.passages).toEqual([passage("0000000100000002")]);
  });
});

function levelled(text: string) {
  return canonicalisePseudonyms([message(text)], []);
}

function message(text: string, args?: string): Message {
  return {
    ordinal: 0,
    interaction: 0,
    speaker: "customer",
    agentKind: "unknown",
    agentId: null,
    text,
    toolCalls: args === undefined ? [] : [{ id: null, name: "look_up", args }],
    tool: args === undefined ? null : { name: "look_up", args, isError: false },
    atUs: 0,
    spans: [],
    promptName: null,
    promptVersion: null,
    model: null,
  };
}
