import fc from "fast-check";
import { expect, it } from "vitest";
import { promiseStateAt } from "@/lib/domain/case/case-promise";
import { caseTableRows } from "@/lib/testing/cases/case-table-rows";
import { childRows, contactRowLists } from "@/lib/testing/child-rows";
import type { CaseTableRow } from "./case-table-row";
import { createCaseTable, putCases, removeCases, advanceAsOf, type CaseTable } from "./case-table";
import type { DimensionGroup } from "./coding";
import type { Integers } from "./integers";
import { selectChildren } from "../select/select-children";

const dayUs = 86_400_000_000;

const rows: fc.Arbitrary<CaseTableRow> = fc
  .tuple(caseTableRows, childRows)
  .map(([row, children]) => ({
    ...row,
    repeatUs: row.repeatUs === null ? null : row.repeatUs * dayUs,
    ...children,
  }));

const named = ["prompt", "release", "team", "reviewer"];

/** The whole content of a child table as plain values. */
function contentsOf(table: CaseTable) {
  const things = ["contacts", "handoffs", "promises", "disclosures", "pii"] as const;
  return things.map((thing) => {
    const { first, count, dimensionGroups, instants, integers, amounts } = table[thing];
    // The numbers of names are as they came.
    const numbers = Object.entries<Integers>(integers).filter(([name]) => !named.includes(name));
    return Array.from({ length: table.end }, (_, key) =>
      Array.from({ length: count[key] ?? 0 }, (_each, index) => {
        const place = (first[key] ?? 0) + index;
        const columns = [
          ...Object.values<Float64Array>(instants),
          ...numbers.map(([, column]) => column),
          ...Object.values<Float32Array>(amounts),
        ];
        return {
          values: columns.map((column) => column[place]),
          states: Object.values<DimensionGroup<unknown>>(dimensionGroups).map(
            ({ codes, combinations }) => combinations.values[codes[place] ?? 0],
          ),
        };
      }),
    );
  });
}

const tableOf = (cases: readonly CaseTableRow[], asOfUs: number): CaseTable => {
  const table = createCaseTable();
  advanceAsOf(table, asOfUs);
  putCases(table, cases);
  return table;
};

it("a table that was written many times holds what the last of each case says", () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof({ weight: 4, arbitrary: rows }, fc.integer({ min: 0, max: 30 })), {
        maxLength: 60,
      }),
      fc.integer({ min: 0, max: 25 }),
      (changes, days) => {
        const table = tableOf([], days * dayUs);
        const last = new Map<number, CaseTableRow>();
        for (const change of changes) {
          if (typeof change === "number") {
            removeCases(table, [change]);
            last.delete(change);
          } else {
            putCases(table, [change]);
            last.set(change.key, change);
          }
        }
        const fresh = tableOf([...last.values()], days * dayUs);
        const [had, has] = [table, fresh].map((each) =>
          contentsOf(each).map((ofCases) => ofCases.filter((parts) => parts.length > 0)),
        );
        expect(had).toEqual(has);
      },
    ),
  );
});

it("gaps close: many changes of one case do not make the table longer for ever", () => {
  const table = createCaseTable();
  const [row] = fc.sample(rows, { numRuns: 1, seed: 1 });
  const [contact] = fc.sample(contactRowLists, { numRuns: 50, seed: 1 }).flat();
  if (row === undefined || contact === undefined) throw new Error("Nothing was sampled.");
  for (let turn = 0; turn < 3000; turn += 1) {
    const contactRows = Array.from({ length: 1 + (turn % 7) }, () => contact);
    putCases(table, [{ ...row, key: turn % 11, contactRows }]);
  }
  expect(table.contacts.end).toBeLessThan(3000);
});

it("children are encoded at an instant, whichever way `asOf` moved before", () => {
  fc.assert(
    fc.property(
      fc.array(rows, { maxLength: 12 }),
      fc.array(fc.integer({ min: 0, max: 25 }), { minLength: 1, maxLength: 6 }),
      (cases, days) => {
        const table = tableOf(cases, 0);
        for (const each of days) advanceAsOf(table, each * dayUs);
        const fresh = tableOf(cases, (days.at(-1) ?? 0) * dayUs);
        expect(contentsOf(table)).toEqual(contentsOf(fresh));
      },
    ),
  );
});

it("promises have the state that their page shows", () => {
  fc.assert(
    fc.property(rows, fc.integer({ min: 0, max: 25 }), (row, days) => {
      const table = tableOf([row], days * dayUs);
      const { codes, combinations } = table.promises.dimensionGroups.promises;
      const states = [...selectChildren(table, "promises", Uint32Array.of(row.key), all)].map(
        (place) => combinations.values[codes[place] ?? 0]?.state,
      );
      expect(states).toEqual(row.promiseRows.map((each) => promiseStateAt(each, days * dayUs)));
    }),
  );
});

const all = { metric: null, on: null, to: null, traits: {} };
