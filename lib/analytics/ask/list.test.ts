import fc from "fast-check";
import { expect, it } from "vitest";
import { caseTableRows } from "@/lib/testing/cases/case-table-rows";
import { childRows } from "@/lib/testing/child-rows";
import { createCaseTable, putCases } from "../case-table/case-table";
import type { CaseTableRow } from "../case-table/case-table-row";
import { writeDays } from "../filter/days";
import { listByDays, listChildren } from "./list";

const rows: fc.Arbitrary<CaseTableRow> = fc
  .tuple(caseTableRows, childRows)
  .map(([row, children]) => ({ ...row, ...children }));

const things = ["contacts", "handoffs", "promises", "disclosures", "pii"] as const;
const any = { metric: null, on: null, to: null, traits: {} };

function casesOf(written: readonly CaseTableRow[]) {
  const table = createCaseTable();
  for (const row of written) putCases(table, [row]);
  const keys = Uint32Array.from(new Set(written.map(({ key }) => key))).sort();
  const none = { fails: new Uint8Array(table.end), near: new Uint32Array(0), failable: [] };
  return { table, selection: () => ({ ...none, keys }), timeZone: "UTC" };
}

it("lists children in one order, however often their cases were rewritten", () => {
  fc.assert(
    fc.property(fc.array(rows, { maxLength: 40 }), (written) => {
      const last = new Map(written.map((row) => [row.key, row]));
      const inOrder = [...last.values()].toSorted((one, other) => one.key - other.key);
      for (const thing of things) {
        const [had, has] = [written, inOrder].map((each) =>
          listChildren(casesOf(each), thing, any).owners(0, Infinity),
        );
        expect(had).toEqual(has);
      }
    }),
    { numRuns: 30 },
  );
});

it("lists the children of each choice of days as the filter of these days does", () => {
  const span = fc.tuple(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 12 }));
  fc.assert(
    fc.property(fc.array(rows, { maxLength: 20 }), fc.array(span), (written, spans) => {
      const cases = casesOf(written);
      const choices = spans.map(([one, other]) =>
        writeDays({ from: Math.min(one, other), to: Math.max(one, other) }),
      );
      for (const thing of things) {
        const listOf = listByDays(cases, thing, { ...any, traits: { days: "1970-01-02" } });
        for (const days of choices) {
          const listed = listChildren(cases, thing, { ...any, traits: { days } });
          expect(listOf(days).owners(0, Infinity)).toEqual(listed.owners(0, Infinity));
        }
        const all = listChildren(cases, thing, any);
        expect(listOf(null).owners(0, 5)).toEqual(all.owners(0, 5));
      }
    }),
  );
});
