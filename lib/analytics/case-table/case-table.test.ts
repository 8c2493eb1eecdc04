import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { outcomes } from "@/lib/domain/case/outcome";
import { defaultCasesQuery } from "../filter/cases-query";
import { facetNames } from "../facets/registry";
import { caseTableRows } from "@/lib/testing/cases/case-table-rows";
import {
  countByHand,
  failing,
  filters,
  orders,
  sortByHand,
} from "@/lib/testing/cases/cases-by-hand";
import { disclosureRowLists, handoffRowLists } from "@/lib/testing/child-rows";
import { runs } from "@/lib/testing/runs";
import { someContacts } from "@/lib/testing/spans/some-contacts";
import { casesOpenedIn } from "../counts/cases-by-day";
import { caseExtent } from "../select/case-extent";
import { hashOf } from "./hash-of";
import { createCaseTable, putCases, removeCases, advanceAsOf } from "./case-table";
import type { CaseTableRow } from "./case-table-row";
import { countFacets } from "../facets/count-facets";
import { openedByBucket } from "../select/opened-by-bucket";
import { selectCases } from "../select/select-cases";
import { positionOf, sortCases } from "../select/sort-cases";

const rows: fc.Arbitrary<CaseTableRow> = fc
  .tuple(caseTableRows, someContacts, handoffRowLists, disclosureRowLists)
  .map(([row, contactRows, handoffRows, disclosureRows]) => ({
    ...row,
    ...{ contactRows, handoffRows, disclosureRows },
  }));

type Step =
  | { readonly kind: "put"; readonly rows: readonly CaseTableRow[] }
  | { readonly kind: "remove"; readonly keys: readonly number[] }
  | { readonly kind: "advance"; readonly asOfUs: number };
const steps: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.oneof(
    fc.array(rows, { maxLength: 20 }).map((all): Step => ({ kind: "put", rows: all })),
    fc
      .array(fc.integer({ min: 0, max: 40 }), { maxLength: 4 })
      .map((keys): Step => ({ kind: "remove", keys })),
    fc.integer({ min: 0, max: 14 }).map((asOfUs): Step => ({ kind: "advance", asOfUs })),
  ),
  { minLength: 1, maxLength: 8 },
);

