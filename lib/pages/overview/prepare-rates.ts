import { parseChannel, type Channel } from "@/lib/domain/trace/channel";
import { unsaid } from "@/lib/analytics/facets/case-facets";
import type { FacetName } from "@/lib/analytics/facets/registry";
import type { GroupRate, GroupRates } from "@/lib/analytics/counts/group-rates";
import { totalRate } from "@/lib/analytics/outcomes/cell-sums";
import type { Proportion } from "@/lib/stats/proportions/newcombe-difference";
import type { ChartFrameModel, ChartSubject, DotRow } from "@/lib/analytics/charts/chart-model";
import { scaleOf } from "@/lib/analytics/charts/scale";
import { facetValueWords } from "@/lib/analytics/words/facet-words";
import { joinedByAnd } from "@/lib/analytics/words/filter-sentence";
import { formatCount } from "@/lib/format/format";
import { pathFinding, ratesApart, resolutionFinding } from "@/lib/analytics/findings/rates-apart";
import {
  clusteredBasis,
  clusteredInterval,
  isFew,
  percentTick,
  rateWords,
} from "@/lib/format/share-words";
import type { FigureSource, ShownSource } from "@/lib/analytics/outcomes/figure-source";
import { firstWords, onChannel } from "@/lib/analytics/words/kind-words";
import { counted, matureHref } from "@/lib/analytics/words/overview-links";
import type { DotModel } from "@/lib/analytics/charts/chart-model";

type RateGroup = GroupRate & { readonly subject: ChartSubject };

/** Fewer paths can be read; the others are counted. */
const pathsMax = 8;

/** Resolution by the channel a case began on, in the order channels have everywhere. */
export function prepareChannels(source: ShownSource): DotModel {
  const { firsts } = source.figures.rates;
  const groups = present(firsts, (value) =>
    subjectOf(value, value === unsaid ? firstWords(value) : facetValueWords("first", value)),
  );
  const title = resolutionFinding(firsts, {
    noun: "first channel",
    nameOf: (value) =>
      value === unsaid
        ? "without a contact"
        : `that start ${onChannel(parseChannel(value) ?? "unknown")}`,
  });
  const frame = { title, subtitle: "Case resolution by first channel, with its 95% interval" };
  return dotModel(source, "first", groups, {
    ...frame,
    note: fewNote(groups),
    kind: "First channel",
  });
}

/** Resolution by the channels a case went over, the most frequent paths first. */
export function preparePaths(source: ShownSource): DotModel {
  const { paths } = source.figures.rates;
  const all = present(paths, (value) => subjectOf(value, facetValueWords("path", value))).toSorted(
    (one, other) => other.sums.of - one.sums.of || (one.value < other.value ? -1 : 1),
  );
  const groups = all.slice(0, pathsMax);
  const rest = totalOf(all.slice(pathsMax));
  const note =
    all.length === groups.length
      ? ""
      : `${formatCount(all.length - groups.length)} more paths have ${formatCount(rest.of)} cases, ${formatCount(rest.hits)} of them resolved.`;
  const subtitle =
    "Case resolution by channel path, the most frequent first, with its 95% interval";
  return dotModel(source, "path", groups, {
    ...{ title: pathFinding(paths), subtitle, note, kind: "Channel path" },
  });
}

/** Fewer releases can be read; the latest say what changed. */
const releasesMax = 10;

/**
 * Resolution by release, in the order of their names.
 * @returns null where cases name fewer than two
 */
export function prepareReleases(source: ShownSource): DotModel | null {
  const rates = shownReleases(source);
  if (rates.groups.length < 2) return null;
  const all = present(rates, (words) => ({ channels: [], words }));
  const groups = all.slice(-releasesMax);
  const title = resolutionFinding(rates, { noun: "release", nameOf: (value) => `on ${value}` });
  const subtitle =
    "Case resolution by release, with its 95% interval. A case of two releases counts for both";
  const earlier = all.length - groups.length;
  const note = earlier === 0 ? "" : `${formatCount(earlier)} earlier releases are not shown.`;
  return dotModel(source, "release", groups, { title, subtitle, note, kind: "Release" });
}

/** The releases whose cases are clearly resolved less often than those of the others, as their panel names them. */
export function lesserReleases(source: ShownSource): readonly GroupRate[] {
  const rates = shownReleases(source);
  const sides = ratesApart(rates);
  return rates.groups.filter(({ value }) => sides.get(value) === "below");
}

/** Of what is chosen, where anything is: cases of these that met another release too are not all of its cases. */
function shownReleases({ cases, figures }: ShownSource): GroupRates {
  const chosen = cases.facets.release;
  const { groups, all } = figures.rates.releases;
  return {
    all,
    groups: groups.filter(({ value }) => chosen.length === 0 || chosen.includes(value)),
  };
}

/** The groups that have a mature case, each with what it is drawn as. */
function present(
  { groups }: GroupRates,
  subject: (value: string) => ChartSubject,
): readonly RateGroup[] {
  return groups
    .filter(({ sums }) => sums.of > 0)
    .map((group) => ({ ...group, subject: subject(group.value) }));
}

type Words = { title: string; subtitle: string; note: string; kind: string };

function dotModel(
  source: FigureSource,
  facet: FacetName,
  groups: readonly RateGroup[],
  { title, subtitle, note, kind }: Words,
): DotModel {
  const all = totalRate(source.figures.cells);
  const rows: readonly DotRow[] = groups.map(({ value, subject, sums }) => ({
    ...{ key: value, subject, hollow: null },
    href: matureHref(source, facet, value),
    value: sums.hits / sums.of,
    interval: clusteredInterval(sums),
    shown: rateWords(sums),
    basis: clusteredBasis(sums),
  }));
  const reference =
    all.of === 0 ? null : { at: all.hits / all.of, words: `all cases ${rateWords(all)}` };
  const scale = scaleOf(rows, {
    ...{ least: 0, most: 1, reference },
    wordsOf: percentTick,
  });
  const frame: ChartFrameModel = {
    ...{ title, subtitle, note, links: [] },
    label: `${title}. ${rows.map((row) => `${row.subject.words} ${row.shown}`).join(", ")}.`,
    table: {
      columns: [
        { words: kind, isNumber: false },
        { words: "Resolved", isNumber: true },
        { words: "Cases", isNumber: true },
        { words: "Rate, 95%", isNumber: true },
      ],
      rows: groups.map(({ value, subject, sums }) => [
        { words: subject.words },
        counted(sums.hits, matureHref(source, facet, value, "numerator")),
        { words: formatCount(sums.of), href: matureHref(source, facet, value) },
        { words: `${rateWords(sums)}, ${clusteredBasis(sums)}` },
      ]),
    },
  };
  return { frame, rows, scale };
}

function fewNote(groups: readonly RateGroup[]): string {
  const few = groups.filter(({ sums }) => isFew(sums.of)).map(({ subject }) => subject.words);
  if (few.length === 0) return "";
  return `${joinedByAnd(few)} ${few.length === 1 ? "has" : "have"} few cases: read the interval, not the dot.`;
}

function subjectOf(value: string, words: string): ChartSubject {
  if (value === unsaid) return { channels: [], words };
  const named = value.split(">").map((word) => parseChannel(word));
  const channels: readonly Channel[] = named.every((each) => each !== null) ? named : [];
  return { channels, words };
}

function totalOf(groups: readonly GroupRate[]): Proportion {
  return totalRate(groups.map(({ sums }) => ({ rate: sums })));
}
