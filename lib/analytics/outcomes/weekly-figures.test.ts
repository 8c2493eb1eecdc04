import fc from "fast-check";
import { expect, it } from "vitest";
import { caseTableRows } from "@/lib/testing/cases/case-table-rows";
import { createCaseTable, putCases, advanceAsOf } from "../case-table/case-table";
import { listedCases } from "../counts/case-set";
import { openedBetween } from "../counts/opened-between";
import { countsOf } from "../counts/counts";
import { figureOf } from "../metrics/figure-of";
import { metrics } from "../metrics/metrics";
import { weeklyFigures } from "./weekly-figures";

const shown = metrics.filter(({ id }) =>
  ["case_resolution_rate", "touchpoints_per_case", "repeat_information_case_rate"].includes(id),
);
const cases = fc.uniqueArray(caseTableRows, { selector: ({ key }) => key, maxLength: 30 });

it("each week is what the metric says of the cases opened in it", () => {
  expect(shown).toHaveLength(3);
  fc.assert(
    fc.property(cases, (rows) => {
      const table = createCaseTable();
      advanceAsOf(table, 9);
      putCases(table, rows);
      const keysOf = (fromUs: number, toUs: number) =>
        Uint32Array.from(
          rows
            .filter(({ openedUs }) => openedUs !== null && openedUs >= fromUs && openedUs < toUs)
            .map(({ key }) => key),
        );
      const startsUs = [1, 4, 8, 11];
      const weeks = openedBetween(table, keysOf(0, 100), startsUs);
      const weekly = weeklyFigures(
        weeks.map((keys) => listedCases(table, keys)),
        shown,
      );
      for (const metric of shown) {
        const byHand = startsUs.slice(0, -1).map((fromUs, week) => {
          const keys = keysOf(fromUs, startsUs[week + 1] ?? 0);
          const figure = figureOf(metric, countsOf(table, keys));
          const { of, waiting } = figure;
          const total = rows
            .filter(({ key }) => keys.includes(key))
            .filter(({ key }) => {
              return figureOf(metric, countsOf(table, Uint32Array.of(key))).of === 1;
            })
            .reduce((sum, { touchpoints }) => sum + touchpoints, 0);
          return { of, waiting, sum: figure.unit === "share" ? figure.hits : total };
        });
        expect(weekly.get(metric.id)).toEqual(byHand);
      }
    }),
  );
});
