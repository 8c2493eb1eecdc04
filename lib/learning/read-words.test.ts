import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hashText } from "./hash-feature";
import { ofWord, readWords, wordsBetween } from "./read-words";

const text = fc
  .array(fc.constantFrom("a", "Ab", "don't", "don’t", "5'7", "é", "x1", "😀", "<", "'"))
  .chain((words) => fc.constantFrom(" ", ". ", "\n", "").map((between) => words.join(between)));

describe("readWords", () => {
  it("says where each word begins, and hashes it", () => {
    fc.assert(
      fc.property(text, (some) => {
        const { words, starts } = readWords(some);
        for (const [index, word] of words.entries()) {
          const start = starts[index] ?? -1;
          const written = some.slice(start, start + word.text.length);
          expect(written.toLowerCase().replaceAll("’", "'")).toBe(word.text);
          expect(word.hash).toBe(hashText(word.text));
        }
      }),
    );
  });

  it("gives the words of a sentence as if it were read alone", () => {
    fc.assert(
      fc.property(fc.array(text, { maxLength: 4 }), (sentences) => {
        const whole = readWords(sentences.join("\n"));
        let start = 0;
        for (const sentence of sentences) {
          const found = wordsBetween(whole, start, start + sentence.length);
          expect(found.map((word) => word.text)).toEqual(
            readWords(sentence).words.map((word) => word.text),
          );
          start += sentence.length + 1;
        }
      }),
    );
  });
});

it("computes what is read of a word once, also when more words were read than are kept", () => {
  const asked: string[] = [];
  const lengthOf = ofWord((word) => {
    asked.push(word);
    return word.length;
  });
  expect(readWords("Once and once").words.map(lengthOf)).toEqual([4, 3, 4]);
  expect(asked).toEqual(["once", "and"]);
  for (let each = 0; each < 50_000; each += 1) readWords(`word${String(each)}`);
  expect(readWords("and once").words.map(lengthOf)).toEqual([3, 4]);
});
