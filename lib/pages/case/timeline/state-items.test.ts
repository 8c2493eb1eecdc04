import { describe, expect, it } from "vitest";
import type { DerivedCase } from "@/lib/domain/case/case";
import { dayUs, derivedCase, firstUs } from "@/lib/testing/derived-case";
import { stateItems } from "./state-items";

function statesOf(derived: Partial<DerivedCase>, asOfDays = 100, repeatUs: number | null = null) {
  const asOfUs = firstUs + asOfDays * dayUs;
  return stateItems({ derived: derivedCase(derived), repeatUs, asOfUs }).map(
    ({ words, fromUs, toUs }) => [
      words,
      (fromUs - firstUs) / dayUs,
      toUs === null ? null : (toUs - firstUs) / dayUs,
    ],
  );
}

describe("a case's states", () => {
  it("are open until it is closed", () => {
    expect(statesOf({ closing: null })).toEqual([["Open", 0, null]]);
    expect(statesOf({}, 0.5)).toEqual([["Open", 0, null]]);
    expect(statesOf({})).toEqual([
      ["Open", 0, 1],
      ["Closed, no evidence", 1, null],
    ]);
  });

  it("say where nobody closed it", () => {
    const closing = { atUs: firstUs + 3 * dayUs, from: "inferred" } as const;
    expect(statesOf({ closing }).at(-1)?.[0]).toBe("Fell quiet");
    const reopenedUs = firstUs + 4 * dayUs;
    expect(statesOf({ closing, reopenedUs }).map(([words]) => words)).toEqual([
      ...["Open", "Fell quiet", "Reopened"],
    ]);
    // The silence began after the customer had come back.
    expect(statesOf({ closing }, 100, firstUs + 2 * dayUs)).toEqual([
      ["Open", 0, 2],
      ["Came back in another case", 2, null],
    ]);
  });

  it("tell of a reopening and of a later closing", () => {
    const reopened = { reopenedUs: firstUs + 2 * dayUs };
    const closed = { name: "closed", atUs: firstUs + 5 * dayUs } as const;
    expect(statesOf({ ...reopened, caseEvents: [closed] })).toEqual([
      ["Open", 0, 1],
      ["Closed, did not hold", 1, 2],
      ["Reopened", 2, 5],
      ["Closed, no evidence", 5, null],
    ]);
    const again = { name: "reopened", atUs: firstUs + 6 * dayUs } as const;
    expect(statesOf({ ...reopened, caseEvents: [closed, again] }).at(-1)?.[0]).toBe("Reopened");
  });

  it("tell of the customer's return in another case", () => {
    expect(statesOf({}, 100, firstUs + 4 * dayUs).at(-1)).toEqual([
      expect.stringContaining("another case"),
      4,
      null,
    ]);
  });
});
