import fc from "fast-check";
import { expect, it } from "vitest";
import { diffPrompts, type DiffPart } from "./prompt-diff";

const shown = (parts: readonly DiffPart[]) =>
  parts.flatMap((part) =>
    part.kind === "same"
      ? part.lines.map((line) => `  ${line}`)
      : `${part.kind === "added" ? "+" : "-"} ${part.pieces
          .map(({ text, isChanged }) => (isChanged ? `[${text}]` : text))
          .join("")}`,
  );

it("shows which lines changed, and in a line which words", () => {
  const before = "You are Fern.\nBe formal, and complete.\nNever promise.";
  const after =
    "You are Fern.\nBe brief, and complete.\nNever promise.\nUse <PERSON:af44fbce00000000>.";
  expect(shown(diffPrompts(after, before))).toEqual([
    "  You are Fern.",
    "- Be [formal], and complete.",
    "+ Be [brief], and complete.",
    "  Never promise.",
    "+ Use <PERSON:af44fbce00000000>.",
  ]);
});

it("never cuts a masked value", () => {
  const parts = diffPrompts(
    "Ask <PERSON:af44fbce00000000> now",
    "Ask <PERSON:9055d21f00000000> now",
  );
  expect(shown(parts)).toEqual([
    "- Ask [<PERSON:9055d21f00000000>] now",
    "+ Ask [<PERSON:af44fbce00000000>] now",
  ]);
});

it("marks no words where a line has little in common with what stood there", () => {
  expect(shown(diffPrompts("Speak of refunds only", "Be kind."))).toEqual([
    "- Be kind.",
    "+ Speak of refunds only",
  ]);
});

const text = fc
  .array(fc.stringMatching(/^[ab ,<]{0,6}$/), { maxLength: 8 })
  .map((l) => l.join("\n"));

it("gives back both texts", () => {
  fc.assert(
    fc.property(text, text, (candidate, baseline) => {
      const parts = diffPrompts(candidate, baseline);
      const side = (kind: "added" | "removed") =>
        parts
          .flatMap((part) =>
            part.kind === "same"
              ? part.lines
              : part.kind === kind
                ? [part.pieces.map((piece) => piece.text).join("")]
                : [],
          )
          .join("\n");
      expect(side("added")).toBe(candidate);
      expect(side("removed")).toBe(baseline);
    }),
  );
});
