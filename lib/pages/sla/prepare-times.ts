import type { PlainTable } from "@/lib/analytics/charts/chart-model";
import { childListHref } from "@/lib/analytics/filter/child-list-query";
import type { CasesQuery } from "@/lib/analytics/filter/cases-query";
import type { AmountFigure, Figure } from "@/lib/analytics/metrics/figure";
import type { HandledOn } from "@/lib/analytics/outcomes/contact-figures";
import { listHref } from "@/lib/analytics/words/overview-links";
import { formatCount, formatDuration, formatInterval } from "@/lib/format/format";
import { percentFrom } from "@/lib/format/share-words";
import { channelWords } from "@/lib/format/wording";
import { halfAndMostTook, halfTook, oneTook, times as words } from "./words/tables";

/** The metrics of the table of times. */
export const timeMetricIds = [
  "time_to_resolution",
  "time_to_first_response",
  "handle_time",
] as const;
type TimeMetricId = (typeof timeMetricIds)[number];

export type TimeFacts = {
  /** By the metric's id. */
  readonly times: ReadonlyMap<string, Figure>;
  readonly handled: readonly HandledOn[];
};

type Row = PlainTable["rows"][number];
type Durations = Pick<AmountFigure, "of" | "median" | "medianInterval" | "p90">;

/** Prepares how long things take: what half and nine in ten keep within. @returns null: nothing was timed */
export function prepareTimes(cases: CasesQuery, { times, handled }: TimeFacts): PlainTable | null {
  const contactsHref = (id: TimeMetricId, on?: HandledOn["channel"]) =>
    childListHref({
      ...{ thing: "contacts", cases, metric: { id, subset: "denominator" } },
      ...(on === undefined ? {} : { on }),
    });
  const resolved = { id: "time_to_resolution", subset: "denominator" } as const;
  const rows = [
    ...timeMetricIds.map((id) =>
      durationRow(words.rows[id], amountOf(times.get(id)), {
        href: id === resolved.id ? listHref(cases, { metric: resolved }) : contactsHref(id),
      }),
    ),
    ...handled.map(({ channel, durations: { interval, ...durations } }) =>
      durationRow(
        channelWords[channel],
        { ...durations, medianInterval: interval },
        { channel, href: contactsHref("handle_time", channel) },
      ),
    ),
  ].filter((row) => row !== null);
  if (rows.length === 0) return null;
  return {
    title: timesTitle(amountOf(times.get(resolved.id))),
    subtitle: words.subtitle,
    columns: [
      { words: words.columns.time, isNumber: false },
      { words: words.columns.half, isNumber: true },
      { words: words.columns.range, isNumber: true, isWide: true },
      { words: words.columns.most, isNumber: true },
      { words: words.columns.counted, isNumber: true },
    ],
    rows,
    note: "",
  };
}

/** Durations of resolved cases; only the median of few. @param known µs; null: unknown */
export function timesTitle(known: Pick<Durations, "of" | "median" | "p90"> | null): string {
  const { of = 0, median = null, p90 = null } = known ?? {};
  if (median === null || p90 === null) return words.noneClosed;
  if (of === 1) return oneTook(formatDuration(median));
  const half = formatDuration(median);
  return of < percentFrom ? halfTook(of, half) : halfAndMostTook(half, formatDuration(p90));
}

function amountOf(figure: Figure | undefined): AmountFigure | null {
  return figure === undefined || figure.unit === "share" || figure.unit === "ratio" ? null : figure;
}

function durationRow(
  name: string,
  known: Durations | null,
  { channel = null, href }: { readonly channel?: Row["channel"]; readonly href: string },
): Row | null {
  if (known === null || known.median === null || known.p90 === null || known.of === 0) return null;
  const { of, median, medianInterval, p90 } = known;
  return {
    ...{ words: name, channel },
    cells: [
      { words: formatDuration(median) },
      {
        words: medianInterval === null ? "" : formatInterval(medianInterval, formatDuration),
      },
      // The 90th percentile of fewer than ten is the maximum.
      { words: of < percentFrom ? words.few : formatDuration(p90) },
      { words: formatCount(of), href },
    ],
  };
}
