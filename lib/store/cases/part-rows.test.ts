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

it("rows that were written before teams and what was kept were told of have neither", () => {
  fc.assert(
    fc.property(contactRowLists, handoffRowLists, (contactRows, handoffRows) => {
      const texts = writePartRows({ contactRows, handoffRows, promiseRows: [] });
      const read = readPartRows({
        contactRows: withoutLast(texts.contactRows, 1),
        handoffRows: withoutLast(texts.handoffRows, 2),
        promiseRows: "[]",
      });
      expect(read.contactRows).toEqual(contactRows.map((row) => ({ ...row, team: null })));
      expect(read.handoffRows).toEqual(
        handoffRows.map((row) => ({ ...row, team: null, context: null })),
      );
    }),
  );
});

function withoutLast(rows: string, count: number): string {
  const parsed = JSON.parse(rows) as unknown[][];
  return JSON.stringify(parsed.map((values) => values.slice(0, -count)));
}
