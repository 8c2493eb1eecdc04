import { expect, it } from "vitest";
import { foldTurns } from "./fold-turns";

const turnsOf = (count: number, differing: readonly number[] = []) =>
  Array.from({ length: count }, (_, at) => ({ at, difference: differing.includes(at) ? "x" : "" }));
const shape = (turns: ReturnType<typeof turnsOf>) =>
  foldTurns(turns).map(
    (each) => `${each.isFolded ? "folded" : "shown"} ${String(each.turns.length)}`,
  );

it("folds what is the same in a long contact, and nothing in a short one", () => {
  expect(shape(turnsOf(30))).toEqual(["shown 30"]);
  expect(shape(turnsOf(100))).toEqual(["shown 4", "folded 92", "shown 4"]);
  expect(shape(turnsOf(100, [50, 52]))).toEqual([
    ...["shown 4", "folded 43", "shown 9"],
    ...["folded 40", "shown 4"],
  ]);
  const all = turnsOf(100, [3, 60]);
  expect(foldTurns(all).flatMap(({ turns }) => turns)).toEqual(all);
});
