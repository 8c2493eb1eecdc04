import fc from "fast-check";
import { expect, it } from "vitest";
import { contactRowLists, handoffRowLists, promiseRowLists } from "@/lib/testing/part-rows";
import { readPartRows, writePartRows } from "./part-rows";

it("the rows of a case's parts come back as they were written", () => {
  const rows = fc.record({
    contactRows: contactRowLists,
    handoffRows: handoffRowLists,
    promiseRows: promiseRowLists,
  });
  fc.assert(
    fc.property(rows, (row) => {
      expect(readPartRows(writePartRows(row))).toEqual(row);
    }),
  );
});
