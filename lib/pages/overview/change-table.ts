import { MISSING } from "@/lib/analytics/facets/case-facets";
import { releaseEffect, type Contribution } from "./decompose-change";
import type { ReleaseCell } from "@/lib/analytics/outcomes/release-cells";
import { totalRate } from "@/lib/analytics/outcomes/cell-sums";
import type { Proportion } from "@/lib/stats/proportions/newcombe-difference";
import type { ChartCell, ChartTable } from "@/lib/analytics/charts/chart-model";
import { joinedByAnd } from "@/lib/format/join-words";
import { formatCount } from "@/lib/format/format";
import { rateWords, signed } from "@/lib/format/share-words";
import type { FigureSource } from "@/lib/analytics/outcomes/figure-source";
import { kindName } from "@/lib/analytics/words/kind-words";
import { listHref } from "@/lib/analytics/words/overview-links";
import { changeWords } from "./words";

/** Maximum number of kinds with own rows, and of releases per kind; the rest is one row. */
const kindsMax = 15;
const ownReleasesMax = 3;

/** The mature cases of a kind. */
export function cellHref({ cases }: FigureSource, { type, first }: Contribution): string {
  return listHref(cases, {
    facets: { type: [type], first: [first] },
    metric: { id: "case_resolution_rate", subset: "denominator" },
  });
}

/** The decomposition of the change in resolution rate, by kind of case and release. */
export function changeTable(
  contributions: readonly Contribution[],
  now: FigureSource,
  before: FigureSource,
  releaseNames: ReleaseNames,
): ChartTable {
  const sorted = [...contributions].sort(
    (one, other) => Math.abs(other.rate + other.mix) - Math.abs(one.rate + one.mix),
  );
  const own = sorted.slice(0, kindsMax).flatMap((each) => {
    return [kindRow(each, now, before), ...releaseRows(each, now, releaseNames)];
  });
  return {
    columns: changeWords.columns.map((words, at) => ({ words, isNumber: at > 0 })),
    rows: [...own, ...otherKinds(sorted.slice(kindsMax))],
  };
}

function otherKinds(others: readonly Contribution[]): readonly ChartCell[][] {
  if (others.length === 0) return [];
  const now = totalRate(others.map((each) => ({ rate: each.now })));
  const before = totalRate(others.map((each) => ({ rate: each.before })));
  const sum = (of: "rate" | "mix") => others.reduce((total, each) => total + each[of], 0);
  return [
    [
      { words: changeWords.otherKinds(others.length) },
      { words: formatCount(now.of) },
      { words: rateWords(now) },
      { words: formatCount(before.of) },
      { words: rateWords(before) },
      { words: signed(100 * sum("rate"), 1) },
      { words: signed(100 * sum("mix"), 1) },
    ],
  ];
}

function kindRow(each: Contribution, now: FigureSource, before: FigureSource): ChartCell[] {
  return [
    { words: kindName(each) },
    countCell(each.now.of, each.now.of === 0 ? null : cellHref(now, each)),
    { words: rateWords(each.now) },
    countCell(each.before.of, each.before.of === 0 ? null : cellHref(before, each)),
    { words: rateWords(each.before) },
    { words: signed(100 * each.rate, 1) },
    { words: signed(100 * each.mix, 1) },
  ];
}

/** The contributions of a kind's releases, largest first. */
function releaseRows(
  of: Contribution,
  now: FigureSource,
  releaseNames: ReleaseNames,
): readonly ChartCell[][] {
  const lead = `– ${kindName(of)}, `;
  const named = countNamed(of.releases);
  const effects = of.releases
    .map((cell) => ({ cell, effect: releaseEffect(of, cell) }))
    .sort((one, other) => Math.abs(other.effect) - Math.abs(one.effect));
  const rest = effects.slice(ownReleasesMax);
  const row = (words: string, count: ChartCell, rate: Proportion, effect: number) => [
    ...[{ words: `${lead}${words}` }, count, { words: rateWords(rate) }, blank, blank],
    ...[{ words: signed(100 * effect, 1) }, blank],
  ];
  const own = effects
    .slice(0, ownReleasesMax)
    .map(({ cell, effect }) =>
      row(
        releaseNames.get(cell.releases) ?? "",
        countCell(cell.rate.of, releaseHref(of, cell, now, named)),
        cell.rate,
        effect,
      ),
    );
  if (rest.length === 0) return own;
  const rate = totalRate(rest.map(({ cell }) => cell));
  const effect = rest.reduce((sum, each) => sum + each.effect, 0);
  const words = changeWords.otherReleases(rest.length);
  return [...own, row(words, { words: formatCount(rate.of) }, rate, effect)];
}

const blank: ChartCell = { words: "" };

function countCell(count: number, href: string | null): ChartCell {
  return href === null ? { words: formatCount(count) } : { words: formatCount(count), href };
}

/** Number of cells that name each release. */
function countNamed(cells: readonly ReleaseCell[]): ReadonlyMap<string, number> {
  const named = new Map<string, number>();
  for (const { releases } of cells) {
    for (const release of releases) named.set(release, (named.get(release) ?? 0) + 1);
  }
  return named;
}

/**
 * No link where the release's list would include cases counted in another row.
 * @param named see `countNamed`
 */
function releaseHref(
  { type, first }: Contribution,
  { releases }: ReleaseCell,
  { cases }: FigureSource,
  named: ReadonlyMap<string, number>,
): string | null {
  const [only = MISSING, ...others] = releases;
  if (others.length > 0 || (named.get(only) ?? 0) > 1) return null;
  return listHref(cases, {
    facets: { type: [type], first: [first], release: [only] },
    metric: { id: "case_resolution_rate", subset: "denominator" },
  });
}

/** A contribution's releases as text. */
export type ReleaseNames = ReadonlyMap<ReleaseCell["releases"], string>;

/** Cached text of releases: many contributions share them. */
export function nameReleases(contributions: readonly Contribution[]): ReleaseNames {
  const names = new Map<ReleaseCell["releases"], string>();
  for (const { releases: cells } of contributions) {
    for (const cell of cells) {
      if (!names.has(cell.releases)) names.set(cell.releases, releaseWords(cell));
    }
  }
  return names;
}

export function releaseWords({ releases }: Pick<ReleaseCell, "releases">): string {
  return releases.length === 0 ? changeWords.noRelease : joinedByAnd(releases);
}
