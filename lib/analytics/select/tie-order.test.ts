import fc from "fast-check";
import { expect, it } from "vitest";
import { orders } from "@/lib/testing/cases/cases-by-hand";
import { rowsWithChildren } from "@/lib/testing/cases/table-steps";
import { createCaseTable, putCases } from "../case-table/case-table";
import type { CaseTableRow } from "../case-table/case-table-row";
import { latestChildren } from "./select-children";
import { rowsOf } from "../case-table/child-table";
import { sortCases } from "./sort-cases";

const cases = fc.uniqueArray(rowsWithChildren, { selector: ({ key }) => key, maxLength: 30 });

/** Ids of some cases, and of the case of each contact, in their order. */
function listed(rows: readonly CaseTableRow[], order: Parameters<typeof sortCases>[2]) {
  const table = createCaseTable();
  putCases(table, rows);
  const keys = Uint32Array.from(rows, ({ key }) => key).sort();
  const idOf = new Map(rows.map(({ key, caseId }) => [key, caseId]));
  const contacts = rowsOf(table.contacts, keys);
  return {
    cases: Array.from(sortCases(table, keys, order, 0, Infinity), (key) => idOf.get(key)),
    contacts: Array.from(latestChildren(table, "contacts", contacts, 0, Infinity), (place) => [
      idOf.get(table.contacts.caseKey[place] ?? -1),
      table.contacts.integers.ordinal[place],
    ]),
  };
}

it("lists cases and contacts in one order, whichever keys their cases have", () => {
  fc.assert(
    fc.property(
      cases,
      orders.filter(({ by }) => by !== "case"),
      fc.boolean(),
      (rows, order, isTurned) => {
        const keys = rows.map((_, at) => (isTurned ? rows.length - at : at));
        const renumbered = rows.map((row, at) => ({ ...row, key: keys[at] ?? 0 }));
        expect(listed(renumbered, order)).toEqual(listed(rows, order));
      },
    ),
  );
});
