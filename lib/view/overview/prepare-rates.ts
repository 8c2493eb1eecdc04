import { parseChannel, type Channel } from "@/lib/domain/channel";
import { unsaid, type FacetName } from "@/lib/rollup/case-facets";
import { totalRate } from "@/lib/rollup/overview/cell-sums";
import { firsts, type CaseTally } from "@/lib/rollup/overview/tally-cases";
import { levelOfEach } from "@/lib/stats/level-of-each";
import { newcombeDifference, type Proportion } from "@/lib/stats/newcombe-difference";
import { wilsonInterval } from "@/lib/stats/wilson-interval";
import type { ChartFrameModel, ChartSubject, DotRow } from "../charts/chart-model";
import { scaleOf } from "../charts/scale";
import { facetValueWords } from "../facet-words";
import { formatCount } from "../format";
import { directionOf, percentFrom, percentTick, rateBasis, rateWords } from "../share-words";
import type { FigureSource, ShownSource } from "./figure-source";
import { firstWords, onChannel } from "./kind-words";
import { counted, matureHref } from "./overview-links";
import type { DotModel } from "./overview-model";

export type RateGroup = {
  /** The facet's value. */
  readonly value: string;
  readonly subject: ChartSubject;
  readonly rate: Proportion;
};

/** Fewer paths can be read; the others are counted. */
const pathsMax = 8;

/** Resolution by the channel a case began on, in the order channels have everywhere. */
export function prepareChannels(source: FigureSource): DotModel {
  const { cells } = source.figures;
  const groups = firsts
    .map((first) => ({
      value: first,
      subject: subjectOf(first, firstWords(first)),
      rate: totalRate(cells.filter((cell) => cell.first === first)),
    }))
    .filter(({ rate }) => rate.of > 0);
  const title = findingOf(groups, "No first channel", ({ value }) =>
    value === unsaid ? "without a contact" : `that start ${onChannel(value)}`,
  );
  const frame = { title, subtitle: "Case resolution by first channel, with its 95% interval" };
  return dotModel(source, "first", groups, {
    ...frame,
    note: fewNote(groups),
    kind: "First channel",
  });
}

/** Resolution by the channels a case went over, the most frequent paths first. */
export function preparePaths(source: FigureSource): DotModel {
  const { all, count, shown } = frequentPaths(source.figures.tally);
  const groups = shown.map((path) => ({
    ...path,
    subject: subjectOf(path.value, facetValueWords("path", path.value)),
  }));
  const told = totalRate(groups);
  const note =
    count === groups.length
      ? ""
      : `${formatCount(count - groups.length)} more paths have ${formatCount(all.of - told.of)} cases, ${formatCount(all.hits - told.hits)} of them resolved.`;
  const subtitle =
    "Case resolution by channel path, the most frequent first, with its 95% interval";
  const title = findingOf(groups, "No path", pathInSentence);
  return dotModel(source, "path", groups, { title, subtitle, note, kind: "Channel path" });
}

/** "that go in-app → voice", "that go over voice alone". */
function pathInSentence({ value, subject: { words } }: RateGroup): string {
  if (value === unsaid) return "without a contact";
  const name = words === "SMS" ? words : `${words.charAt(0).toLowerCase()}${words.slice(1)}`;
  return value.includes(">") ? `that go ${name}` : `that go over ${name} alone`;
}

type PathRate = Pick<RateGroup, "value" | "rate">;

/** How many paths have mature cases, what all of these come to, and the paths that have the most. */
function frequentPaths({ paths, pathMature, pathResolved }: CaseTally) {
  const shown: PathRate[] = [];
  let [count, hits, of] = [0, 0, 0];
  for (let at = 0; at < paths.length; at += 1) {
    const [own = 0, resolved = 0] = [pathMature[at], pathResolved[at]];
    if (own === 0) continue;
    [count, hits, of] = [count + 1, hits + resolved, of + own];
    if (own < (shown[pathsMax - 1]?.rate.of ?? 0)) continue;
    shown.push({ value: paths[at] ?? unsaid, rate: { hits: resolved, of: own } });
    shown.sort((one, other) => other.rate.of - one.rate.of || (one.value < other.value ? -1 : 1));
    if (shown.length > pathsMax) shown.pop();
  }
  return { shown, count, all: { hits, of } };
}

/** Fewer releases can be read; the latest say what changed. */
const releasesMax = 10;

/**
 * Resolution by release, in the order of their names.
 * @returns null where cases name fewer than two
 */
