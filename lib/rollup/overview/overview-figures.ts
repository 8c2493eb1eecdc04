import type { CaseTable } from "../case-table/case-table";
import { compareBeside, type BesideComparison } from "../compare/compare-beside";
import { countsOf, type Counts } from "../metrics/counts";
import type { Figure } from "../metrics/figure";
import { figureOf } from "../metrics/figure-of";
import { metrics } from "../metrics/metrics";
import { cellsOf, type Cell } from "./cell-sums";
import {
  contactFigures,
  handledByChannel,
  type ContactFigures,
  type HandledOn,
} from "./contact-figures";
import { costliestCases, type CostlyCase } from "./costliest-cases";
import { releaseCells, type ReleaseCell } from "./release-cells";
import { releaseRates, type ReleaseRate } from "./release-rates";
import { tallyCases, type CaseTally } from "./tally-cases";

/** Cases that the Overview names. */
const costlyMax = 6;

/** What the Overview tells of the cases of a period, also of the one that it is compared with. */
export type PeriodFigures = {
  readonly tally: CaseTally;
  readonly cells: readonly Cell[];
  /** By the metric's id; those that were asked for. */
  readonly metrics: ReadonlyMap<string, Figure>;
  readonly handled: readonly HandledOn[];
};

/** Reads them, as of the instant that the table tells. @param ids of the metrics that are told */
export function periodFigures(
  table: CaseTable,
  keys: Uint32Array,
  ids: readonly string[],
): PeriodFigures {
  return readPeriod(countsOf(table, keys), ids);
}

/** What the Overview tells of the shown period alone, beside what it tells of both. */
export type ShownFigures = PeriodFigures & {
  readonly contacts: ContactFigures;
  readonly releases: readonly ReleaseRate[];
  readonly costliest: readonly CostlyCase[];
  /** Null where no two ran side by side. */
  readonly prompts: BesideComparison | null;
  readonly released: readonly ReleaseCell[];
};

/** Reads them. @param ids of the metrics that are told */
export function shownFigures(
  table: CaseTable,
  keys: Uint32Array,
  ids: readonly string[],
): ShownFigures {
  const counts = countsOf(table, keys);
  const figures = readPeriod(counts, ids);
  return {
    ...figures,
    contacts: contactFigures(counts),
    releases: releaseRates(table, figures.tally),
    costliest: costliestCases(table, keys, figures.cells, costlyMax),
    prompts: compareBeside(table, keys),
    released: releaseCells(table, keys),
  };
}

function readPeriod(counts: Counts, ids: readonly string[]): PeriodFigures {
  const tally = tallyCases(counts.table, counts.places("cases"));
  const told = metrics.filter(({ id }) => ids.includes(id));
  return {
    tally,
    cells: cellsOf(tally),
    metrics: new Map(told.map((metric) => [metric.id, figureOf(metric, counts)])),
    handled: handledByChannel(counts),
  };
}
