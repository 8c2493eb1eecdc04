import fc from "fast-check";
import { expect, it } from "vitest";
import { channels } from "@/lib/domain/trace/channel";
import { caseTableRows } from "@/lib/testing/cases/case-table-rows";
import { contactRowLists } from "@/lib/testing/child-rows";
import { runs } from "@/lib/testing/runs";
import { createCaseTable, putCases, removeCases } from "../case-table/case-table";
import type { CaseTableRow } from "../case-table/case-table-row";
import { weekUs } from "./series";
import { versionStarts } from "./version-starts";

const cases = fc.uniqueArray(
  fc
    .record({ row: caseTableRows, contactRows: contactRowLists })
    .map(({ row, contactRows }): CaseTableRow => ({ ...row, contactRows })),
  { selector: ({ key }) => key, minLength: 20, maxLength: 30 },
);

/** Three contacts, none of them in the first week of the channel's versions. */
function byHand(rows: readonly CaseTableRow[], kind: "prompt" | "release"): readonly string[] {
  const contacts = rows.flatMap(({ contactRows }) => contactRows);
  return channels.flatMap((channel) => {
    const own = contacts.filter((each) => each.channel === channel && each[kind] !== null);
    const names = [...new Set(own.map((each) => each[kind]))];
    const starts = names
      .map((name) => own.filter((each) => each[kind] === name).map(({ startUs }) => startUs))
      .map((instants, at) => ({ name: names[at], count: instants.length, instants }))
      .filter(({ count }) => count >= 3)
      .map(({ name, instants }) => ({ name, atUs: Math.min(...instants) }));
    const firstUs = Math.min(...starts.map(({ atUs }) => atUs));
    return starts
      .filter(({ atUs }) => atUs >= firstUs + weekUs)
      .map(({ name, atUs }) => `${kind} ${String(name)} ${channel} ${String(atUs)}`);
  });
}

it("prompts and releases start with the first contact of each channel that names them", () => {
  let found = 0;
  fc.assert(
    fc.property(cases, (rows) => {
      const table = createCaseTable();
      putCases(table, rows);
      const [gone, ...left] = rows;
      removeCases(table, [gone?.key ?? 0]);
      const starts = versionStarts(table);
      const listed = starts.flatMap(({ kind, version, heard }) =>
        heard.map((each) => `${kind} ${version.prompt} ${each.channel} ${String(each.fromUs)}`),
      );
      found += listed.length;
      expect(listed.toSorted()).toEqual(
        [...byHand(left, "prompt"), ...byHand(left, "release")].toSorted(),
      );
      for (const { heard, fromUs } of starts) {
        expect(fromUs).toBe(Math.min(...heard.map((each) => each.fromUs)));
      }
    }),
    { numRuns: runs(300) },
  );
  expect(found).toBeGreaterThan(0);
});
