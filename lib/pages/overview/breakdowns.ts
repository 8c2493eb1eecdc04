import { parseChannel } from "@/lib/domain/trace/channel";
import {
  breakdownPanel,
  fewOf,
  type BreakdownPanel,
  type ShownGroup,
} from "@/lib/analytics/charts/breakdown-panel";
import type { DotModel } from "@/lib/analytics/charts/chart-model";
import type { GroupRates } from "@/lib/analytics/ask/group-rates";
import { MISSING } from "@/lib/analytics/facets/case-facets";
import { facetEntry } from "@/lib/analytics/facets/registry";
import { pathFinding, resolutionFinding } from "@/lib/analytics/findings/rates-apart";
import { totalRate } from "@/lib/analytics/outcomes/cell-sums";
import type { ShownSource } from "@/lib/analytics/outcomes/figure-source";
import { joinedByAnd } from "@/lib/format/join-words";
import { firstWords, onChannel } from "@/lib/analytics/words/kind-words";
import { formatCount } from "@/lib/format/format";

const resolution = { metric: "case_resolution_rate" } as const;

/** Resolution by first channel. */
const byFirst: BreakdownPanel = {
  ...{ ...resolution, facet: "first", order: "facet" },
  columns: { group: "First channel", hits: "Resolved" },
  words: (value) => (value === MISSING ? firstWords(value) : facetEntry("first").words(value)),
  title: (rates) =>
    resolutionFinding(rates, {
      noun: "first channel",
      nameOf: (value) =>
        value === MISSING
          ? "without a contact"
          : `that start ${onChannel(parseChannel(value) ?? "unknown")}`,
    }),
  subtitle: "Case resolution by first channel, with its 95% interval",
  note: (shown) => {
    const few = fewOf(shown);
    if (few.length === 0) return "";
    return `${joinedByAnd(few)} ${few.length === 1 ? "has" : "have"} few cases: read the interval, not the dot.`;
  },
};

/** Resolution by channel path. */
const byPath: BreakdownPanel = {
  ...{ ...resolution, facet: "path", order: "size", most: { groups: 8, from: "first" } },
  columns: { group: "Channel path", hits: "Resolved" },
  title: pathFinding,
  subtitle: "Case resolution by channel path, the most frequent first, with its 95% interval",
  note: (_, hidden) => {
    if (hidden.length === 0) return "";
    const { hits, of } = totalOf(hidden);
    return `${formatCount(hidden.length)} more paths have ${formatCount(of)} cases, ${formatCount(hits)} of them resolved.`;
  },
};

/** Resolution by release, ordered by name. */
const byRelease: BreakdownPanel = {
  ...{ ...resolution, facet: "release", isNamed: true },
  ...{ order: "name", most: { groups: 10, from: "last" } },
  columns: { group: "Release", hits: "Resolved" },
  title: (rates) => resolutionFinding(rates, { noun: "release", nameOf: (value) => `on ${value}` }),
  subtitle:
    "Case resolution by release, with its 95% interval. A case of two releases counts for both",
  note: (_, { length: earlier }) =>
    earlier === 0 ? "" : `${formatCount(earlier)} earlier releases are not shown.`,
};

/** The Overview's breakdowns of resolution besides releases, in order. */
const panels: readonly BreakdownPanel[] = [byFirst, byPath];

/** The data of the breakdowns. */
export const overviewBreakdowns: readonly BreakdownPanel[] = [...panels, byRelease];

/** Prepares the breakdowns. */
export function prepareBreakdowns(source: ShownSource): readonly DotModel[] {
  return panels.map((panel) => drawn(source, ratesOf(source, panel), panel));
}

/** Resolution by release. @returns null: fewer than two releases */
export function prepareReleases(source: ShownSource): DotModel | null {
  const rates = shownReleases(source);
  return rates.groups.length < 2 ? null : drawn(source, rates, byRelease);
}

/** The filtered releases, if any; cases of another release are then only those that met these too. */
function shownReleases(source: ShownSource): GroupRates {
  const chosen = source.cases.facets.release;
  const { groups, all } = ratesOf(source, byRelease);
  return {
    all,
    groups: groups.filter(({ value }) => chosen.length === 0 || chosen.includes(value)),
  };
}

function ratesOf({ figures }: ShownSource, { facet }: BreakdownPanel): GroupRates {
  return figures.rates.get(facet) ?? { groups: [], all: noCases };
}

const noCases = { hits: 0, of: 0, hitsSquared: 0, product: 0, ofSquared: 0 };

/** Compares with all cases, with or without a value. */
function drawn(
  { cases, figures }: ShownSource,
  rates: GroupRates,
  panel: BreakdownPanel,
): DotModel {
  return breakdownPanel(cases, rates, panel, totalRate(figures.cells));
}

function totalOf(groups: readonly ShownGroup[]) {
  return totalRate(groups.map(({ sums }) => ({ rate: sums })));
}
