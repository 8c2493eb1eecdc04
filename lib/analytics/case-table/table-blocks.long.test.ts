import fc from "fast-check";
import { expect, it } from "vitest";
import {
  allFigures,
  selected,
  sorted,
  stretches,
  tableSteps,
} from "@/lib/testing/cases/table-steps";
import { runs } from "@/lib/testing/runs";
import { casesOpenedIn, type Stretch } from "../counts/cases-by-day";
import { countFacets, facetsOf } from "../facets/count-facets";
import { createCaseTable } from "./case-table";
import { createLastChanges, noteLastChanges, sumLastChanges } from "./last-changes";
import {
  completeTable,
  restoreTable,
  tableBlocks,
  tableState,
  type TableState,
  type WholeTable,
} from "./table-blocks";
import { createCaseOwners, noteOwners } from "./visible-cases";

/** The table that is read from what is written of another one. */
function copied(whole: WholeTable): WholeTable {
  const copy = restoreTable(JSON.parse(JSON.stringify(tableState(whole))) as TableState);
  const blocks = tableBlocks(whole);
  const room = tableBlocks(copy);
  expect(room.map(({ length }) => length)).toEqual(blocks.map(({ length }) => length));
  room.forEach((block, index) => {
    block.set(blocks[index] ?? []);
  });
  completeTable(copy);
  return copy;
}

/** Combinations may be numbered in another order: those that time changes are read in any. */
function figuresOf({ table, changes, owners }: WholeTable, stretch: Stretch | null): unknown {
  const byDay = casesOpenedIn(table, stretch);
  const { end, columns } = table;
  return {
    owners: [...owners.ofKey.subarray(0, end)].map((id) => owners.owners[id]),
    sums: sumLastChanges(changes, columns.flags.subarray(0, end), new Set([3])),
    figures: allFigures(byDay, [byDay], table.asOfUs),
    facets: [sorted(facetsOf(byDay)), sorted(countFacets(table, selected(table, stretch)))],
  };
}

it("goes on as if it had not been written and read, whatever changes before and after", () => {
  fc.assert(
    fc.property(tableSteps, tableSteps, stretches, (before, after, stretch) => {
      const first = {
        ...{ table: createCaseTable(), owners: createCaseOwners(), changes: createLastChanges() },
      };
      const apply = (step: (typeof before)[number], { table, owners, changes }: WholeTable) =>
        step(table, (row) => {
          noteOwners(owners, [row]);
          noteLastChanges(changes, [{ key: row.key, changed: row.messages }]);
          return true;
        });
      for (const step of before) apply(step, first);
      const second = copied(first);
      expect(figuresOf(second, stretch)).toEqual(figuresOf(first, stretch));
      for (const step of after) {
        apply(step, first);
        apply(step, second);
        expect(figuresOf(second, stretch)).toEqual(figuresOf(first, stretch));
      }
    }),
    { numRuns: runs(24) },
  );
});
