import { parseChannel } from "@/lib/domain/trace/channel";
import type { Proportion } from "@/lib/stats/proportions/newcombe-difference";
import { formatCount } from "@/lib/format/format";
import {
  clusteredBasis,
  clusteredInterval,
  isFew,
  percentTick,
  rateWords,
} from "@/lib/format/share-words";
import type { GroupRate, GroupRates } from "../ask/group-rates";
import { MISSING } from "../facets/case-facets";
import type { Breakdown } from "../ask/breakdown";
import { facetEntry } from "../facets/registry";
import type { CasesQuery } from "../filter/cases-query";
import type { MetricSubset } from "../metrics/metric";
import { counted, listHref } from "../words/overview-links";
import type { ChartSubject, DotModel, DotRow } from "./chart-model";
import { scaleOf } from "./scale";

/** A metric by a facet as a page shows it. */
export type BreakdownPanel = Breakdown & {
  /** Its finding, a sentence. @param shown the groups in their order */
  readonly title: (rates: GroupRates, shown: readonly ShownGroup[]) => string;
  readonly subtitle: string;
  /** Headings of the table: the groups' and the numerator's. */
  readonly columns: { readonly group: string; readonly hits: string };
  /** A value in words, where they are not the facet's. */
  readonly words?: (value: string) => string;
  /** `facet`: in the facet's order; else the largest first, or by name. */
  readonly order: "facet" | "size" | "name";
  /** How many are shown, and which: the first of the order or the last. */
  readonly most?: { readonly groups: number; readonly from: "first" | "last" };
  readonly note: (shown: readonly ShownGroup[], hidden: readonly ShownGroup[]) => string;
};

export type ShownGroup = GroupRate & { readonly subject: ChartSubject };

/**
 * Draws a breakdown with its table; each group links to the cases that it counts.
 * @param whole the reference line
 */
export function breakdownPanel(
  cases: CasesQuery,
  rates: GroupRates,
  panel: BreakdownPanel,
  whole: Proportion = rates.all,
): DotModel {
  const ordered = orderedGroups(rates, panel);
  const { groups: most, from } = panel.most ?? { groups: Infinity, from: "first" };
  const cut = from === "first" ? most : Math.max(0, ordered.length - most);
  const [before, after] = [ordered.slice(0, cut), ordered.slice(cut)];
  const [shown, hidden] = from === "first" ? [before, after] : [after, before];
  const hrefOf = (value: string, subset: MetricSubset) =>
    listHref(cases, {
      facets: { [panel.facet]: [value] },
      metric: { id: panel.metric, subset },
    });
  const rows = shown.map(({ value, subject, sums }): DotRow => ({
    ...{ key: value, subject, hollow: null },
    href: hrefOf(value, "denominator"),
    value: sums.hits / sums.of,
    interval: clusteredInterval(sums),
    shown: rateWords(sums),
    basis: clusteredBasis(sums),
  }));
  const title = panel.title(rates, shown);
  return {
    rows,
    scale: scaleOf(rows, {
      ...{ least: 0, most: 1, reference: referenceOf(whole, panel) },
      wordsOf: percentTick,
    }),
    frame: {
      ...{ title, subtitle: panel.subtitle, note: panel.note(shown, hidden), links: [] },
      label: `${title}. ${rows.map((row) => `${row.subject.words} ${row.shown}`).join(", ")}.`,
      table: {
        columns: [
          { words: panel.columns.group, isNumber: false },
          { words: panel.columns.hits, isNumber: true },
          { words: "Cases", isNumber: true },
          { words: "Share and range", isNumber: true },
        ],
        rows: shown.map(({ value, subject, sums }) => [
          { words: subject.words },
          counted(sums.hits, hrefOf(value, "numerator")),
          { words: formatCount(sums.of), href: hrefOf(value, "denominator") },
          { words: `${rateWords(sums)}, ${clusteredBasis(sums)}` },
        ]),
      },
    },
  };
}

/** The words of the groups with few cases. */
export function fewOf(groups: readonly ShownGroup[]): readonly string[] {
  return groups.filter(({ sums }) => isFew(sums.of)).map(({ subject }) => subject.words);
}

function orderedGroups(
  { groups }: GroupRates,
  { facet, words = facetEntry(facet).words, order }: BreakdownPanel,
): readonly ShownGroup[] {
  const { isOfChannels = false, values, panelOrder = values ?? [] } = facetEntry(facet);
  const placeOf = new Map(panelOrder.map((value, at) => [value, at]));
  const place = ({ value }: GroupRate) => placeOf.get(value) ?? panelOrder.length;
  const compare: Readonly<Record<typeof order, (one: GroupRate, other: GroupRate) => number>> = {
    facet: (one, other) => place(one) - place(other),
    size: (one, other) => other.sums.of - one.sums.of || (one.value < other.value ? -1 : 1),
    name: (one, other) => one.value.localeCompare(other.value, "en", { numeric: true }),
  };
  return groups
    .map((group) => ({
      ...group,
      subject: {
        channels: isOfChannels ? channelsOf(group.value) : [],
        words: words(group.value),
      },
    }))
    .sort(compare[order]);
}

function channelsOf(value: string): ChartSubject["channels"] {
  if (value === MISSING) return [];
  const named = value.split(">").map((word) => parseChannel(word));
  return named.every((each) => each !== null) ? named : [];
}

function referenceOf({ hits, of }: Proportion, { isNamed = false, columns }: BreakdownPanel) {
  const set = isNamed ? `cases with a ${columns.group.toLowerCase()}` : "all cases";
  return of === 0 ? null : { at: hits / of, words: `${set} ${rateWords({ hits, of })}` };
}
