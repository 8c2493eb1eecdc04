import { parseChannel } from "@/lib/domain/trace/channel";
import { breakdownPanel, fewOf, type BreakdownPanel } from "@/lib/analytics/charts/breakdown-panel";
import type { DotModel } from "@/lib/analytics/charts/chart-model";
import type { GroupRates } from "@/lib/analytics/ask/group-rates";
import { MISSING } from "@/lib/analytics/facets/case-facets";
import { facetEntry } from "@/lib/analytics/facets/registry";
import { apartOn, ratesApart, resolutionFinding } from "@/lib/analytics/findings/rates-apart";
import { totalRate } from "@/lib/analytics/outcomes/cell-sums";
import type { ShownSource } from "@/lib/analytics/outcomes/figure-source";
import { joinedByAnd } from "@/lib/format/join-words";
import { firstWords, onChannel } from "@/lib/analytics/words/kind-words";

const common = {
  facet: "first",
  order: "facet",
  words: (value) => (value === MISSING ? firstWords(value) : facetEntry("first").words(value)),
  note: (shown) => {
    const few = fewOf(shown);
    if (few.length === 0) return "";
    return `${joinedByAnd(few)} ${few.length === 1 ? "has" : "have"} few cases: go by the range, not the dot.`;
  },
} as const satisfies Partial<BreakdownPanel>;

/** Resolution by first channel. */
const byFirst: BreakdownPanel = {
  ...common,
  metric: "case_resolution_rate",
  columns: { group: "First channel", hits: "Resolved" },
  title: (rates) => resolutionFinding(rates, { noun: "first channel", nameOf: startWords }),
  subtitle: "Cases resolved with evidence, by the channel they start on",
};

/** Returns by first channel: what can be said where nothing shows how cases end. */
export const returnsByFirst: BreakdownPanel = {
  ...common,
  metric: "repeat_contact_rate",
  columns: { group: "First channel", hits: "Came back" },
  title: (rates) => {
    if (rates.groups.filter(({ sums }) => sums.of > 0).length === 1) {
      return "All cases here have the same first channel";
    }
    const comparisons = ratesApart(rates);
    const more = apartOn("above", rates.groups, ({ value }) => comparisons.get(value));
    const starts = joinedByAnd(more.groups.map(({ value }) => startWords(value)));
    return starts === ""
      ? "Customers come back about as often whichever channel they start on"
      : `Customers come back more often after cases ${starts}${more.doubt}`;
  },
  subtitle: "Cases whose customer came back about the same issue, by the channel they start on",
};

function startWords(value: string): string {
  return value === MISSING
    ? "without a contact"
    : `that start ${onChannel(parseChannel(value) ?? "unknown")}`;
}

/** The data of the breakdowns. */
export const overviewBreakdowns: readonly BreakdownPanel[] = [byFirst];

/** Prepares resolution by first channel. Compares with all cases, with or without a contact. */
export function prepareByChannel({ cases, figures }: ShownSource): DotModel {
  const rates = figures.rates.get(byFirst.facet) ?? { groups: [], all: noCases };
  return breakdownPanel(cases, rates, byFirst, totalRate(figures.cells));
}

const noCases = { hits: 0, of: 0, hitsSquared: 0, product: 0, ofSquared: 0 };

/** Prepares returns by first channel. */
export function prepareReturnsByChannel({ cases }: ShownSource, rates: GroupRates): DotModel {
  return breakdownPanel(cases, rates, returnsByFirst);
}
