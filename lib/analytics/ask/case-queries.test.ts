import fc from "fast-check";
import { expect, it } from "vitest";
import { facetNames } from "../facets/registry";
import type { CaseTableRow } from "../case-table/case-table-row";
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
import { withAnalyticTables } from "@/lib/testing/cases/analytic-cases";
import { queryCases, readExtent } from "./case-queries";

const rows: fc.Arbitrary<CaseTableRow> = fc
  .tuple(caseTableRows, someContacts, handoffRowLists, disclosureRowLists)
  .map(([row, contactRows, handoffRows, disclosureRows]) => ({
    ...row,
    ...{ contactRows, handoffRows, disclosureRows },
  }));

it("selects, counts and orders as one does by hand", async () => {
  const sets = fc.uniqueArray(rows, { selector: ({ key }) => key, maxLength: 24 });
  const questions = fc.array(
    fc.tuple(filters, orders, fc.integer({ min: 0, max: 8 }), fc.integer({ min: 1, max: 30 })),
    { minLength: 8, maxLength: 8 },
  );
  await fc.assert(
    fc.asyncProperty(
      sets,
      fc.integer({ min: 0, max: 14 }),
      questions,
      async (unordered, asOfUs, asked) => {
        const cases = unordered.toSorted((one, other) => one.key - other.key);
        const evaluators = new Set(
          cases.flatMap((row) => row.worstScores.map(({ evaluator }) => evaluator)),
        );
        const state = { cases, asOfUs, evaluators };
        await withAnalyticTables(cases, async ({ rows: run, keys }) => {
          for (const [filter, order, from, length] of asked) {
            const left = cases.filter((row) => failing(row, filter, state).length === 0);
            // Ids are in the order of keys.
            const ranks = Uint32Array.from({ length: 64 }, (_, key) => key);
            const { matches } = filter;
            const found = await keys(
              [...(matches ?? [])].flatMap((bit, key) => (bit === 1 ? [key] : [])),
            );
            const also = matches === null ? [] : [`c.key IN (SELECT key FROM ${found})`];
            const own = queryCases(
              run,
              { ...filter, scope: null, also },
              { asOfUs, laterTypes: [] },
            );
            expect(await own.count()).toBe(left.length);
            const counts = await own.facets();
            for (const facet of facetNames) {
              const counted = counts[facet].map(({ value, count }) => [value, count]);
              expect(counted.sort(), facet).toEqual(countByHand(facet, filter, state));
            }
            const sorted = sortByHand(left, { ...order, ranks }, state);
            expect(await own.list(order, from, from + length)).toEqual(
              sorted.slice(from, from + length),
            );
          }
        });
      },
    ),
    { numRuns: runs(24) },
  );
});

it("knows what the data reach over", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(rows, { selector: ({ key }) => key, maxLength: 6 }),
      async (cases) => {
        const opened = cases.flatMap(({ openedUs }) => openedUs ?? []);
        const seen = [...opened, ...cases.flatMap(({ lastContactUs }) => lastContactUs ?? [])];
        await withAnalyticTables(cases, async ({ rows: run }) => {
          const { extent, count } = await readExtent(run, null, 12);
          const oldestUs = opened.length === 0 ? null : Math.min(...opened);
          const known = oldestUs === null ? null : { oldestUs, newestUs: Math.max(...seen) };
          expect([extent, count]).toEqual([known, cases.length]);
        });
      },
    ),
    { numRuns: runs(20) },
  );
});