describe("the table of cases", () => {
  it("selects, counts and orders as one does by hand, after any changes", () => {
    const range = fc.tuple(fc.integer({ min: 0, max: 8 }), fc.integer({ min: 1, max: 30 }));
    fc.assert(
      fc.property(steps, filters, orders, range, (changes, filter, order, [from, length]) => {
        const { table, state } = apply(changes);
        const { cases } = state;
        const selection = selectCases(table, filter);
        const left = cases.filter((row) => failing(row, filter, state).length === 0);
        expect([...selection.keys]).toEqual(left.map(({ key }) => key));
        expect(table.count).toBe(cases.length);
        const counts = countFacets(table, selection);
        for (const facet of facetNames) {
          const expected = countByHand(facet, filter, state);
          const counted = counts[facet].map(({ value, count }) => [value, count]);
          expect(counted.sort(), facet).toEqual(expected);
        }
        const sorted = sortByHand(left, order, state);
        const to = from + length;
        expect([...sortCases(table, selection.keys, order, from, to)]).toEqual(
          sorted.slice(from, to),
        );
        sorted.forEach((key, position) => {
          expect(positionOf(table, selection.keys, order, key)).toBe(position);
        });
      }),
      { numRuns: runs(2000) },
    );
  });

  it("counts what was opened in each bucket, and knows what the data reach over", () => {
    fc.assert(
      fc.property(steps, filters, (changes, filter) => {
        const { table, state } = apply(changes);
        const { cases } = state;
        const { matching, all } = openedByBucket(table, selectCases(table, filter), [2, 4, 9, 11]);
        const bucketed = (list: readonly CaseTableRow[]) =>
          [
            [2, 4],
            [4, 9],
            [9, 11],
          ].map(
            ([from = 0, until = 0]) =>
              list.filter(({ openedUs: at }) => at !== null && at >= from && at < until).length,
          );
        const left = cases.filter((row) => failing(row, filter, state).length === 0);
        expect([[...matching], [...all]]).toEqual([bucketed(left), bucketed(cases)]);
        const opened = cases.flatMap(({ openedUs }) => openedUs ?? []);
        const seen = [...opened, ...cases.flatMap(({ lastContactUs }) => lastContactUs ?? [])];
        for (const untilUs of [9, 12, 4, 9]) {
          const past = seen.filter((at) => at <= untilUs);
          const extent =
            opened.length === 0 || past.length === 0
              ? null
              : { oldestUs: Math.min(...opened), newestUs: Math.max(...past) };
          expect(caseExtent(casesOpenedIn(table, null), untilUs)).toEqual(extent);
        }
      }),
      { numRuns: runs(500) },
    );
  });

  it("orders thousands as a sort does, in whichever part", () => {
    const table = createCaseTable();
    const all = fc.sample(rows, { numRuns: 5000, seed: 7 }).map((row, key) => ({
      ...{ ...row, key, caseId: `C-${String(key)}` },
      ...{ lastContactUs: key % 7 === 0 ? null : ((key * 7919) % 3000) ** 3, openedUs: 5 },
    }));
    putCases(table, all);
    const { keys } = selectCases(table, {
      facets: noFacets,
      period: null,
      matches: null,
      metric: null,
    });
    const order = { direction: "desc", outcomes, ranks: null } as const;
    const by = (key: number) => -(all[key]?.lastContactUs ?? -Infinity);
    const hash = (key: number) => hashOf(all[key]?.caseId ?? "");
    const sorted = [...keys].sort((one, other) => by(one) - by(other) || hash(one) - hash(other));
    for (const [from, to] of [
      [0, 50],
      [2475, 2525],
      [4990, 6000],
      [0, 5000],
    ] as const) {
      const part = sortCases(table, keys, { ...order, by: "last_contact" }, from, to);
      expect([...part]).toEqual(sorted.slice(from, to));
      const ties = sortCases(table, keys, { ...order, by: "opened" }, from, to);
      expect([...ties]).toEqual(sorted.slice(from, to));
      const [first] = part;
      for (const place of ["last_contact", "opened"] as const) {
        expect(positionOf(table, keys, { ...order, by: place }, first ?? -1)).toBe(from);
      }
    }
  });

  it("takes a case's intent for its type where nobody named one", () => {
    const [row] = fc.sample(rows, { numRuns: 1, seed: 1 });
    if (row === undefined) throw new Error("No row was drawn.");
    const abouts = [
      ["refund", "late"],
      [null, "billing"],
      [null, null],
    ] as const;
    const table = createCaseTable();
    putCases(
      table,
      abouts.map(([caseType, intent], key) => ({
        ...row,
        key,
        caseType,
        intent,
        mergedInto: null,
      })),
    );
    const filter = { facets: noFacets, period: null, matches: null, metric: null };
    const chosen = { ...filter, facets: { ...noFacets, type: ["billing"] } };
    expect([...selectCases(table, chosen).keys]).toEqual([1]);
    const { keys } = selectCases(table, filter);
    const order = { by: "type", direction: "asc", outcomes, ranks: null } as const;
    expect([...sortCases(table, keys, order, 0, 3)]).toEqual([1, 0, 2]);
  });
});

const noFacets = defaultCasesQuery.facets;

function apply(changes: readonly Step[]) {
  const evaluators = new Set<string>();
  const table = createCaseTable();
  const current = new Map<number, CaseTableRow>();
  let asOfUs = 0;
  for (const change of changes) {
    if (change.kind === "put") {
      putCases(table, change.rows);
      for (const row of change.rows) {
        current.set(row.key, row);
        for (const { evaluator } of row.worstScores) evaluators.add(evaluator);
      }
    } else if (change.kind === "remove") {
      removeCases(table, change.keys);
      for (const key of change.keys) current.delete(key);
    } else {
      asOfUs = change.asOfUs;
      advanceAsOf(table, asOfUs);
    }
  }
  const cases = [...current.values()].sort((one, other) => one.key - other.key);
  return { table, state: { cases, asOfUs, evaluators } };
}
