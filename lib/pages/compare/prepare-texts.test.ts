import { describe, expect, it } from "vitest";
import type { PromptText } from "@/lib/domain/trace/prompt-text";
import { chooseTexts, prepareTexts, type TextSide } from "./prepare-texts";
import { texts as words } from "./words";

const pair = ["core@v8", "core@v9"] as const;

function side(texts: readonly (readonly [text: string, cases: number])[], read = 40): TextSide {
  return {
    ...{ read, count: texts.length },
    cases: texts.reduce((sum, [, cases]) => sum + cases, 0),
    texts: texts.map(([text, cases]): PromptText => ({
      ...{ prompt: "core", text, cases, spans: 3 * cases, caseId: "C-1" },
    })),
  };
}
const changed = (...[before, text, after]: readonly [string, string, string]) => [
  { text: before, isChanged: false },
  { text, isChanged: true },
  { text: after, isChanged: false },
];
const prepared = (a: TextSide, b: TextSide) => prepareTexts(chooseTexts(a, b), pair);

describe("the system prompts of two versions", () => {
  it("are compared text by text, each with the one most like it, whichever is more common", () => {
    const { title, note, pairs } = prepared(
      side([
        ["You speak on chat.\nBe formal.", 30],
        ["You speak on voice.\nBe formal.", 20],
      ]),
      side([
        ["You speak on voice.\nBe brief.", 30],
        ["You speak on chat.\nBe brief.", 10],
      ]),
    );
    expect([title, note]).toEqual([words.differ, ""]);
    expect(pairs.map(({ words, where }) => [words, where])).toEqual([
      ["1 line changed", "v8: in 30 of 50 cases, 90 spans; v9: in 10 of 40 cases, 30 spans"],
      ["1 line changed", "v8: in 20 of 50 cases, 60 spans; v9: in 30 of 40 cases, 90 spans"],
    ]);
    expect(pairs[0]?.parts).toEqual([
      { kind: "same", lines: ["You speak on chat."] },
      { kind: "removed", pieces: changed("Be ", "formal", ".") },
      { kind: "added", pieces: changed("Be ", "brief", ".") },
    ]);
  });

  it("with a part that varies are compared once, and the others are counted", () => {
    const filled = (of: string) =>
      side(
        Array.from({ length: 15 }, (_, at) => [`${of} order ${String(at)}`, 1] as const),
        200,
      );
    const { pairs, note } = prepared(filled("Help with"), filled("Help kindly with"));
    expect(pairs.map(({ where }) => where)).toEqual([
      "v8: in 1 of 15 cases, 3 spans; v9: in 1 of 15 cases, 3 spans",
    ]);
    expect(note).toBe(
      [words.latest(200), words.others("v8", 14), words.others("v9", 14)].join(" "),
    );
  });

  it("are said to be the same, and what only one version has is shown as it is", () => {
    const same = prepared(side([["Be kind.", 9]]), side([["Be kind. ", 4]]));
    expect([same.title, same.pairs[0]?.isSame]).toEqual([words.same, true]);
    const more = prepared(
      side([
        ["Be kind.", 9],
        ["Sum it up.", 9],
      ]),
      side([["Be kind.", 4]]),
    );
    const { only } = words;
    expect(more.pairs.map((pair) => pair.words)).toEqual(["the same in both", only("v8")]);
  });

  it("are one sentence where spans carry none, or no case met a version", () => {
    const none = side([]);
    expect(prepared(none, none)).toEqual({
      title: words.none("v8", "v9"),
      note: "",
      pairs: [],
    });
    expect(prepared(side([["Be kind.", 9]]), side([], 0)).title).toBe(words.notMet("v9"));
    expect(prepared(side([["Be kind.", 9]]), none).title).toBe(words.onlyOne("v9", "v8"));
  });
});
