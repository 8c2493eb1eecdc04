import { MISSING } from "@/lib/analytics/facets/case-facets";
import type {
  FateCounts,
  HandoffGroup,
  HandoffTally,
} from "@/lib/analytics/handoffs/tally-handoffs";
import { filterName, type ChildTraits } from "@/lib/analytics/facets/child-traits";
import { scaleOf } from "@/lib/analytics/charts/scale";
import type { BarRow, DotRow } from "@/lib/analytics/charts/chart-model";
import type { CasesQuery } from "@/lib/analytics/filter/cases-query";
import { sumsWithout } from "@/lib/stats/compare-with-rest";
import { formatCount } from "@/lib/format/format";
import type { DotModel } from "@/lib/analytics/charts/chart-model";
import { childListHref } from "@/lib/analytics/filter/child-list-query";
import {
  clusteredInterval,
  clusteredRange,
  percent,
  percentFrom,
  percentTick,
  rateWords,
} from "@/lib/format/share-words";
import { agentWords, handoffWords } from "@/lib/format/wording";
import type { HandoffsModel } from "./handoffs-model";
import { keepsLeast, isRated } from "./compare-kept";
import { keptByWords, lostWords, notRated } from "./words";

/** Maximum number of rows of a chart; the most frequent are shown. */
const rowsMax = 8;

type Named = HandoffGroup & {
  readonly words: string;
  /** True where whoever takes over has no such name. */
  readonly isUnnamed?: boolean;
  /** The filter of its list. */
  readonly traits: ChildTraits;
};

/** Context kept by agent pair, by kind of handoff, and by the receiving release and team. */
export function prepareKeptBy(
  tally: HandoffTally,
  cases: CasesQuery,
): Pick<HandoffsModel, "directions" | "kinds" | "releases" | "teams"> {
  const directions = tally.directions.map((each) => ({
    ...each,
    words: `${agentName(each.fromKind)} → ${agentName(each.toKind)}`,
    traits: { giver: each.fromKind, taker: each.toKind },
  }));
  const kinds = tally.kinds.map((each) => ({
    ...each,
    words: handoffWords[each.kind],
    traits: { kind: each.kind },
  }));
  const releases = tally.releases
    .map((each) => ({
      ...each,
      words: each.release === MISSING ? keptByWords.noRelease : each.release,
      isUnnamed: each.release === MISSING,
      traits: { under: filterName(each.release) },
    }))
    .sort((one, two) => two.handoffs - one.handoffs);
  const teams = tally.teams
    .map((each) => ({
      ...each,
      words: each.team === MISSING ? keptByWords.noTeam : each.team,
      isUnnamed: each.team === MISSING,
      traits: { takerTeam: filterName(each.team) },
    }))
    .sort((one, two) => two.handoffs - one.handoffs);
  return {
    directions: dotModel(directions, tally.all, cases, keptByWords.direction),
    kinds: dotModel(kinds, tally.all, cases, keptByWords.kind),
    releases: dotModel(releases, tally.all, cases, keptByWords.release),
    teams: dotModel(teams, tally.all, cases, keptByWords.team),
  };
}

function agentName(kind: keyof typeof agentWords): string {
  return kind === "unknown" ? keptByWords.unknownAgent : agentWords[kind];
}

