import type { AmountFigure, Figure, ShareFigure } from "@/lib/analytics/metrics/figure";
import type { TeamFigures, TeamsFigures } from "@/lib/analytics/sla/team-figures";
import type { MetricSubset } from "@/lib/analytics/metrics/metric";
import type { CasesQuery } from "@/lib/analytics/filter/cases-query";
import { formatCount, formatDuration, formatInterval } from "@/lib/format/format";
import type { PlainTable } from "@/lib/analytics/charts/chart-model";
import { listHref } from "@/lib/analytics/words/overview-links";
import { areEndsKnown } from "@/lib/analytics/outcomes/end-known";
import { endsWords, sendEnds } from "@/lib/analytics/words/end-words";
import type { Proportion } from "@/lib/stats/proportions/newcombe-difference";
import { percentFrom, percentRange, rateWords } from "@/lib/format/share-words";
import * as words from "./words/tables";

/** Metrics per team: resolution rate and time to resolution. */
export const teamMetricIds = ["case_resolution_rate", "time_to_resolution"] as const;
type TeamMetricId = (typeof teamMetricIds)[number];

/**
 * Resolution and time per team; null: no team named.
 * @param known cases old enough to judge, and those of them that show how they ended; of too few no rate is shown
 */
export function prepareTeams(
  query: CasesQuery,
  { shown, more }: TeamsFigures,
  known: Proportion,
): PlainTable | null {
  if (shown.length === 0) return null;
  const isEndKnown = areEndsKnown(known);
  const { columns } = words.teams;
  return {
    title: findingOf(shown, query.facets.type.length === 1),
    subtitle: words.teams.subtitle,
    columns: [
      { words: columns.team, isNumber: false },
      { words: columns.cases, isNumber: true, isWide: true },
      { words: columns.resolved, isNumber: true },
      { words: columns.resolvedRange, isNumber: true, isWide: true },
      { words: columns.judged, isNumber: true },
      { words: columns.half, isNumber: true },
      { words: columns.halfRange, isNumber: true, isWide: true },
      { words: columns.resolvedCases, isNumber: true },
    ],
    rows: shown.map((each) => teamRow(query, each, isEndKnown)),
    note: [
      ...(isEndKnown ? [] : [words.noSharesOfTeams(endsWords(known), sendEnds)]),
      words.teams.twoTeams,
      ...(more === 0 ? [] : [words.moreTeams(more)]),
    ].join(" "),
  };
}

function teamRow(query: CasesQuery, { team, cases, figures }: TeamFigures, isEndKnown: boolean) {
  const resolution = shareOf(figures.get(teamMetricIds[0]));
  const time = amountOf(figures.get(teamMetricIds[1]));
  const href = (id?: TeamMetricId, subset: MetricSubset = "denominator") =>
    listHref(query, {
      facets: { team: [team] },
      ...(id === undefined ? {} : { metric: { id, subset } }),
    });
  return {
    channel: null,
    words: team,
    cells: [
      { words: formatCount(cases), href: href() },
      { words: resolution === null || !isEndKnown ? "–" : rateWords(resolution) },
      { words: isEndKnown ? rangeOf(resolution) : "" },
      countCell(resolution?.of ?? 0, href("case_resolution_rate")),
      { words: durationWords(time?.median ?? null) },
      { words: spanOf(time) },
      countCell(time?.of ?? 0, href("time_to_resolution")),
    ],
  };
}

function countCell(count: number, href: string) {
  return { words: formatCount(count), ...(count === 0 ? {} : { href }) };
}

function rangeOf(figure: ShareFigure | null): string {
  return figure === null || figure.share === null
    ? ""
    : percentRange(figure.share.interval, figure.of);
}

function durationWords(us: number | null): string {
  return us === null ? "–" : formatDuration(us);
}

function spanOf(figure: AmountFigure | null): string {
  return figure === null || figure.medianInterval === null
    ? ""
    : formatInterval(figure.medianInterval, formatDuration);
}

/**
 * Names the team whose median time is clearly below all others; nothing for few cases.
 * @param isAlike whether the cases are of one type; else teams differ in their mix
 */
function findingOf(teams: readonly TeamFigures[], isAlike: boolean): string {
  if (teams.length === 1) return words.teams.one;
  if (!isAlike) return words.teamsOfTypes(teams.length);
  const medians = teams.flatMap(({ team, figures }) => {
    const time = amountOf(figures.get("time_to_resolution"));
    if (time === null || time.median === null || time.medianInterval === null) return [];
    if (time.of < percentFrom) return [];
    return [{ team, median: time.median, interval: time.medianInterval }];
  });
  if (medians.length < 2) return words.teams.tooFew;
  const [first, ...others] = medians.toSorted((one, other) => one.median - other.median);
  const isClear =
    first !== undefined && others.every(({ interval }) => first.interval[1] < interval[0]);
  return isClear
    ? words.fastestTeam(first.team, formatDuration(first.median))
    : words.teams.noneFaster;
}

function shareOf(figure: Figure | undefined): ShareFigure | null {
  return figure?.unit === "share" ? figure : null;
}

function amountOf(figure: Figure | undefined): AmountFigure | null {
  return figure === undefined || figure.unit === "share" || figure.unit === "ratio" ? null : figure;
}
