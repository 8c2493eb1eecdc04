import { compareBeside, type BesideComparison } from "../compare/compare-beside";
import type { CaseSet } from "../counts/case-set";
import { countsOfSet } from "../counts/counts";
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
import { breakdowns, type Breakdown } from "../ask/breakdown";
import type { GroupRates } from "../ask/group-rates";
import type { RowFacet } from "../facets/facet-groups";
import { kindRates } from "./outcome-rates";
import { tallyCases, type CaseTally } from "./tally-cases";

/** What the Overview tells of the cases of a period, also of the one that it is compared with. */
export type PeriodFigures = {
  readonly tally: CaseTally;
  readonly cells: readonly Cell[];
  /** By the metric's id; those that were asked for. */
  readonly metrics: ReadonlyMap<string, Figure>;
  readonly handled: readonly HandledOn[];
};

/** Reads them, as of the instant that the table tells. @param ids of the metrics that are told */
export function periodFigures(cases: CaseSet, ids: readonly string[]): PeriodFigures {
  const counts = countsOfSet(cases);
  const tally = tallyCases(counts);
  const requested = metrics.filter(({ id }) => ids.includes(id));
  return {
    tally,
    cells: cellsOf(tally),
    metrics: new Map(requested.map((metric) => [metric.id, figureOf(metric, counts)])),
    handled: handledByChannel(counts),
  };
}

/** What the Overview tells of the shown period alone, beside what it tells of both. */
export type ShownFigures = PeriodFigures & {
  readonly contacts: ContactFigures;
  /** How often cases are resolved by case type and first channel. */
  readonly kinds: GroupRates;
  /** The breakdowns that were asked for. */
  readonly rates: ReadonlyMap<RowFacet, GroupRates>;
  readonly costliest: readonly CostlyCase[];
  /** Null where no two ran side by side. */
  readonly prompts: BesideComparison | null;
  readonly released: readonly ReleaseCell[];
};

/** What is asked of some cases: metrics by their ids, and breakdowns. */
export type FigureQuery = {
  readonly metrics: readonly string[];
  readonly breakdowns: readonly Breakdown[];
};

/** Reads them. */
export function shownFigures(cases: CaseSet, query: FigureQuery): ShownFigures {
  return { ...figuresAlone(cases, query), prompts: compareBeside(cases) };
}

/** The same without what compares some of the cases with others. */
export function figuresAlone(cases: CaseSet, query: FigureQuery): Omit<ShownFigures, "prompts"> {
  const figures = periodFigures(cases, query.metrics);
  return {
    ...figures,
    contacts: contactFigures(cases),
    kinds: kindRates(cases, figures.tally),
    rates: breakdowns(cases, query.breakdowns),
    costliest: costliestCases(cases, figures.cells),
    released: releaseCells(cases),
  };
}
