import { firsts } from "@/lib/analytics/outcomes/tally-cases";
import { sumsByType } from "@/lib/analytics/outcomes/sums-by-type";
import { standardiseIndirectly } from "@/lib/stats/proportions/standardise";
import { compareWithLimit, type Deviation } from "@/lib/stats/compare-with-rest";
import { addSums, meanOf } from "@/lib/stats/sums";
import type { DotRow } from "@/lib/analytics/charts/chart-model";
import { scaleOf } from "@/lib/analytics/charts/scale";
import { joinedByAnd } from "@/lib/format/join-words";
import { formatCount } from "@/lib/format/format";
import { isFew, percentFrom } from "@/lib/format/share-words";
import type { FigureSource } from "@/lib/analytics/outcomes/figure-source";
import { firstWords, onChannel } from "@/lib/analytics/words/kind-words";
import { matureHref } from "@/lib/analytics/words/overview-links";
import type { DotModel } from "@/lib/analytics/charts/chart-model";

/**
 * Contacts per case by first channel, crude and standardised to the overall mix of case types: each channel
 * against the whole, never against another (domain.md §1.6).
 */
export function prepareAdjusted(source: FigureSource): DotModel {
  const { cells } = source.figures;
  const types = sumsByType(cells);
  const grand = meanOf(addSums(cells.map(({ contacts }) => contacts)));
  const found = firsts.flatMap((first) => {
    const own = sumsByType(cells.filter((cell) => cell.first === first));
    const sums = addSums([...own.values()]);
    const standard = standardiseIndirectly(
      [...types].map(([type, all]) => ({ own: own.get(type) ?? addSums([]), all })),
    );
    return standard === null || first === "" ? [] : [{ first, sums, standard }];
  });
  const rows: readonly DotRow[] = found.map(({ first, sums, standard }) => {
    const { value, interval } = standard.adjusted;
    const isEnough = sums.count >= percentFrom;
    const range = `${interval[0].toFixed(1)}–${interval[1].toFixed(1)}`;
    return {
      key: first,
      subject: { channels: [first], words: firstWords(first) },
      href: matureHref(source, "first", first),
      value: isEnough ? value : null,
      interval: isEnough ? interval : null,
      hollow: meanOf(sums),
      shown: isEnough ? value.toFixed(2) : `crude ${meanOf(sums).toFixed(2)}`,
      basis: `${isEnough ? `${range}, crude ${meanOf(sums).toFixed(2)}, ` : ""}n=${formatCount(sums.count)}${isFew(sums.count) ? ", few" : ""}`,
    };
  });
  const title = titleOf(found);
  const reference = Number.isNaN(grand)
    ? null
    : { at: grand, words: `all cases ${grand.toFixed(2)}` };
  return {
    rows,
    scale: scaleOf(rows, {
      ...{ least: 0, most: Infinity, reference },
      wordsOf: (value) => String(Number(value.toFixed(2))),
    }),
    frame: {
      title,
      subtitle:
        "Contacts a case by first channel: crude ○, and ● adjusted to the whole’s mix of case types with its 95% interval",
      label: `${title}. ${rows.map((row) => `${row.subject.words} ${row.shown}`).join(", ")}.`,
      table: {
        columns: [
          "First channel",
          "Cases",
          "Crude",
          "Expected for its types",
          "Adjusted",
          "Observed ÷ expected",
        ].map((words, at) => ({ words, isNumber: at > 0 })),
        rows: found.map(({ first, sums, standard }) => [
          { words: firstWords(first) },
          { words: formatCount(sums.count), href: matureHref(source, "first", first) },
          { words: meanOf(sums).toFixed(2) },
          { words: (standard.expected / sums.count).toFixed(2) },
          { words: standard.adjusted.value.toFixed(2) },
          { words: standard.ratio.value.toFixed(2) },
        ]),
      },
      links: [],
      note: "Each channel is held against the whole. Two adjusted figures are not to be compared with each other: their cases differ in kind.",
    },
  };
}

type Found = {
  readonly first: Parameters<typeof onChannel>[0];
  readonly sums: { readonly count: number };
  readonly standard: NonNullable<ReturnType<typeof standardiseIndirectly>>;
};

function titleOf(found: readonly Found[]): string {
  if (found.length < 2) return "There is nothing to tell apart";
  const shown = found.filter(({ sums }) => sums.count >= percentFrom);
  const on = (side: Deviation) =>
    shown.filter(({ standard }) => compareWithLimit(standard.ratio, 1, shown.length) === side);
  const [more, fewer] = [on("above"), on("below")];
  const named = (list: readonly Found[]) => joinedByAnd(list.map(({ first }) => onChannel(first)));
  if (more.length > 0)
    return `Cases that start ${named(more)} take more contacts than their mix of case types explains`;
  if (fewer.length > 0)
    return `Cases that start ${named(fewer)} take fewer contacts than their mix of case types explains`;
  return "No first channel takes clearly more contacts than its mix of case types explains";
}
