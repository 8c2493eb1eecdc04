import { expect, it } from "vitest";
import { prepareGiven, type GivenSide } from "./prepare-given";

const names = { candidate: "v15", baseline: "v14" };
const none: GivenSide = { instructions: [], passages: [] };
const givenOf = (...texts: readonly (readonly [prompt: string, text: string])[]): GivenSide => ({
  ...none,
  instructions: texts.map(([prompt, text]) => ({ prompt, text })),
});
const found = (...passages: GivenSide["passages"]): GivenSide => ({ ...none, passages });
const passage = (id: string | null, text: string, score = 0.5) => ({ id, text, score });

it("pairs instructions by what they say, and says how each pair differs", () => {
  const given = prepareGiven(
    givenOf(["core@v9", "You help in chat.\nBe brief."], ["core@v9", "You help on the phone."]),
    givenOf(
      ["greeter@v1", "Say hello and ask what the matter is."],
      ["core@v8", "You help in chat.\nBe formal."],
      ["core@v8", "You help on the phone."],
    ),
    names,
  );
  expect(given.prompts.map(({ title, words }) => [title, words])).toEqual([
    ["greeter@v1", expect.stringContaining("only v14")],
    ["core@v9, before core@v8", "1 line changed"],
    ["core@v9, before core@v8", "the same in both"],
  ]);
  expect(given.title).toContain("instructed otherwise");
});

it("says that instructions are the same, or that none reached us", () => {
  const same = prepareGiven(
    givenOf(["core@v9", "Be kind."]),
    givenOf(["core@v8", "Be kind. "]),
    names,
  );
  expect(same.prompts.map(({ words }) => words)).toEqual(["the same in both"]);
  expect(same.title).toContain("the same");
  const nothing = prepareGiven(none, none, names);
  expect(nothing.title).toMatch(/^No instructions .*no passages/u);
});

it("compares retrieved passages: the same, only on one side, and of one id with another text", () => {
  const { passages, title } = prepareGiven(
    found(passage("a", "Refunds take 5 days.", 0.9), passage("b", "Old."), passage(null, "Only.")),
    found(passage("b", "New."), passage("a", "Refunds take 5 days", 0.7), passage("c", "Gone.")),
    names,
  );
  expect(title).toMatch(/^Other passages/u);
  expect(passages?.words).toMatch(/^1 in both, 1 .*text, 1 only with v15, 1 only with v14$/u);
  expect(passages?.rows.map(({ where, name, score }) => [where, name, score])).toEqual([
    ["text differs", "b", "0.50, before 0.50"],
    ["only v15", "", "0.50"],
    ["only v14", "c", "0.50"],
    ["both", "a", "0.90, before 0.70"],
  ]);
});
