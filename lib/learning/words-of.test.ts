import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { wordsByClause, wordsOf } from "./words-of";

describe("wordsOf", () => {
  it.each([
    ["I don’t – know: “W123”…", ["i", "don't", "know", "w123"]],
    ["Größe 42 😀 d’été", ["größe", "42", "d'été"]],
    ["Rock 'n' roll's 5'7", ["rock", "n", "roll's", "5", "7"]],
  ])("reads %s", (text, words) => {
    expect(wordsOf(text)).toEqual(words);
  });

  it("reads any text as its definition does, whatever characters it has", () => {
    const part = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.constantFrom(
        "a",
        "B",
        "7",
        "'",
        "’",
        "–",
        "é",
        "İ",
        "K",
        "Ⓐ",
        "½",
        "म",
        " ",
        "😀",
        ".",
        ",",
        "\n",
      ),
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 8 }), (parts) => {
        const text = parts.join("");
        const defined = text.match(/[\p{L}\p{N}]+(?:['’]\p{L}+)*/gu) ?? [];
        expect(wordsOf(text)).toEqual(
          defined.map((each) => each.toLowerCase().replaceAll("’", "'")),
        );
        const clauses = text.split(/[.!?,;:\n]+/).map(wordsOf);
        expect(wordsByClause(text)).toEqual(clauses.filter(({ length }) => length > 0));
      }),
    );
  });
});