function dotModel(
  groups: readonly Named[],
  all: HandoffGroup,
  cases: CasesQuery,
  { by, column }: { readonly by: string; readonly column: string },
): DotModel {
  const shown = groups.slice(0, rowsMax);
  const rows = shown.map((group): DotRow => {
    const { words, handoffs, kept, traits } = group;
    const rated = isRated(group);
    return {
      ...{ key: words, subject: { channels: [], words }, hollow: null },
      href: handoffsWith(cases, traits),
      value: rated ? kept.hits / kept.of : null,
      interval: rated ? clusteredInterval(kept) : null,
      shown: rated ? rateWords(kept) : notRated,
      basis: rated
        ? `${formatCount(kept.hits)} of ${formatCount(kept.of)}, ${clusteredRange(kept)}`
        : keptByWords.handoffs(handoffs),
    };
  });
  const share = all.kept.of === 0 ? null : all.kept.hits / all.kept.of;
  const title = findingOf(groups, all, by);
  return {
    frame: {
      title,
      subtitle: keptByWords.subtitle(by),
      label: keptByWords.label(by, title),
      table: {
        columns: [
          { words: column, isNumber: false },
          { words: keptByWords.columns.handoffs, isNumber: true },
          ...keptByWords.columns.fates.map((words) => ({ words, isNumber: true })),
          { words: keptByWords.columns.kept, isNumber: true },
        ],
        rows: groups.map((group) => [
          { words: group.words },
          {
            words: formatCount(group.handoffs),
            href: handoffsWith(cases, group.traits),
          },
          ...factsOf(group.fates).map((count) => ({ words: formatCount(count) })),
          {
            words: isRated(group)
              ? keptByWords.kept(rateWords(group.kept), clusteredRange(group.kept), group.kept.of)
              : notRated,
          },
        ]),
      },
      links: [],
      note: groups.length > rowsMax ? keptByWords.shown(rowsMax, groups.length) : "",
    },
    rows,
    scale: scaleOf(rows, {
      ...{ least: 0, most: 1 },
      reference:
        share === null ? null : { at: share, words: keptByWords.all(percent(share, all.kept.of)) },
      wordsOf: percentTick,
    }),
  };
}

/** As in `keptByWords.columns.fates`. */
function factsOf(fates: FateCounts): readonly number[] {
  const again = fates["asked-again"] + fates["said-again"];
  return [fates.carried, again, fates.contradicted, fates.lost];
}

/** The address of a list of handoffs. */
export function handoffsWith(cases: CasesQuery, traits: ChildTraits): string {
  return childListHref({ thing: "handoffs", cases, traits });
}

function findingOf(groups: readonly Named[], all: HandoffGroup, by: string): string {
  const rated = groups.filter(isRated);
  const [only] = groups;
  if (only !== undefined && groups.length === 1) {
    const isUnnamed = only.isUnnamed === true;
    const which = isUnnamed ? keptByWords.noneNamed(only.words) : keptByWords.allAre(only.words);
    return keptByWords.onlyOne(by, which);
  }
  if (rated.length < 2) return keptByWords.tooFew(by);
  const least = keepsLeast(groups, all);
  if (least === null) return keptByWords.noneApart(by);
  const { group, words, doubt } = least;
  const others = rateWords(sumsWithout(all.kept, group.kept));
  return keptByWords.keepsLess(group.words, words, rateWords(group.kept), others, doubt);
}

/** Relevant facts that were lost, by kind. */
export function prepareLostKinds({ facts }: HandoffTally): HandoffsModel["lostKinds"] {
  const lost = facts.map(({ kind, fates }) => {
    const of = Object.values(fates).reduce((sum, count) => sum + count, 0);
    return { kind, of, gone: of - fates.carried };
  });
  const all = lost.reduce((sum, { gone }) => sum + gone, 0);
  const [most] = lost.toSorted((one, two) => two.gone - one.gone);
  const title =
    most === undefined || most.gone === 0
      ? lostWords.none
      : lostWords.title(most.gone, all, lostWords.plurals[most.kind]);
  return {
    frame: {
      title,
      subtitle: lostWords.subtitle,
      label: title,
      table: {
        columns: [
          { words: lostWords.columns.kind, isNumber: false },
          { words: lostWords.columns.lost, isNumber: true },
          { words: lostWords.columns.of, isNumber: true },
        ],
        rows: lost.map(({ kind, of, gone }) => [
          { words: lostWords.kinds[kind] },
          { words: formatCount(gone) },
          { words: formatCount(of) },
        ]),
      },
      links: [],
      note: lostWords.note,
    },
    rows: lost.map(({ kind, of, gone }): BarRow => ({
      ...{ key: kind, subject: { channels: [], words: lostWords.kinds[kind] }, amount: gone },
      ...{ shown: formatCount(gone), href: null },
      basis: `${lostWords.of(of)}${of < percentFrom ? "" : `, ${percent(gone / of, of)}`}`,
    })),
  };
}
