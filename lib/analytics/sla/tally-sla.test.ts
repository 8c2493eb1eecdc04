import fc from "fast-check";
import { expect, it } from "vitest";
import { slaStateAt, slaStates, type SlaState } from "@/lib/domain/case/sla-state";
import { caseTableRows } from "@/lib/testing/cases/case-table-rows";
import { createCaseTable, putCases, advanceAsOf } from "../case-table/case-table";
import { breakdowns } from "../ask/breakdown";
import { listedCases } from "../counts/case-set";
import { slaBreakdowns } from "@/lib/pages/sla/breakdowns";
import { tallySla } from "./tally-sla";

const unlike = fc.uniqueArray(caseTableRows, { selector: ({ key }) => key, maxLength: 25 });

it("counts each case once, by state, type and channel, and puts what business hours are left for first", () => {
  const instants = fc.integer({ min: 0, max: 14 });
  fc.assert(
    fc.property(unlike, instants, instants, (rows, asOfUs, waitUs) => {
      const table = createCaseTable();
      putCases(table, rows);
      advanceAsOf(table, asOfUs);
      const cases = listedCases(table, Uint32Array.from(rows, ({ key }) => key).sort());
      const workableUs = asOfUs + waitUs;
      const tally = tallySla(cases, { workableUs, most: Infinity });
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
      const atRisk = of("risk");
      const timely = atRisk.filter(({ slaDueUs }) => (slaDueUs ?? 0) >= workableUs).length;
      expect(tally.urgent.length).toBe(of("risk", "overdue").length);
      const dueOf = (key: number) => rows.find((row) => row.key === key)?.slaDueUs ?? NaN;
      const dues = Array.from(tally.urgent, dueOf);
      const ordered = [
        ...dues.slice(0, timely).sort((one, other) => one - other),
        ...dues.slice(timely, atRisk.length).sort((one, other) => one - other),
        ...dues.slice(atRisk.length).sort((one, other) => other - one),
      ];
      expect(dues).toEqual(ordered);
    }),
  );
});
