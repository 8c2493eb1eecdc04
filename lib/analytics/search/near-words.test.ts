import { expect, it } from "vitest";
import { runSeed } from "@/lib/testing/runs";
import { seededRandom } from "@/lib/testing/seeded-random";
import { nearWords, type WordIndex } from "./near-words";

function indexOf(
  cases: Readonly<Record<string, number>>,
): WordIndex & { readonly asked: () => number } {
  const words = Object.keys(cases).sort();
  let asked = 0;
  return {
    casesWith: (word) => {
      asked += 1;
      return Promise.resolve(cases[word] ?? 0);
    },
    following: (from) => {
      asked += 1;
      return Promise.resolve(words.find((word) => word >= from));
    },
    asked: () => asked,
  };
}

/** Whether one wrong letter makes the one word of the other: by removing it, or swapping it with the next. */
function isNear(one: string, other: string): boolean {
  const without = (word: string) =>
    Array.from(word).map((_, at) => word.slice(0, at) + word.slice(at + 1));
  const swapped = Array.from(one)
    .slice(1)
    .map((_, at) => one.slice(0, at) + (one[at + 1] ?? "") + (one[at] ?? "") + one.slice(at + 2));
  if (one === other) return false;
  if (one.length === other.length) {
    const isReplaced = Array.from(one).filter((letter, at) => letter !== other[at]).length === 1;
    return isReplaced || swapped.includes(other);
  }
  return without(one).includes(other) || without(other).includes(one);
}

const english = indexOf({ refund: 41, refunds: 12, refunded: 9, fund: 3, reform: 2, order: 300 });

it.each([
  ["refnud", ["refund"]],
  ["rfund", ["refund", "fund"]],
  ["refundd", ["refund", "refunds", "refunded"]],
  ["efund", ["refund", "fund"]],
  ["refunf", ["refund"]],
  ["oder", ["order"]],
  ["xrefund", ["refund"]],
  ["refund", ["refunds"]],
  ["re", []],
  ["ref1nd", []],
  ["flugelhorn", []],
])("near to %j is %j", async (word, expected) => {
  expect(await nearWords(word, english)).toEqual(expected);
});

it.each([
  ["вернте", "верните"],
  ["ἀγρά", "ἀγορά"],
])("knows other letters: %j", async (typed, word) => {
  expect(await nearWords(typed, indexOf({ [word]: 1, [`${word}ab`]: 1 }))).toEqual([word]);
});

it("finds what comparing with every word finds, and asks far less often", async () => {
  const random = seededRandom(runSeed);
  const word = (least: number) =>
    Array.from({ length: least + random.below(4) }, () => random.pick(Array.from("abcdef"))).join(
      "",
    );
  for (let round = 0; round < 40; round += 1) {
    const cases = Object.fromEntries(
      Array.from({ length: 400 }, () => [word(2), 1 + random.below(50)]),
    );
    const index = indexOf(cases);
    const typed = word(3);
    const near = Object.keys(cases).filter((each) => isNear(typed, each));
    const expected = near
      .sort((one, other) => (cases[other] ?? 0) - (cases[one] ?? 0) || (one < other ? -1 : 1))
      .slice(0, 8);
    expect(await nearWords(typed, index)).toEqual(expected);
    expect(index.asked()).toBeLessThan(300);
  }
});
