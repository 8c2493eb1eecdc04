import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { speakers, conversationParts, spanKinds } from "@/lib/domain/trace/reading";
import { defaultSettings } from "@/lib/domain/settings/settings";
import type { AttributeValue } from "@/lib/domain/trace/span";
import { runs } from "@/lib/testing/runs";
import { rules } from "./conventions/rules";
import { reading, testSpan } from "./conventions/test-span";
import { readSpan } from "./read-span";

const prefixes = [...rules.prefixes.values()].flat().map((rule) => rule.prefix);
const suffixes = [
  "0",
  "0.message.role",
  "0.message.content",
  "1.role",
  "1.content",
  "9.0.0",
  "",
  "__proto__",
];
const key = fc.oneof(
  fc.constantFrom(...rules.exact.keys()),
  fc
    .tuple(fc.constantFrom(...prefixes), fc.constantFrom(...suffixes))
    .map(([prefix, end]) => prefix + end),
  fc.constantFrom(
    "__proto__",
    "constructor",
    "message.role",
    "message.content",
    "case.event",
    "eval.x",
  ),
  fc.string(),
);
const { value } = fc.letrec<{
  value: AttributeValue;
  list: AttributeValue[];
  object: AttributeValue;
}>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.string(),
    fc.double(),
    fc.boolean(),
    fc.constant(null),
    fc.constantFrom(
      "user",
      "assistant",
      "LLM",
      "{",
      "[{}]",
      '[{"role":1}]',
      '{"messages":[[]]}',
      '{"message":{"message":{}}}',
    ),
    tie("list"),
    tie("object"),
  ),
  list: fc.array(tie("value"), { maxLength: 4 }),
  object: fc.dictionary(
    fc.constantFrom(
      "role",
      "content",
      "parts",
      "messages",
      "message",
      "tool_calls",
      "type",
      "id",
      "kwargs",
      "input",
      "output",
      "choices",
      "__proto__",
    ),
    tie("value"),
    { maxKeys: 4 },
  ),
}));
const attributes = fc.array(
  fc.tuple(
    key,
    fc.oneof(
      value,
      value.map((one) => JSON.stringify(one)),
    ),
  ),
  { maxLength: 12 },
);

describe("readSpan", () => {
  it("never throws and always gives a whole reading, whatever the attributes", () => {
    fc.assert(
      fc.property(
        fc.constantFrom("user_turn", "stt", "llm", "agent run", "call_llm", "x"),
        attributes,
        attributes,
        (name, onSpan, onEvent) => {
          const span = {
            ...testSpan({ name }),
            attributes: new Map(onSpan),
            resource: new Map(onEvent),
            events: [
              "gen_ai.user.message",
              "gen_ai.choice",
              "gen_ai.content.prompt",
              "gen_ai.x",
              "db.query.result",
            ].map((event) => ({ name: event, atUs: 1, attributes: new Map(onEvent) })),
          };
          const result = readSpan(span, defaultSettings);
          expect(spanKinds).toContain(result.kind);
          expect(conversationParts).toContain(result.part);
          for (const content of [result.input, result.output]) {
            if (content === null) continue;
            expect(content.length).toBeGreaterThan(0);
            if (typeof content === "string") continue;
            for (const utterance of content) {
              expect(speakers).toContain(utterance.speaker);
              expect(typeof utterance.text).toBe("string");
            }
          }
          for (const one of result.consumed) expect(span.attributes.has(one)).toBe(true);
        },
      ),
      { numRuns: runs(400) },
    );
  });

  it("does not depend on the order of the attributes", () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.tuple(key, value), { selector: ([name]) => name, maxLength: 8 }),
        (entries) => {
          const read = (list: typeof entries) =>
            readSpan({ ...testSpan({}), attributes: new Map(list) }, defaultSettings);
          const [first, second] = [read(entries), read(entries.toReversed())];
          expect({ ...second, consumed: [], findings: [], importedScores: [] }).toEqual({
            ...first,
            consumed: [],
            findings: [],
            importedScores: [],
          });
          expect(new Set(second.consumed)).toEqual(new Set(first.consumed));
        },
      ),
      { numRuns: runs(300) },
    );
  });

  it("survives nesting that no convention has", () => {
    const deep = "[".repeat(5000) + "]".repeat(5000);
    const path = `llm.input_messages.0.${"a.".repeat(5000)}b`;
    expect(
      reading({
        attributes: {
          "openinference.span.kind": "LLM",
          "input.value": deep,
          [path]: "x",
          "gen_ai.output.messages": deep,
        },
      }),
    ).toMatchObject({ kind: "llm" });
  });

  it("keeps malformed JSON as text", () => {
    expect(
      reading({
        attributes: {
          "gen_ai.operation.name": "chat",
          "gen_ai.input.messages": '[{"role":"user" "content"}]',
        },
      }),
    ).toMatchObject({ input: '[{"role":"user" "content"}]' });
  });

  it("reads one resource once for all its spans", () => {
    const first = testSpan({ resource: { region: "eu" }, attributes: { case_id: "C-1" } });
    const second = { ...testSpan({ attributes: { case_id: "C-2" } }), resource: first.resource };
    expect([first, second].map((span) => readSpan(span, defaultSettings).declared)).toEqual([
      { caseId: [{ value: "C-1", from: "span" }], region: [{ value: "eu", from: "resource" }] },
      { caseId: [{ value: "C-2", from: "span" }], region: [{ value: "eu", from: "resource" }] },
    ]);
  });
});
