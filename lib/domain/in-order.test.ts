import { expect, it } from "vitest";
import { everyInOrder, filterInOrder, flatMapInOrder, mapInOrder, someInOrder } from "./in-order";

/** Halves a number, the larger later; notes when it begins and ends. */
function halving() {
  const seen: string[] = [];
  const halve = async (number: number) => {
    seen.push(`${String(number)}(`);
    for (let wait = 10 - number; wait > 0; wait -= 1) await Promise.resolve();
    seen.push(")");
    return number / 2;
  };
  return { seen, halve, isEven: async (number: number) => Number.isInteger(await halve(number)) };
}

const allInOrder = ["1(", ")", "2(", ")", "4(", ")"];

it("calls for one item after the other", async () => {
  const { seen, halve } = halving();
  expect(await mapInOrder([1, 2, 4], halve)).toEqual([0.5, 1, 2]);
  expect(seen).toEqual(allInOrder);
});

it("joins what the calls give", async () => {
  const { seen, halve } = halving();
  const twice = async (number: number) => [number, await halve(number)];
  expect(await flatMapInOrder(new Set([1, 2, 4]), twice)).toEqual([1, 0.5, 2, 1, 4, 2]);
  expect(seen).toEqual(allInOrder);
});

it("keeps the items that a call is true for", async () => {
  const { seen, isEven } = halving();
  expect(await filterInOrder([1, 2, 4], isEven)).toEqual([2, 4]);
  expect(seen).toEqual(allInOrder);
});

it("asks for no more items than decide it", async () => {
  const some = halving();
  expect(await someInOrder([1, 2, 4], some.isEven)).toBe(true);
  expect(some.seen).toEqual(allInOrder.slice(0, 4));
  const every = halving();
  expect(await everyInOrder([1, 2, 4], every.isEven)).toBe(false);
  expect(every.seen).toEqual(allInOrder.slice(0, 2));
  expect(await someInOrder([], some.isEven)).toBe(false);
  expect(await everyInOrder([], some.isEven)).toBe(true);
});
