import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { channels } from "@/lib/domain/trace/channel";
import { isResolved, outcomeAt, outcomes } from "@/lib/domain/case/outcome";
import { caseTableRows } from "@/lib/testing/cases/case-table-rows";
import { createCaseTable, putCases, advanceAsOf } from "../case-table/case-table";
import { listedCases } from "../counts/case-set";
import { outcomeFacts } from "../rows/outcome-facts";
import { cellsOf, totalRate, type Cell } from "./cell-sums";
import { decomposeChange, releaseEffect } from "@/lib/pages/overview/decompose-change";
import { releaseCells } from "./release-cells";
import { tallyCases } from "./tally-cases";

const cell = (type: string, first: Cell["first"], hits: number, of: number): Cell => ({
  type,
  first,
  rate: { hits, of },
  contacts: { count: of, sum: of, squares: of },
});

const cells: fc.Arbitrary<readonly Cell[]> = fc
  .uniqueArray(fc.tuple(fc.constantFrom("a", "b", "c"), fc.constantFrom(...channels.slice(0, 3))), {
    selector: (pair) => pair.join(),
    minLength: 1,
  })
  .chain((pairs) =>
    fc.tuple(
      ...pairs.map(([type, first]) =>
        fc
          .tuple(fc.nat({ max: 40 }), fc.integer({ min: 1, max: 40 }))
          .map(([hits, more]) => cell(type, first, hits, hits + more)),
      ),
    ),
  );

describe("tallyCases", () => {
  it("counts as one does by hand", () => {
    const list = fc.array(caseTableRows, { maxLength: 30 });
    fc.assert(
      fc.property(list, fc.integer({ min: 0, max: 14 }), (rows, asOfUs) => {
        const unique = [...new Map(rows.map((row) => [row.key, row])).values()];
        const table = createCaseTable();
        putCases(table, unique);
        advanceAsOf(table, asOfUs);
        const keys = Uint32Array.from(unique, ({ key }) => key);
        const tally = tallyCases(listedCases(table, keys));
        const ended = unique.map((row) => outcomeAt(outcomeFacts(row, row), asOfUs));
        outcomes.forEach((outcome, at) => {
          expect(tally.byOutcome[at]).toBe(ended.filter((each) => each === outcome).length);
        });
        for (const { type, first, rate, contacts } of cellsOf(tally)) {
          const own = unique.filter(
            (row, at) =>
              isResolved(ended[at] ?? "unknown") !== null &&
              (row.caseType ?? row.intent ?? row.inferredIntent ?? "") === type &&
              (row.channels[0] ?? "") === first,
          );
          const sum = own.reduce((total, { touchpoints }) => total + touchpoints, 0);
          expect([rate.of, contacts.count, contacts.sum]).toEqual([own.length, own.length, sum]);
        }
        const mature = ended.filter((outcome) => isResolved(outcome) !== null);
        expect(totalRate(cellsOf(tally))).toEqual({
          hits: mature.filter((outcome) => isResolved(outcome)).length,
          of: mature.length,
        });
      }),
    );
  });
});

describe("decomposeChange", () => {
  it("has parts that sum to the change, whatever the periods hold", () => {
    fc.assert(
      fc.property(cells, cells, (now, before) => {
        const [one, other] = [totalRate(now), totalRate(before)];
        const change = one.hits / one.of - other.hits / other.of;
        const sum = decomposeChange(now, before, []).reduce(
          (total, { rate, mix }) => total + rate + mix,
          0,
        );
        expect(sum).toBeCloseTo(change, 10);
      }),
    );
  });

  it("cuts what a rate adds by release so that the releases sum to it", () => {
    const list = fc.array(caseTableRows, { minLength: 8, maxLength: 40 });
    let parts = 0;
    fc.assert(
      fc.property(list, cells, (rows, before) => {
        const table = createCaseTable();
        putCases(table, [...new Map(rows.map((row) => [row.key, row])).values()]);
        advanceAsOf(table, 9);
        const keys = Uint32Array.from(new Set(rows.map(({ key }) => key)));
        const now = cellsOf(tallyCases(listedCases(table, keys)));
        const released = releaseCells(listedCases(table, keys));
        expect(totalRate(released)).toEqual(totalRate(now));
        const types = ["outage", "refund", "billing"];
        const earlier = before.map((each, at) => ({ ...each, type: types[at % 3] ?? "" }));
        for (const kind of decomposeChange(now, earlier, released)) {
          const { rate, releases, now: own } = kind;
          if (releases.length === 0) continue;
          parts += 1;
          const sum = releases.reduce((total, each) => total + releaseEffect(kind, each), 0);
          expect(sum).toBeCloseTo(rate, 10);
          expect(totalRate(releases)).toEqual(own);
        }
      }),
    );
    expect(parts).toBeGreaterThan(0);
  });

  it("says which release a worse rate came with", () => {
    const before = [cell("easy", "chat", 80, 100)];
    const now = [cell("easy", "chat", 60, 100)];
    const kind = { type: "easy", first: "chat" } as const;
    const [easy] = decomposeChange(now, before, [
      { ...kind, releases: ["r1"], rate: { hits: 40, of: 50 } },
      { ...kind, releases: ["r2"], rate: { hits: 20, of: 50 } },
    ]);
    expect(
      easy?.releases.map(
        (release) => `${release.releases.join()} ${releaseEffect(easy, release).toFixed(2)}`,
      ),
    ).toEqual(["r1 0.00", "r2 -0.20"]);
  });

  it("separates a change of rates from one of the mix", () => {
    const before = [cell("easy", "chat", 90, 100), cell("hard", "chat", 10, 100)];
    const harder = [cell("easy", "chat", 45, 50), cell("hard", "chat", 15, 150)];
    expect(decomposeChange(harder, before, []).map(({ rate }) => rate)).toEqual([0, 0]);
    const worse = [cell("easy", "chat", 60, 100), cell("hard", "chat", 10, 100)];
    const [easy, hard] = decomposeChange(worse, before, []);
    expect([easy?.rate, easy?.mix, hard?.rate, hard?.mix].map((each) => each?.toFixed(3))).toEqual([
      "-0.150",
      "0.000",
      "0.000",
      "0.000",
    ]);
    expect(decomposeChange(worse, [], [])).toEqual([]);
  });
});
