import type {
  FateCounts,
  HandoffGroup,
  HandoffTally,
} from "@/lib/analytics/handoffs/tally-handoffs";
import { countedFates } from "@/lib/analytics/rows/handoff-row";
import type { CasesQuery } from "@/lib/analytics/filter/cases-query";
import type { BarFill, BarSegment, ChartTable } from "@/lib/analytics/charts/chart-model";
import { formatCount } from "@/lib/format/format";
import { handoffsHref, type ChannelPair, type HandoffsQuery } from "./url";
import {
  childListCsvHref,
  childListHref,
  type ChildListTarget,
} from "@/lib/analytics/filter/child-list-query";
import { clusteredRange, percent, percentFrom, rateWords } from "@/lib/format/share-words";
import type { PairRow, PairsModel } from "./handoffs-model";
import { isRated } from "./compare-kept";
import { keptLede } from "./prepare-lede";
import { notRated, pairsWords, pairWords } from "./words";

const fates: readonly {
  readonly fate: keyof FateCounts;
  readonly fill: BarFill;
}[] = [
  { fate: "carried", fill: "solid" },
  { fate: "asked-again", fill: "diagonal" },
  { fate: "said-again", fill: "lines" },
  { fate: "contradicted", fill: "dots" },
  { fate: "lost", fill: "empty" },
];

type Pair = HandoffTally["pairs"][number];

/** Handoffs by channel pair; pairs too rare to rate are one row. */
export function preparePairs(
  { pairs, all }: HandoffTally,
  query: HandoffsQuery,
  chosen: ChannelPair | null,
): PairsModel {
  const ordered = pairs.toSorted((one, two) => two.handoffs - one.handoffs);
  const frequent = ordered.filter(({ handoffs }) => handoffs >= percentFrom);
  const rare = ordered.filter(({ handoffs }) => handoffs < percentFrom);
  const isChosen = (pair: Pair) => pair.from === chosen?.from && pair.to === chosen.to;
  const shown = [...frequent, ...rare.filter(isChosen)];
  const others = rare.filter((pair) => !isChosen(pair));
  const finding = keptLede({ all, pairs }).rest;
  const title = finding === "" ? pairsWords.none : finding.replace(/\.$/u, "");
  const list = listOf(query.cases);
  return {
    frame: {
      title,
      subtitle: pairsWords.subtitle(all.handoffs),
      label: pairsWords.label(title),
      table: tableOf(ordered, query),
      links: [
        { words: pairsWords.all, href: childListHref(list) },
        { words: pairsWords.csv, href: childListCsvHref(list), isFile: true },
      ],
      note: pairsWords.note(percentFrom),
    },
    rows: [
      ...shown.map((pair) => pairRow(pair, query, isChosen(pair))),
      ...(others.length === 0 ? [] : [togetherRow(others)]),
      allRow(all, childListHref(list)),
    ],
    legend: segmentsOf(all.fates),
  };
}

function listOf(cases: CasesQuery): ChildListTarget {
  return { thing: "handoffs", cases };
}

function pairRow(pair: Pair, query: HandoffsQuery, isChosen: boolean): PairRow {
  const { from, to } = pair;
  return {
    ...fateColumns(pair, pairWords(pair)),
    key: `${from}>${to}`,
    pair: { from, to },
    listHref: childListHref({ ...listOf(query.cases), on: from, to }),
    chooseHref: handoffsHref({ ...query, pair: { from, to }, quote: 1 }),
    isChosen,
    ...(isRated(pair)
      ? { kept: rateWords(pair.kept), interval: clusteredRange(pair.kept) }
      : { kept: notRated, interval: "" }),
  };
}

function togetherRow(pairs: readonly Pair[]): PairRow {
  const sum = (value: (pair: Pair) => number) => pairs.reduce((all, pair) => all + value(pair), 0);
  const ofFate = (fate: keyof FateCounts) => sum((pair) => pair.fates[fate]);
  const together = {
    handoffs: sum(({ handoffs }) => handoffs),
    fates: {
      carried: ofFate("carried"),
      "asked-again": ofFate("asked-again"),
      "said-again": ofFate("said-again"),
      contradicted: ofFate("contradicted"),
      lost: ofFate("lost"),
    },
  };
  return {
    ...fateColumns(together, pairsWords.others(pairs.length)),
    ...{ key: "others", pair: null, listHref: null, chooseHref: null, isChosen: false },
    ...{ kept: notRated, interval: "" },
  };
}

function allRow(all: HandoffGroup, listHref: string): PairRow {
  return {
    ...fateColumns(all, pairsWords.allRow),
    ...{ key: "all", pair: null, listHref, chooseHref: null, isChosen: false },
    ...{ kept: rateWords(all.kept), interval: clusteredRange(all.kept) },
  };
}

function fateColumns(
  { handoffs, fates: counts }: Pick<HandoffGroup, "handoffs" | "fates">,
  words: string,
) {
  return {
    words,
    handoffs: formatCount(handoffs),
    segments: segmentsOf(counts),
    label: `${words}: ${countedFates.map((fate) => `${formatCount(counts[fate])} ${pairsWords.fates[fate]}`).join(", ")}`,
    carried: formatCount(counts.carried),
    askedAgain: formatCount(counts["asked-again"]),
    saidAgain: formatCount(counts["said-again"]),
    lost: formatCount(counts.contradicted + counts.lost),
  };
}

function segmentsOf(counts: FateCounts): readonly BarSegment[] {
  const all = fates.reduce((sum, { fate }) => sum + counts[fate], 0);
  return fates.map(({ fate, fill }) => ({
    ...{ key: fate, words: pairsWords.fates[fate], fill, count: counts[fate], href: null },
    share: all < percentFrom ? "" : percent(counts[fate] / all, all),
  }));
}

function tableOf(pairs: readonly Pair[], { cases }: HandoffsQuery): ChartTable {
  const { columns, factsKept } = pairsWords;
  const numbers = [columns.handoffs, ...fates.map(({ fate }) => pairsWords.fates[fate]), factsKept];
  return {
    columns: [
      { words: columns.pair, isNumber: false },
      ...numbers.map((words) => ({ words, isNumber: true })),
    ],
    rows: pairs.map((pair) => [
      { words: pairWords(pair) },
      {
        words: formatCount(pair.handoffs),
        href: childListHref({ ...listOf(cases), on: pair.from, to: pair.to }),
      },
      ...fates.map(({ fate }) => ({ words: formatCount(pair.fates[fate]) })),
      {
        words: isRated(pair) ? `${rateWords(pair.kept)} (${clusteredRange(pair.kept)})` : notRated,
      },
    ]),
  };
}
