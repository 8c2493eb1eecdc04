import { describe, expect, it } from "vitest";
import type { Message } from "@/lib/domain/case";
import { levelPseudonyms } from "./level-pseudonyms";

describe("levelPseudonyms", () => {
  it("gives equal pseudonyms equal ranks and changes no length", () => {
    const levelled = levelPseudonyms([
      message("Call <PHONE:3f9a0c1b2d4e5f60> or <PHONE:00000000000000ff>."),
      message("I said <PHONE:3f9a0c1b2d4e5f60>.", "<PHONE:00000000000000ff>"),
    ]);
    expect(levelled).toEqual([
      message("Call <PHONE:0000000000000000> or <PHONE:0000000000000001>."),
      message("I said <PHONE:0000000000000000>.", "<PHONE:0000000000000001>"),
    ]);
  });

  it("shows the same words whatever key chose the digits", () => {
    const one = levelPseudonyms([message("a <EMAIL:1111111111111111> <EMAIL:abcdefabcdefabcd>")]);
    const other = levelPseudonyms([message("a <EMAIL:abcdefabcdefabcd> <EMAIL:2222222222222222>")]);
    expect(one).toEqual(other);
  });
});

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
