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
import { formatCount, formatCounted } from "@/lib/format/format";
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
import { keepsLeast, isRated } from "./kept-words";

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
      words: each.release === MISSING ? "No release" : each.release,
      isUnnamed: each.release === MISSING,
      traits: { under: filterName(each.release) },
    }))
    .sort((one, two) => two.handoffs - one.handoffs);
  const teams = tally.teams
    .map((each) => ({
      ...each,
      words: each.team === MISSING ? "No team" : each.team,
      isUnnamed: each.team === MISSING,
      traits: { takerTeam: filterName(each.team) },
    }))
    .sort((one, two) => two.handoffs - one.handoffs);
  return {
    directions: dotModel(directions, tally.all, cases, "who hands over to whom", "Direction"),
    kinds: dotModel(kinds, tally.all, cases, "kind of handoff", "Kind"),
    releases: dotModel(releases, tally.all, cases, "receiving agent’s release", "Release"),
    teams: dotModel(teams, tally.all, cases, "receiving team", "Team"),
  };
}

function agentName(kind: keyof typeof agentWords): string {
  return kind === "unknown" ? "unknown" : agentWords[kind];
}

function dotModel(
  groups: readonly Named[],
  all: HandoffGroup,
  cases: CasesQuery,
  by: string,
  kind: string,
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
      shown: rated ? rateWords(kept) : "not rated",
      basis: rated
        ? `${formatCount(kept.hits)} of ${formatCount(kept.of)}, ${clusteredRange(kept)}`
        : formatCounted(handoffs, "handoff"),
    };
  });
  const share = all.kept.of === 0 ? null : all.kept.hits / all.kept.of;
  const title = findingOf(groups, all, by);
  return {
    frame: {
      title,
      subtitle: `Needed facts that reached the next agent, by ${by}`,
      label: `Context kept by ${by}. ${title}.`,
      table: {
        columns: [
          { words: kind, isNumber: false },
          { words: "Handoffs", isNumber: true },
          ...fateWords.map((words) => ({ words, isNumber: true })),
          { words: "Facts kept", isNumber: true },
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
              ? `${rateWords(group.kept)} (${clusteredRange(group.kept)}) of ${formatCount(group.kept.of)}`
              : "not rated",
          },
        ]),
      },
      links: [],
      note:
        groups.length > rowsMax
          ? `${formatCount(rowsMax)} of ${formatCount(groups.length)} shown, the most frequent.`
          : "",
    },
    rows,
    scale: scaleOf(rows, {
      ...{ least: 0, most: 1 },
      reference: share === null ? null : { at: share, words: `all ${percent(share, all.kept.of)}` },
      wordsOf: percentTick,
    }),
  };
}

/** Outcomes of relevant facts, for the table under a chart. */
const fateWords = ["Carried", "Again", "Contradicted", "Lost"] as const;

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
    const which =
      only.isUnnamed === true ? `${only.words.toLowerCase()} is named` : `all are ${only.words}`;
    return `Nothing to compare by ${by}: ${which}`;
  }
  if (rated.length < 2) return `Too few handoffs to compare by ${by}`;
  const least = keepsLeast(groups, all);
  if (least === null) return `No clear difference by ${by}`;
  const { group, words, doubt } = least;
  return `${group.words} keeps ${words} than the others: ${rateWords(group.kept)}, against ${rateWords(sumsWithout(all.kept, group.kept))}${doubt}`;
}

const factWords = {
  detail: "Details: numbers, names, amounts",
  step: "Steps already tried",
  commitment: "Promises",
} as const;

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
      ? "No needed fact was left behind"
      : `${formatCount(most.gone)} of ${formatCount(all)} facts left behind are ${pluralOf[most.kind]}`;
  return {
    frame: {
      title,
      subtitle: "Facts asked again, said again, contradicted or lost, by kind",
      label: title,
      table: {
        columns: [
          { words: "Kind", isNumber: false },
          { words: "Left behind", isNumber: true },
          { words: "Of those needed", isNumber: true },
        ],
        rows: lost.map(({ kind, of, gone }) => [
          { words: factWords[kind] },
          { words: formatCount(gone) },
          { words: formatCount(of) },
        ]),
      },
      links: [],
      note: "With what customers said again unasked, which counts neither as kept nor as lost above.",
    },
    rows: lost.map(({ kind, of, gone }): BarRow => ({
      ...{ key: kind, subject: { channels: [], words: factWords[kind] }, amount: gone },
      ...{ shown: formatCount(gone), href: null },
      basis: `of ${formatCount(of)}${of < percentFrom ? "" : `, ${percent(gone / of, of)}`}`,
    })),
  };
}

const pluralOf = {
  detail: "details",
  step: "steps already tried",
  commitment: "promises",
} as const;
