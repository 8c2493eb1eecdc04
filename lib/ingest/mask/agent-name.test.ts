import { describe, expect, it } from "vitest";
import type { Reading } from "@/lib/domain/trace/reading";
import { testPseudonymise } from "@/lib/testing/test-pseudonymise";
import { agentNameIn } from "./agent-name";
import { maskReading } from "./mask-reading";
import { createSpanMasker } from "./mask-span";

const unread: Reading = {
  kind: "llm",
  part: "history",
  declared: {},
  model: null,
  promptName: null,
  promptVersion: null,
  toolName: null,
  isToolError: false,
  toolCallId: null,
  failure: null,
  system: null,
  input: null,
  output: null,
  passages: [],
  caseEvents: [],
  importedScores: [],
  consumed: [],
  findings: [],
};

const greeting = "Hi, my name is Stella. And who are you?";

describe("the agent's name", () => {
  it.each([
    ["You are Stella, the assistant of Brightline Energy.", "Stella"],
    ["# Role\nYou are an assistant named Stella. Be brief.", "Stella"],
    ["Du bist Stella von Brightline.", "Stella"],
    ["You are a helpful assistant for Acme.", null],
    ["You are Helpful and kind. Never promise money.", "Helpful"],
  ])("stands in its instructions: %j", (instructions, name) => {
    expect(agentNameIn(instructions)).toBe(name);
  });

  it("stays readable where the span's own instructions state it", () => {
    const masker = createSpanMasker(testPseudonymise);
    const shown = (system: string | null) => {
      const reading = { ...unread, system, input: [{ speaker: "agent" as const, text: greeting }] };
      return maskReading(reading, masker, null).reading.input;
    };
    expect(shown("You are Stella, the assistant of Brightline Energy.")).toEqual([
      { speaker: "agent", text: greeting },
    ]);
    expect(JSON.stringify(shown(null))).toContain("my name is <PERSON:");
    expect(JSON.stringify(shown("You are Nova, the assistant."))).toContain("<PERSON:");
  });
});
