import fc from "fast-check";
import { expect, it } from "vitest";
import { caseTableRows } from "@/lib/testing/cases/case-table-rows";
import { createCaseTable, putCases, advanceAsOf } from "../case-table/case-table";
import { countsOf } from "../counts/counts";
import { figureOf } from "../metrics/figure-of";
import { metrics } from "../metrics/metrics";
import { teamFigures } from "./team-figures";

const someMetrics = metrics.filter(
  ({ id }) => id === "case_resolution_rate" || id === "time_to_resolution",
);
const cases = fc.uniqueArray(caseTableRows, { selector: ({ key }) => key, maxLength: 20 });

it("a team's figures are those of the cases that it served, whoever served them too", () => {
  const only = fc.subarray(["Care", "Loss", "Nobody"]);
  fc.assert(
    fc.property(cases, only, fc.integer({ min: 0, max: 2 }), (rows, teams, most) => {
      const table = createCaseTable();
      advanceAsOf(table, 9);
      putCases(table, rows);
      const keys = Uint32Array.from(rows.map(({ key }) => key)).sort();
      const { shown, more } = teamFigures(table, keys, someMetrics, { only: teams, most });
      const wanted = (team: string) => teams.length === 0 || teams.includes(team);
      const byHand = ["Care", "Loss"].filter(wanted).flatMap((team) => {
        const own = rows.filter((row) => row.teams.includes(team)).map(({ key }) => key);
        const counts = countsOf(table, Uint32Array.from(own).sort());
        const figures = new Map(someMetrics.map((metric) => [metric.id, figureOf(metric, counts)]));
        return own.length === 0 ? [] : [{ team, cases: own.length, figures }];
      });
      const sorted = byHand.sort((one, other) => other.cases - one.cases);
      expect(shown).toEqual(sorted.slice(0, most));
      expect(more).toBe(sorted.length - shown.length);
    }),
  );
});
