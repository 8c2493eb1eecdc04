import {
  sumReadings,
  type DayReadings,
  type ReadingCounts,
  type Readings,
} from "@/lib/analytics/disclosures/tally-readings";
import type { FacetCounts } from "@/lib/analytics/facets/count-facets";
import type { ChildTraits } from "@/lib/analytics/facets/child-traits";
import { childListHref } from "@/lib/analytics/filter/child-list-query";
import { writeDays, type Days } from "@/lib/analytics/filter/days";
import { facetChoice, type FacetClause } from "@/lib/analytics/filter/filter-choices";
import type { Lede } from "@/lib/analytics/findings/finding-model";
import { unreadReasons } from "@/lib/domain/case/case-disclosure";
import type { Channel } from "@/lib/domain/trace/channel";
import { unreadWords } from "@/lib/format/disclosure-words";
import { countingZone, formatCount, formatCounted, formatInstant } from "@/lib/format/format";
import { channelWords } from "@/lib/format/wording";
import { dayUs } from "@/lib/stats/time/zoned-time";
import type { CountLink } from "../disclosures-model";
import type { CoverageModel, CoverageRow } from "./coverage-model";
import { coverageDays, coverageHref, type CoverageQuery } from "./url";

export type CoverageFacts = {
  readonly asOfUs: number;
  readonly isWorkspaceEmpty: boolean;
  readonly counts: FacetCounts;
  /** Whether a region, as it was sent, is no place we know. */
  readonly isUnplaced: (region: string) => boolean;
  /** Null where there is no contact. */
  readonly readings: Readings | null;
};

const sentence = [
  { name: "region", lead: "Contacts in", all: "all regions" },
  { name: "risk", lead: "at", all: "any risk" },
  { name: "type", lead: "about", all: "all case types" },
  { name: "agents", lead: "handled by", all: "AI and humans" },
  { name: "team", lead: "served by", all: "all teams" },
  { name: "release", lead: "on", all: "all releases" },
] as const satisfies readonly FacetClause[];

/** A column with its count and the contacts it lists; null: all. */
type Column = {
  readonly words: string;
  readonly reading: ChildTraits["reading"] | null;
  readonly of: (counts: ReadingCounts) => number;
};

/** Reasons that no contact has are no columns. */
const always: readonly Column[] = [
  { words: "Received", reading: null, of: receivedOf },
  { words: "Evaluated", reading: "read", of: ({ read }) => read },
  { words: "No rule applied", reading: "none", of: ({ none }) => none },
  { words: "Not evaluable", reading: "unread", of: unreadOf },
];
const reasons: readonly Column[] = unreadReasons.map((reason) => ({
  words: unreadWords[reason],
  reading: reason,
  of: (counts) => counts[reason],
}));

function receivedOf(counts: ReadingCounts): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}

function unreadOf(counts: ReadingCounts): number {
  return unreadReasons.reduce((sum, reason) => sum + counts[reason], 0);
}

/** Prepares the Coverage page. */
export function prepareCoverage(query: CoverageQuery, facts: CoverageFacts): CoverageModel {
  const { asOfUs, isWorkspaceEmpty, counts, readings } = facts;
  const { on } = query;
  const all = [...(readings?.byChannel.values() ?? [])].flat();
  const known = [...(readings?.byChannel.keys() ?? [])];
  const sum = sumReadings(all);
  const columns = [...always, ...reasons.filter(({ of }) => of(sum) > 0)];
  const where = on === null ? "on every channel" : `on ${channelWords[on]}`;
  return {
    ...{ asOfUs, isWorkspaceEmpty },
    lede: ledeOf(sum, all, query.days),
    filters: sentence.map((clause) =>
      facetChoice(query.cases, counts, clause, (cases) => coverageHref({ ...query, cases })),
    ),
    days: coverageDays.map((days) => ({
      words: `${String(days)} days`,
      href: coverageHref({ ...query, days }),
      isChosen: days === query.days,
    })),
    columns: columns.map(({ words }) => words),
    channels: readings === null ? [] : channelRows(query, readings, columns),
    byDay: readings === null ? [] : dayRows(query, readings, columns),
    byDayTitle: `By day, ${where}`,
    channelChoices: [null, ...known].map((channel) => ({
      words: channel === null ? "All channels" : channelWords[channel],
      href: coverageHref({ ...query, on: channel }),
      isChosen: channel === on,
    })),
    unplaced: counts.region
      .filter(({ value }) => facts.isUnplaced(value))
      .toSorted((one, other) => other.count - one.count || (one.value < other.value ? -1 : 1))
      .map(({ value, count }) => ({
        words: `${value}: ${formatCounted(count, "case")}`,
        href: coverageHref({
          ...query,
          cases: { ...query.cases, facets: { ...query.cases.facets, region: [value] } },
        }),
      })),
    gaps: all
      .filter(({ expected }) => expected !== null)
      .toSorted((one, other) => other.day - one.day)
      .map((each) => ({
        words: `${dayWords(each.day)}, ${fewWords(each)}`,
        href: listHref(query, each.channel, { from: each.day, to: each.day }, null),
      })),
  };
}

