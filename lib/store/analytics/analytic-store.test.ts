import fc from "fast-check";
import { expect, it } from "vitest";
import {
  advanceAsOf,
  applyResolutionPolicy,
  createCaseTable,
  putCases,
  type CaseTable,
} from "@/lib/analytics/case-table/case-table";
import { countsOf } from "@/lib/analytics/counts/counts";
import { dimensionGroupOf, type Counted } from "@/lib/analytics/facets/dimension-groups";
import { codeSql, decodeCode, fromSql, nameSql } from "@/lib/analytics/tables/dimension-sql";
import { runs } from "@/lib/testing/runs";
import { withAnalyticTables } from "@/lib/testing/cases/analytic-cases";
import { rowsWithChildren, stepUs } from "@/lib/testing/cases/table-steps";
import type { AnalyticQueries } from "./analytic-store";

const things: readonly Counted[] = [
  ...(["cases", "services", "ratings", "clocks", "records"] as const),
  ...(["contacts", "returns", "containments", "answers", "handoffs", "contexts"] as const),
  ...(["promises", "disclosures", "pii"] as const),
];

it("gives every case and child the values that the columns give, at any instant", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(rowsWithChildren, { selector: ({ key }) => key, maxLength: 12 }),
      fc.nat({ max: 40 }).map((at) => at * stepUs),
      fc.subarray(["refund", "outage"]),
      async (rows, asOfUs, laterTypes) => {
        const table = createCaseTable();
        putCases(table, rows);
        applyResolutionPolicy(table, new Set(laterTypes));
        advanceAsOf(table, asOfUs);
        await withAnalyticTables(rows, async (queries) => {
          for (const thing of things) {
            const counted = await countInTables(queries, thing, { asOfUs, laterTypes });
            expect([thing, counted]).toEqual([thing, countInColumns(table, thing)]);
          }
        });
      },
    ),
    { numRuns: runs(20) },
  );
});

type Context = Parameters<typeof codeSql>[1];

async function countInTables(queries: AnalyticQueries, thing: Counted, context: Context) {
  const rows = await queries.rows(
    `SELECT ${codeSql(thing, context)} AS code, ${nameSql(thing)} AS name, count(*) AS count
        FROM ${fromSql(thing)} GROUP BY ALL`,
  );
  return inOrder(
    rows.map(({ code, name, count }) => ({
      values: decodeCode(thing, Number(code), name === null ? null : String(name)),
      count: Number(count),
    })),
  );
}

function countInColumns(table: CaseTable, thing: Counted) {
  const keys = Uint32Array.from({ length: table.end }, (_, key) => key).filter(
    (key) => table.columns.flags[key] !== 0,
  );
  const counts = countsOf(table, keys).byCode(thing);
  const { values } = dimensionGroupOf(table, thing).combinations;
  return inOrder(
    [...counts].flatMap((count, code) =>
      count === 0 ? [] : [{ values: values[code] ?? null, count }],
    ),
  );
}

function inOrder(counted: readonly { readonly values: unknown; readonly count: number }[]) {
  return counted
    .map(({ values, count }) => {
      const entries = Object.entries(values as object).sort(([a], [b]) => (a < b ? -1 : 1));
      return `${JSON.stringify(entries)} ${String(count)}`;
    })
    .sort();
}
