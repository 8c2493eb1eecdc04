import type { GroupRate, GroupRates } from "@/lib/analytics/counts/group-rates";
import type { Apart } from "@/lib/stats/stands-apart";
import type { ChartSubject, DotRow } from "@/lib/analytics/charts/chart-model";
import { scaleOf } from "@/lib/analytics/charts/scale";
import type { CasesQuery } from "@/lib/analytics/filter/cases-query";
import { formatCount } from "@/lib/format/format";
import { listHref } from "@/lib/analytics/words/overview-links";
import type { DotModel } from "@/lib/analytics/charts/chart-model";
import { ratesApart } from "@/lib/analytics/findings/rates-apart";
import {
  clusteredBasis,
  clusteredInterval,
  isFew,
  percentTick,
  rateWords,
} from "@/lib/format/share-words";

type NamedGroup = GroupRate & { readonly subject: ChartSubject };

const words = {
  type: { kind: "Case type", title: "case type", note: "case type" },
  first: { kind: "First channel", title: "channel", note: "channel a case began on" },
} as const;

/**
 * Draws how often each group is closed in time, and names those that differ from all others.
 * @param groups in the order in which they are drawn @param rates the same, as they are compared
 */
export function compareGroups(
  query: CasesQuery,
  groups: readonly NamedGroup[],
  rates: GroupRates,
  facet: keyof typeof words,
): DotModel {
  const { all } = rates;
  const hrefOf = (value: string) =>
    listHref(query, {
      facets: { [facet]: [value] },
      metric: { id: "sla_attainment", part: "denominator" },
    });
  const rows: readonly DotRow[] = groups.map(({ value, subject, sums }) => ({
    ...{ key: value, subject, hollow: null, href: hrefOf(value) },
    value: sums.hits / sums.of,
    interval: clusteredInterval(sums),
    ...{ shown: rateWords(sums), basis: clusteredBasis(sums) },
  }));
  const reference =
    all.of === 0 ? null : { at: all.hits / all.of, words: `all cases ${rateWords(all)}` };
  const { kind, note } = words[facet];
  const title = findingOf(groups, rates, words[facet].title);
  const few = groups.filter(({ sums }) => isFew(sums.of)).map(({ subject }) => subject.words);
  return {
    rows,
    scale: scaleOf(rows, {
      ...{ least: 0, most: 1, reference },
      wordsOf: percentTick,
    }),
    frame: {
      title,
      subtitle: `Cases closed in time, of those whose target came due, by ${note}, with its 95% interval`,
      label: `${title}. ${rows.map((row) => `${row.subject.words} ${row.shown}`).join(", ")}.`,
      links: [],
      note:
        few.length === 0
          ? ""
          : `Few cases: ${list.format(few)}. Read the interval there, not the dot.`,
      table: {
        columns: [
          { words: kind, isNumber: false },
          { words: "In time", isNumber: true },
          { words: "Cases", isNumber: true },
          { words: "Rate, 95%", isNumber: true },
        ],
        rows: groups.map(({ value, subject, sums }) => [
          { words: subject.words },
          { words: formatCount(sums.hits) },
          { words: formatCount(sums.of), href: hrefOf(value) },
          { words: `${rateWords(sums)}, ${clusteredBasis(sums)}` },
        ]),
      },
    },
  };
}

const list = new Intl.ListFormat("en-GB");

/** Names the groups whose share differs from that of all the others. */
function findingOf(groups: readonly NamedGroup[], rates: GroupRates, noun: string): string {
  if (groups.length === 0) return "No target has come due yet";
  if (groups.length === 1) return `All these cases are of one ${noun}`;
  const sides = ratesApart(rates);
  const on = (side: Apart) =>
    groups.filter(({ value }) => sides.get(value) === side).map(({ subject }) => subject.words);
  const [less, more] = [on("below"), on("above")];
  if (less.length > 0) return `${named(less)}: closed in time less often than the others`;
  if (more.length > 0) return `${named(more)}: closed in time more often than the others`;
  return `No ${noun} can be told apart from the others`;
}

/** A list that begins a sentence. */
function named(groups: readonly string[]): string {
  const words = list.format(groups);
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}
