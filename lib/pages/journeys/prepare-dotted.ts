import { channels } from "@/lib/domain/trace/channel";
import { journeyOrders, type JourneySample } from "@/lib/analytics/journeys/sample-journeys";
import { dayUs } from "@/lib/stats/time/zoned-time";
import { caseHref } from "@/lib/pages/case/href";
import { placeAnnotations } from "@/lib/analytics/charts/place-annotations";
import { tickDays, timePlace } from "@/lib/analytics/charts/time-axis";
import { casesSearch } from "@/lib/analytics/filter/cases-query";
import { defaultPeriod } from "@/lib/analytics/filter/period";
import { countingZone, formatDuration, isoDay } from "@/lib/format/format";
import { journeyScales, journeysHref, type JourneysQuery, type JourneyScale } from "./url";
import { prepareMarkers, type AnnotationFacts } from "@/lib/analytics/annotations/time-markers";
import { timeTicks } from "@/lib/format/time-ticks";
import { channelWords, outcomeWords } from "@/lib/format/wording";
import type { DottedModel, DottedRow } from "./journeys-model";
import { dottedWords } from "./words";

/** The drawn cases, with ids in the same order. */
export type DottedFacts = {
  readonly sample: JourneySample;
  readonly caseIds: readonly string[];
  readonly annotations: AnnotationFacts;
};

const dayTicksMax = 6;
/** Minimum width in px. */
const plotWidthPx = 290;

/** Prepares the dotted chart: a row per case, a dot per contact. */
export function prepareDotted(
  { sample, caseIds, annotations }: DottedFacts,
  query: JourneysQuery,
): DottedModel {
  const { journeys, all } = sample;
  const span = spanOf(sample, query.scale);
  // The relative scale has no dates to annotate.
  const markers = query.scale === "relative" ? [] : prepareMarkers(annotations, span);
  const length = Math.max(1, span.toUs - span.fromUs);
  const rows = journeys.map(({ contacts, outcome, endUs }, index): DottedRow => {
    const firstUs = contacts[0]?.startUs ?? 0;
    const zeroUs = query.scale === "relative" ? firstUs : span.fromUs;
    const at = (us: number) => (100 * (us - zeroUs)) / length;
    const caseId = caseIds[index] ?? "";
    return {
      key: caseId,
      words: caseId,
      href: caseHref(caseId),
      outcome: outcomeWords[outcome].label,
      from: at(firstUs),
      to: at(contacts.at(-1)?.startUs ?? endUs),
      dots: contacts.map(({ channel, startUs }) => ({ channel, at: at(startUs) })),
    };
  });
  return {
    frame: {
      title: findingOf(sample),
      subtitle: dottedWords.subtitle(journeys.length, all, dottedWords.ordered[query.order]),
      label: dottedWords.label(findingOf(sample)),
      table: tableOf(sample, rows),
      links: [],
      note: "",
    },
    orders: journeyOrders.map((order) => ({
      words: dottedWords.orders[order],
      href: journeysHref({ ...query, order }),
      isChosen: order === query.order,
    })),
    scales: journeyScales.map((scale) => ({
      words: dottedWords.scales[scale],
      href: journeysHref({ ...query, scale }),
      isChosen: scale === query.scale,
    })),
    rows,
    markers,
    placedMarkers: placeAnnotations(markers, (us) => timePlace(span, us), plotWidthPx),
    channels: channels.filter((each) =>
      rows.some(({ dots }) => dots.some(({ channel }) => channel === each)),
    ),
    ticks: query.scale === "relative" ? relativeTicks(length) : dayTicks(span),
    brush:
      query.scale === "relative" || journeys.length === 0
        ? null
        : {
            ...span,
            days: { from: isoDay(span.fromUs), to: isoDay(span.toUs - 1) },
            search: casesSearch({ ...query.cases, period: defaultPeriod }),
          },
  };
}

type Span = { readonly fromUs: number; readonly toUs: number };

/** The time range: whole days, or from 0 to the longest duration. */
function spanOf({ journeys }: JourneySample, scale: JourneyScale): Span {
  const starts = journeys.flatMap(({ contacts }) => contacts.map(({ startUs }) => startUs));
  if (starts.length === 0) return { fromUs: 0, toUs: dayUs };
  if (scale === "absolute") {
    const first = Math.floor(starts.reduce((a, b) => Math.min(a, b)) / dayUs) * dayUs;
    return {
      fromUs: first,
      toUs: (Math.floor(starts.reduce((a, b) => Math.max(a, b)) / dayUs) + 1) * dayUs,
    };
  }
  const lengths = journeys.map(lengthUs);
  return { fromUs: 0, toUs: Math.max(1, ...lengths) };
}

function lengthUs({ contacts }: JourneySample["journeys"][number]): number {
  return (contacts.at(-1)?.startUs ?? 0) - (contacts[0]?.startUs ?? 0);
}

function relativeTicks(length: number) {
  return timeTicks(length).map(({ share, label }) => ({ at: 100 * share, words: label }));
}

function dayTicks({ fromUs, toUs }: Span) {
  const days = (toUs - fromUs) / dayUs;
  const step =
    [1, 2, 7, 14, 28, 56].find((each) => days / each <= dayTicksMax) ??
    Math.ceil(days / dayTicksMax);
  const count = Math.floor(days / step) + 1;
  const shown = Array.from({ length: count }, (_, index) => fromUs + index * step * dayUs);
  return tickDays(shown, countingZone).map((words, index) => ({
    at: (100 * index * step) / days,
    words,
  }));
}

/** The median duration of cases with more than one contact. */
function findingOf({ journeys }: JourneySample): string {
  const lengths = journeys
    .map(lengthUs)
    .filter((each) => each > 0)
    .sort((a, b) => a - b);
  if (lengths.length === 0) return dottedWords.none;
  const middle = lengths[Math.floor((lengths.length - 1) / 2)] ?? 0;
  return dottedWords.title(lengths.length, journeys.length, formatDuration(middle));
}

function tableOf({ journeys }: JourneySample, rows: readonly DottedRow[]) {
  return {
    columns: [
      { words: dottedWords.columns.case, isNumber: false },
      { words: dottedWords.columns.contacts, isNumber: false },
      { words: dottedWords.columns.length, isNumber: true },
      { words: dottedWords.columns.outcome, isNumber: false },
    ],
    rows: journeys.map((journey, index) => [
      { words: rows[index]?.words ?? "", href: rows[index]?.href ?? "/cases" },
      { words: journey.contacts.map(({ channel }) => channelWords[channel]).join(" → ") },
      { words: journey.contacts.length < 2 ? "–" : formatDuration(lengthUs(journey)) },
      { words: rows[index]?.outcome ?? "" },
    ]),
  };
}
