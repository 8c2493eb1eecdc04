import type { CaseTable } from "../case-table/case-table";
import { compareBeside, type BesideComparison } from "../compare/compare-beside";
import { countsOf } from "../metrics/counts";
import type { Figure } from "../metrics/figure";
import { figureOf } from "../metrics/figure-of";
import { metrics } from "../metrics/metrics";
import { cellsOf, type Cell } from "./cell-sums";
import { contactFigures, type ContactFigures } from "./contact-figures";
import { costliestCases, type CostlyCase } from "./costliest-cases";
import { releaseCells, type ReleaseCell } from "./release-cells";
import { releaseRates, type ReleaseRate } from "./release-rates";
import { tallyCases, type CaseTally } from "./tally-cases";

/** Cases that the Overview names. */
const costlyMax = 6;

/** What the Overview tells of the cases of a period. */
export type PeriodFigures = {
  readonly tally: CaseTally;
  readonly cells: readonly Cell[];
  /** By the metric's id; those that the Overview shows. */
  readonly metrics: ReadonlyMap<string, Figure>;
  readonly contacts: ContactFigures;
  readonly releases: readonly ReleaseRate[];
};

/** Reads them, as of the instant that the table tells. @param ids of the metrics that are shown */
export function periodFigures(
  table: CaseTable,
  keys: Uint32Array,
  ids: readonly string[],
): PeriodFigures {
  const tally = tallyCases(table, keys);
  const counts = countsOf(table, keys);
  const shown = metrics.filter(({ id }) => ids.includes(id));
  const cells = cellsOf(tally);
  return {
    tally,
    cells,
    releases: releaseRates(table, tally),
    metrics: new Map(shown.map((metric) => [metric.id, figureOf(metric, counts)])),
    contacts: contactFigures(counts),
  };
}

/** What the Overview tells of the shown period alone, not of the one it is compared with. */
export type ShownFigures = {
  readonly costliest: readonly CostlyCase[];
  readonly prompts: BesideComparison | null;
  readonly released: readonly ReleaseCell[];
};

/** Reads them. @param keys of the cases, `cells` of the same */
export function shownFigures(
  table: CaseTable,
  keys: Uint32Array,
  { cells }: PeriodFigures,
): ShownFigures {
  return {
    costliest: costliestCases(table, keys, cells, costlyMax),
    prompts: compareBeside(table, keys),
    released: releaseCells(table, keys),
  };
}
