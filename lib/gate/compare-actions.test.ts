import { expect, it } from "vitest";
import type { GateAction } from "@/lib/domain/gate/gate-action";
import { runSeed } from "@/lib/testing/runs";
import { seededRandom } from "@/lib/testing/seeded-random";
import { compareActions } from "./compare-actions";

const refund = (given: GateAction["arguments"]): GateAction => ({
  tool: "refund",
  arguments: given,
});
const cancel: GateAction = { tool: "cancel_order", arguments: { order: "W1" } };

it("names what was not done and what was not expected", () => {
  const wrongOrder = refund({ order: "W2" });
  expect(compareActions([refund({ order: "W1" }), cancel], [cancel, wrongOrder])).toEqual({
    missing: [refund({ order: "W1" })],
    unexpected: [wrongOrder],
  });
  expect(compareActions([], [])).toEqual({ missing: [], unexpected: [] });
  expect(compareActions([cancel], [])).toEqual({ missing: [cancel], unexpected: [] });
});

it("takes an expected action without some arguments as done by any of them", () => {
  const done = [refund({ order: "W1", amount: 30 })];
  expect(compareActions([refund({ order: "w1 " })], done).missing).toEqual([]);
  expect(compareActions([refund({})], done).missing).toEqual([]);
  expect(compareActions([refund({ order: "W1", amount: 31 })], done).missing).toHaveLength(1);
  expect(compareActions([refund({ note: "x" })], done).missing).toHaveLength(1);
});

it("takes no argument for one that every object has", () => {
  const expected = refund({ constructor: "function", toString: "x" });
  expect(compareActions([expected], [refund({})]).missing).toEqual([expected]);
});

it("reads values that mean the same as equal, and long numbers by each digit", () => {
  const same: [unknown, unknown][] = [
    ["5", 5],
    ["Yes", "yes "],
    [
      ["b", "a"],
      ["a", "b"],
    ],
    [
      { x: [1, 2], y: null },
      { y: null, x: [2, 1] },
    ],
  ];
  for (const [expected, done] of same) {
    const of = (value: unknown) => [refund({ value } as GateAction["arguments"])];
    expect(compareActions(of(expected), of(done))).toEqual({ missing: [], unexpected: [] });
  }
  const of = (order: string) => [refund({ order })];
  expect(compareActions(of("9007199254740993"), of("9007199254740992")).missing).toHaveLength(1);
  expect(compareActions(of("02139"), of("2139")).missing).toHaveLength(1);
});

it("does not depend on order or repetition", () => {
  const random = seededRandom(runSeed);
  const some = ["W1", "W2", "W3"].map((order) => refund({ order }));
  for (let turn = 0; turn < 200; turn += 1) {
    const pick = () => some.filter(() => random.pick([true, false]));
    const [expected, done] = [pick(), pick()];
    const found = compareActions(expected, done);
    const shuffled = compareActions(random.shuffle([...expected, ...expected]), [
      ...random.shuffle(done),
      ...done,
    ]);
    const ids = (all: readonly GateAction[]) =>
      [...new Set(all.map((each) => JSON.stringify(each)))].sort();
    expect(ids(shuffled.missing)).toEqual(ids(found.missing));
    expect(ids(shuffled.unexpected)).toEqual(ids(found.unexpected));
  }
});