export function prepareReleases(source: ShownSource): DotModel | null {
  const all = shownReleases(source);
  if (all.length < 2) return null;
  const groups = all.slice(-releasesMax);
  const title = findingOf(groups, "No release", ({ value }) =>
    value === unsaid ? "without a release" : `on ${value}`,
  );
  const subtitle =
    "Case resolution by release, with its 95% interval. A case of two releases counts for both";
  const earlier = all.length - groups.length;
  const note = earlier === 0 ? "" : `${formatCount(earlier)} earlier releases are not shown.`;
  return dotModel(source, "release", groups, { title, subtitle, note, kind: "Release" });
}

/**
 * The releases whose cases are clearly resolved less often than those of the others, as the panel of releases
 * names them.
 */
export function lesserReleases(source: ShownSource): readonly RateGroup[] {
  return differing("down", shownReleases(source).slice(-releasesMax));
}

/** Of what is chosen, where anything is: cases of these that met another release too are not all of its cases. */
function shownReleases({ cases, figures }: ShownSource): readonly RateGroup[] {
  const chosen = cases.facets.release;
  return figures.releases
    .filter(({ release }) => chosen.length === 0 || chosen.includes(release))
    .map(({ release, rate }) => ({
      ...{ value: release, rate },
      subject: { channels: [], words: release },
    }));
}

type Words = { title: string; subtitle: string; note: string; kind: string };

function dotModel(
  source: FigureSource,
  facet: FacetName,
  groups: readonly RateGroup[],
  { title, subtitle, note, kind }: Words,
): DotModel {
  const all = totalRate(source.figures.cells);
  const rows: readonly DotRow[] = groups.map(({ value, subject, rate }) => ({
    ...{ key: value, subject, hollow: null },
    href: matureHref(source, facet, value),
    value: rate.hits / rate.of,
    interval: wilsonInterval(rate.hits, rate.of),
    shown: rateWords(rate),
    basis: rateBasis(rate),
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
      rows: groups.map(({ value, subject, rate }) => [
        { words: subject.words },
        counted(rate.hits, matureHref(source, facet, value, "numerator")),
        { words: formatCount(rate.of), href: matureHref(source, facet, value) },
        { words: `${rateWords(rate)}, ${rateBasis(rate)}` },
      ]),
    },
  };
  return { frame, rows, scale };
}

/** Names the groups whose rate differs from that of all the others, as intervals at the level of each allow. */
function findingOf<Group extends RateGroup>(
  groups: readonly Group[],
  noun: string,
  nameOf: (group: Group) => string,
): string {
  const named = (list: readonly Group[]) => `Cases ${joined(list.map(nameOf))}`;
  const [worse, better] = [differing("down", groups), differing("up", groups)];
  if (worse.length > 0) return `${named(worse)} are resolved less often than the others`;
  if (better.length > 0) return `${named(better)} are resolved more often than the others`;
  return groups.length < 2
    ? "There is nothing to tell apart"
    : `${noun} can be told apart from the others`;
}

/** The groups whose rate lies clearly above or below that of all the others. */
function differing<Group extends RateGroup>(
  way: "up" | "down",
  groups: readonly Group[],
): readonly Group[] {
  const all = totalRate(groups);
  // Of a few nothing is claimed, however far off they look.
  const rated = groups.filter(({ rate }) => rate.of >= percentFrom);
  const level = levelOfEach(rated.length);
  return rated.filter(({ rate }) => {
    const others = { hits: all.hits - rate.hits, of: all.of - rate.of };
    const difference = newcombeDifference(rate, others, level);
    return difference !== null && directionOf(difference) === way;
  });
}

function joined(words: readonly string[]): string {
  const last = words.at(-1) ?? "";
  return words.length < 2 ? last : `${words.slice(0, -1).join(", ")} and ${last}`;
}

function fewNote(groups: readonly RateGroup[]): string {
  const few = groups.filter(({ rate }) => rate.of < 30).map(({ subject }) => subject.words);
  if (few.length === 0) return "";
  return `${joined(few)} ${few.length === 1 ? "has" : "have"} few cases: read the interval, not the dot.`;
}

function subjectOf(value: string, words: string): ChartSubject {
  if (value === unsaid) return { channels: [], words };
  const named = value.split(">").map((word) => parseChannel(word));
  const channels: readonly Channel[] = named.every((each) => each !== null) ? named : [];
  return { channels, words };
}