function ledeOf(counts: ReadingCounts, all: readonly DayReadings[], days: number): Lede {
  const received = receivedOf(counts);
  if (received === 0) {
    return { lead: "No contact came in.", rest: "Nothing can be said of what was disclosed." };
  }
  const unread = unreadOf(counts);
  const few = all.filter(({ expected }) => expected !== null).length;
  const gaps =
    few === 0
      ? "No day of a channel had unusually few contacts."
      : `${formatCounted(few, "day")} of a channel had unusually few contacts.`;
  const lead =
    unread === 0
      ? `All ${formatCounted(received, "contact")} in ${String(days)} days could be evaluated.`
      : `${formatCount(unread)} of ${formatCounted(received, "contact")} in ${String(days)} days could not be evaluated in full.`;
  return { lead, rest: `To ${formatCount(counts.none)} no rule applied. ${gaps}` };
}

function channelRows(
  query: CoverageQuery,
  readings: Readings,
  columns: readonly Column[],
): readonly CoverageRow[] {
  const { fromDay: from, toDay: to, byChannel } = readings;
  const rows = [...byChannel].map(([channel, days]): CoverageRow => ({
    ...{ key: channel, words: channelWords[channel], channel },
    href: coverageHref({ ...query, on: query.on === channel ? null : channel }),
    isChosen: query.on === channel,
    counts: countLinks(query, columns, sumReadings(days), { on: channel, from, to }),
    unusual: [],
  }));
  const sum = sumReadings([...byChannel.values()].flat());
  const total: CoverageRow = {
    ...{ key: "all", words: "All channels", channel: null, href: null, isChosen: false },
    counts: countLinks(query, columns, sum, { on: null, from, to }),
    unusual: [],
  };
  return rows.length > 1 ? [...rows, total] : rows;
}

function dayRows(
  query: CoverageQuery,
  { fromDay, toDay, byChannel }: Readings,
  columns: readonly Column[],
): CoverageRow[] {
  const { on } = query;
  const listed = on === null ? [...byChannel.values()] : [byChannel.get(on) ?? []];
  return Array.from({ length: toDay - fromDay + 1 }, (_, at): CoverageRow => {
    const day = toDay - at;
    const ofDay = listed.flatMap((days) => days[day - fromDay] ?? []);
    return {
      ...{ key: String(day), words: dayWords(day), channel: null, href: null, isChosen: false },
      counts: countLinks(query, columns, sumReadings(ofDay), { on, from: day, to: day }),
      unusual: ofDay.filter(({ expected }) => expected !== null).map(fewWords),
    };
  });
}

function countLinks(
  query: CoverageQuery,
  columns: readonly Column[],
  counts: ReadingCounts,
  { on, ...days }: Days & { readonly on: Channel | null },
): readonly CountLink[] {
  return columns.map(({ reading, of }) => {
    const count = of(counts);
    const href = count === 0 ? null : listHref(query, on, days, reading ?? null);
    return { words: formatCount(count), href };
  });
}

function listHref(
  { cases }: CoverageQuery,
  on: Channel | null,
  days: Days,
  reading: NonNullable<ChildTraits["reading"]> | null,
): string {
  const traits = { days: writeDays(days), ...(reading === null ? {} : { reading }) };
  return childListHref({ thing: "contacts", cases, on, traits });
}

function dayWords(day: number): string {
  return formatInstant(day * dayUs, "weekday", countingZone);
}

/** "Voice: none received, about 14 expected". */
function fewWords({ channel, counts, expected }: DayReadings): string {
  const received = receivedOf(counts);
  const had = received === 0 ? "none received" : `${formatCount(received)} received`;
  return `${channelWords[channel]}: ${had}, about ${formatCount(Math.round(expected ?? 0))} expected`;
}
