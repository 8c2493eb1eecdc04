import type { CaseSet } from "../counts/case-set";
import { countsOfSet } from "../counts/counts";
import type { Figure } from "../metrics/figure";
import { figureOf } from "../metrics/figure-of";
import { metrics } from "../metrics/metrics";
import { cellsOf, type Cell } from "./cell-sums";
import { contactFigures, type ContactFigures } from "./contact-figures";
import { costliestCases, type CostlyCase } from "./costliest-cases";
import { releaseCells, type ReleaseCell } from "./release-cells";
import { breakdowns, type Breakdown } from "../ask/breakdown";
import type { GroupRates } from "../ask/group-rates";
import type { RowFacet } from "../facets/facet-groups";
import { tallyCases, type CaseTally } from "./tally-cases";

/** The Overview's figures of a period, shown or compared. */
export type PeriodFigures = {
  readonly tally: CaseTally;
  readonly cells: readonly Cell[];
  /** By the metric's id; those requested. */
  readonly metrics: ReadonlyMap<string, Figure>;
};

/** Computes them at the table's `asOf`. @param ids of the metrics */
export function periodFigures(cases: CaseSet, ids: readonly string[]): PeriodFigures {
  const counts = countsOfSet(cases);
  const tally = tallyCases(counts);
  const requested = metrics.filter(({ id }) => ids.includes(id));
  return {
    tally,
    cells: cellsOf(tally),
    metrics: new Map(requested.map((metric) => [metric.id, figureOf(metric, counts)])),
  };
}

/** The Overview's figures of the shown period, with those that the compared period lacks. */
export type ShownFigures = PeriodFigures & {
  readonly contacts: ContactFigures;
  /** The breakdowns requested. */
  readonly rates: ReadonlyMap<RowFacet, GroupRates>;
  readonly costliest: readonly CostlyCase[];
  readonly released: readonly ReleaseCell[];
};

/** The figures requested: metrics by their ids, and breakdowns. */
export type FigureQuery = {
  readonly metrics: readonly string[];
  readonly breakdowns: readonly Breakdown[];
};

/** Computes them. */
export function shownFigures(cases: CaseSet, query: FigureQuery): ShownFigures {
  const figures = periodFigures(cases, query.metrics);
  return {
    ...figures,
    contacts: contactFigures(cases),
    rates: breakdowns(cases, query.breakdowns),
    costliest: costliestCases(cases, figures.cells),
    released: releaseCells(cases),
  };
}
