import { expect, it } from "vitest";
import { joinDescribed, type DescribedItem } from "./join-described";

const of = (
  id: string,
  [scenario, persona, situation]: readonly (string | null)[],
): DescribedItem => ({
  id,
  ...(scenario != null && { scenario: { name: scenario, fields: {} } }),
  ...(persona != null && { persona: { name: persona, fields: {} } }),
  ...(situation != null && { situation }),
});

const cohort = [
  of("refund-ada", ["refund", "Ada", "The refund of W1 never came."]),
  of("refund-ben", ["refund", "Ben", "The refund of W2 came twice."]),
  of("outage-ada", ["outage", "Ada", "The line is dead."]),
  of("billing", ["billing", null, null]),
  of("plain", [null, null, null]),
];

const join = (...described: readonly DescribedItem[]) =>
  described.map(({ id }) => {
    const joined = joinDescribed(described, cohort).get(id);
    return joined?.kind === "item" ? joined.item : joined?.why;
  });

it.each([
  ["all three", ["refund", "Ada", "The refund of W1 never came."], "refund-ada"],
  ["other letters and spaces", ["Refund ", "ada", "The refund of  W1 never came.\n"], "refund-ada"],
  ["persona and situation alone", [null, "Ada", "The line is dead."], "outage-ada"],
  ["scenario and persona alone", ["refund", "Ben", null], "refund-ben"],
  ["a persona that only one item has", [null, "Ben", null], "refund-ben"],
  ["a scenario that only one item has", ["billing", "Cleo", "Billed twice."], "billing"],
])("joins by %s", (_, traits, item) => {
  expect(join(of("x", traits))).toEqual([item]);
});

it("joins nothing that several items are, or that differs from each in something", () => {
  expect(join(of("x", [null, "Ada", null]))).toEqual([
    expect.stringMatching(/persona Ada, .*several .*: refund-ada, outage-ada$/u),
  ]);
  expect(join(of("x", ["refund", "Ada", "The refund of W9 never came."]))).toEqual([
    expect.stringMatching(/persona Ada .*scenario refund, .*no item/u),
  ]);
  expect(join(of("x", [null, null, "Something else."]))).toEqual([
    expect.stringMatching(/situation, .*no item/u),
  ]);
});

it("joins neither of two that would be the same item", () => {
  expect(join(of("x", ["billing", "Cleo", null]), of("y", ["billing", "Dan", null]))).toEqual([
    "is of the persona Cleo in the scenario billing, and the persona Dan in the scenario billing would be billing too",
    "is of the persona Dan in the scenario billing, and the persona Cleo in the scenario billing would be billing too",
  ]);
});
