import { parseChannel } from "@/lib/domain/trace/channel";
import { breakdownPanel, fewOf, type BreakdownPanel } from "@/lib/analytics/charts/breakdown-panel";
import type { DotModel } from "@/lib/analytics/charts/chart-model";
import type { GroupRates } from "@/lib/analytics/ask/group-rates";
import { MISSING } from "@/lib/analytics/facets/case-facets";
import { facetEntry } from "@/lib/analytics/facets/registry";
import { apartOn, ratesApart, resolutionFinding } from "@/lib/analytics/findings/rates-apart";
import { totalRate } from "@/lib/analytics/outcomes/cell-sums";
import type { ShownSource } from "@/lib/analytics/outcomes/figure-source";
import { firstWords, onChannel, sameFirst } from "@/lib/analytics/words/kind-words";
import { firstChannelWords as words } from "./words";

const common = {
  facet: "first",
  order: "facet",
  words: (value) => (value === MISSING ? firstWords(value) : facetEntry("first").words(value)),
  note: (shown) => {
    const few = fewOf(shown);
    return few.length === 0 ? "" : words.few(few);
  },
} as const satisfies Partial<BreakdownPanel>;

/** Resolution by first channel. */
const byFirst: BreakdownPanel = {
  ...common,
  metric: "case_resolution_rate",
  columns: { group: words.group, hits: words.resolved },
  title: (rates) => resolutionFinding(rates, { noun: words.noun, nameOf: startWords }),
  subtitle: words.resolvedSubtitle,
};

/** Returns by first channel: what can be said where nothing shows how cases end. */
export const returnsByFirst: BreakdownPanel = {
  ...common,
  metric: "repeat_contact_rate",
  columns: { group: words.group, hits: words.returned },
  title: (rates) => {
    if (rates.groups.filter(({ sums }) => sums.of > 0).length === 1) {
      return sameFirst;
    }
    const comparisons = ratesApart(rates);
    const more = apartOn("above", rates.groups, ({ value }) => comparisons.get(value));
    const starts = more.groups.map(({ value }) => startWords(value));
    return starts.length === 0 ? words.noneApart : words.returnMore(starts, more.doubt);
  },
  subtitle: words.returnedSubtitle,
};

function startWords(value: string): string {
  return value === MISSING
    ? words.noContact
    : words.start(onChannel(parseChannel(value) ?? "unknown"));
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
