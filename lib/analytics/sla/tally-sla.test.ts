import fc from "fast-check";
import { expect, it } from "vitest";
import { slaStateAt, slaStates, type SlaState } from "@/lib/domain/case/sla-state";
import { caseTableRows } from "@/lib/testing/case-table-rows";
import { createCaseTable, putCases, advanceAsOf } from "../case-table/case-table";
import { breakdowns } from "../ask/breakdown";
import { listedCases } from "../counts/case-set";
import { slaBreakdowns } from "@/lib/pages/sla/breakdowns";
import { tallySla } from "./tally-sla";

const unlike = fc.uniqueArray(caseTableRows, { selector: ({ key }) => key, maxLength: 25 });

it("counts each case once, by state, type and channel, and puts what can still be made first", () => {
  fc.assert(
    fc.property(unlike, fc.integer({ min: 0, max: 14 }), (rows, asOfUs) => {
      const table = createCaseTable();
      putCases(table, rows);
      advanceAsOf(table, asOfUs);
      const cases = listedCases(table, Uint32Array.from(rows, ({ key }) => key).sort());
      const tally = tallySla(cases, Infinity);
      const counted = rows.filter((row) => row.mergedInto === null);
      const of = (...states: readonly SlaState[]) =>
        counted.filter((row) => states.includes(slaStateAt(row, asOfUs)));
      for (const state of slaStates) expect(tally.states[state]).toBe(of(state).length);
      for (const { groups } of breakdowns(cases, slaBreakdowns).values()) {
        const sum = (part: "hits" | "of") =>
          groups.reduce((total, { sums }) => total + sums[part], 0);
        expect(sum("hits")).toBe(of("met").length);
        expect(sum("of")).toBe(of("met", "breached", "overdue").length);
      }
      const reasons = of("paused").map(({ slaPauseReason }) => slaPauseReason ?? "");
      expect(
        tally.reasons.flatMap(({ reason, count }) => Array<string>(count).fill(reason)).sort(),
      ).toEqual(reasons.sort());
      const [urgent, atRisk] = [tally.urgent, of("risk")].map((each) => each.length);
      expect(urgent).toBe(of("risk", "overdue").length);
      const dueOf = (key: number) => rows.find((row) => row.key === key)?.slaDueUs ?? NaN;
      const dues = Array.from(tally.urgent, dueOf);
      const ordered = [
        ...dues.slice(0, atRisk).sort((one, other) => one - other),
        ...dues.slice(atRisk).sort((one, other) => other - one),
      ];
      expect(dues).toEqual(ordered);
    }),
  );
});
