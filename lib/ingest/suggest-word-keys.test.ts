import { describe, expect, it } from "vitest";
import { defaultSettings } from "@/lib/domain/settings/settings";
import type { AttributeValue } from "@/lib/domain/trace/span";
import { runSeed } from "@/lib/testing/runs";
import { seededRandom } from "@/lib/testing/seeded-random";
import { suggestWordKeys, type WordlessSpan } from "./suggest-word-keys";

function spanOf(at: number, attributes: Record<string, AttributeValue>): WordlessSpan {
  const traceId = String(at % 3).repeat(32);
  const spanId = String(at).padStart(16, "0");
  return { traceId, spanId, startUs: at * 1000, attributes: new Map(Object.entries(attributes)) };
}

const keysOf = (spans: readonly WordlessSpan[]) =>
  suggestWordKeys(spans, defaultSettings).unread.keys.map(({ key }) => key);

const texts = [
  "Where is my parcel?",
  "It left on Monday.",
  "Can you send it again?",
  "Yes, of course I can.",
];

describe("keys with text that nothing reads", () => {
  it("are those under which sentences stand, also beside short answers", () => {
    const said = [...texts, "Yes", "お届け先を変更したいです"];
    const spans = said.map((text, at) => spanOf(at, { "bot.utterance": text, case_id: "C-1" }));
    expect(suggestWordKeys(spans, defaultSettings).unread).toEqual({
      spans: 6,
      keys: [{ key: "bot.utterance", spans: 6, roleKeys: [], guess: { by: "agent" } }],
    });
  });

  it.each([
    ["ids", (at: number) => `ORD-2026-${String(1000 + at)}`],
    ["UUIDs", (at: number) => `3f2b8c1e-0000-4000-8000-${String(at).padStart(12, "0")}`],
    ["JSON", (at: number) => `{"text": "Where is my parcel, number ${String(at)}?"}`],
    ["a list as JSON", (at: number) => `["Where is my parcel", "number ${String(at)}"]`],
    ["numbers", (at: number) => `${String(at)} 200 300`],
    ["numbers as such", (at: number) => at],
    ["addresses", (at: number) => `https://example.com/where/is/my?parcel=${String(at)}`],
    ["paths", (at: number) => `src/app/main.ts:${String(at)} lib/index.ts`],
    ["times", (at: number) => `2026-10-10T09:0${String(at)}:00Z`],
    ["single words", (at: number) => ["open", "closed", "pending", "done"][at] ?? ""],
    ["one text again and again", () => "Not available right now"],
    ["mail addresses", (at: number) => `<EMAIL:0${String(at)}>`],
  ])("are not those of %s", (_, valueOf) => {
    expect(keysOf([0, 1, 2, 3].map((at) => spanOf(at, { "acme.field": valueOf(at) })))).toEqual([]);
  });

  it.each([
    "error.message",
    "db.statement",
    "tool.description",
    "input.value",
    "user_id",
    "http.url",
  ])("are not %s, which programs write or conventions read", (key) => {
    expect(keysOf(texts.map((text, at) => spanOf(at, { [key]: text })))).toEqual([]);
  });

  it("are not those of the settings", () => {
    const wordKeys = { "acme.text": { by: "agent" } } as const;
    const spans = texts.map((text, at) => spanOf(at, { "acme.text": text }));
    expect(suggestWordKeys(spans, { ...defaultSettings, wordKeys }).unread.keys).toEqual([]);
  });

  it("come with the key of the role, by its values or its name", () => {
    const who = ["caller", "virtual_assistant", "caller", "virtual_assistant"];
    const spans = texts.map((text, at) =>
      spanOf(at, { "utt.text": text, "utt.kind": who[at] ?? "", "utt.state": "final" }),
    );
    const [found] = suggestWordKeys(spans, defaultSettings).unread.keys;
    expect(found).toMatchObject({
      roleKeys: ["utt.kind"],
      guess: { by: "role", roleKey: "utt.kind" },
    });
    const others = spans.map((_, at) =>
      spanOf(at, {
        "utt.text": texts[at] ?? "",
        "utt.speaker": at % 2 === 0 ? "patient" : "nurse",
      }),
    );
    expect(suggestWordKeys(others, defaultSettings).unread.keys[0]?.roleKeys).toEqual([
      "utt.speaker",
    ]);
  });

  it("do not depend on the order of the spans", () => {
    const random = seededRandom(runSeed);
    const spans = Array.from({ length: 60 }, (_, at) =>
      spanOf(at, {
        "user.utterance": `${texts[at % 4] ?? ""} ${String(at)}`,
        ...(at % 2 === 0 && { "bot.utterance": `I see, number ${String(at)} it is.` }),
        "acme.party": at % 2 === 0 ? "bot" : "guest",
        "acme.order": `O-${String(at)}`,
      }),
    );
    const expected = suggestWordKeys(spans, defaultSettings);
    expect(expected.unread.keys.map(({ key }) => key)).toEqual(["user.utterance", "bot.utterance"]);
    expect(expected.examples.map((each) => each.length)).toEqual([4]);
    for (let round = 0; round < 20; round += 1) {
      expect(suggestWordKeys(random.shuffle(spans), defaultSettings)).toEqual(expected);
    }
  });
});
