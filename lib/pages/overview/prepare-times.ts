import type { AmountFigure } from "@/lib/analytics/metrics/figure";
import { formatCount, formatDuration, formatInterval } from "@/lib/format/format";
import { percentFrom } from "@/lib/format/share-words";
import { channelWords } from "@/lib/format/wording";
import type { ComparedSource, FigureSource } from "@/lib/analytics/outcomes/figure-source";
import { listHref } from "@/lib/analytics/words/overview-links";
import { contactsHref } from "./prepare-contacts";
import type { TimesModel } from "./overview-model";

type Row = TimesModel["rows"][number];

/** Prepares durations: median and 90th percentile. */
export function prepareTimes({ now, before, beforeWords }: ComparedSource): TimesModel {
  const resolution = amountOf(now, "time_to_resolution");
  const rows = [
    durationRow(
      "Time to resolution, resolved cases",
      resolution,
      amountOf(before, "time_to_resolution"),
      {
        href: listHref(now.cases, { metric: { id: "time_to_resolution", subset: "denominator" } }),
      },
    ),
    durationRow(
      "Time to the first answer, AI included",
      amountOf(now, "time_to_first_response"),
      amountOf(before, "time_to_first_response"),
      { href: contactsHref(now, "time_to_first_response", "denominator") },
    ),
    durationRow(
      "Handle time, all contacts",
      amountOf(now, "handle_time"),
      amountOf(before, "handle_time"),
      {
        href: contactsHref(now, "handle_time", "denominator"),
      },
    ),
    ...now.figures.handled.map(({ channel, durations }) => {
      const other = before?.figures.handled.find((each) => each.channel === channel);
      const times = { ...durations, medianInterval: durations.interval };
      const href = contactsHref(now, "handle_time", "denominator", { on: channel });
      const row = durationRow(channelWords[channel], times, other?.durations ?? null, {
        href,
      });
      return row === null ? null : { ...row, channel };
    }),
  ].filter((row) => row !== null);
  return {
    title: timesTitle(resolution),
    subtitle:
      "Times by the calendar: the middle with its 95% interval, and what nine in ten keep within. Handle time counts silences beyond five minutes as five",
    beforeWords: rows.every((row) => row.before === "") ? "" : beforeWords,
    rows,
  };
}

type Durations = Pick<AmountFigure, "of" | "median" | "medianInterval" | "p90">;

/** Durations of resolved cases; only the median of few. @param known µs; null: unknown */
export function timesTitle(known: Pick<Durations, "of" | "median" | "p90"> | null): string {
  const { of = 0, median = null, p90 = null } = known ?? {};
  if (median === null || p90 === null) {
    return "Nobody closed a case of this period that was resolved, so there is no time to resolution";
  }
  if (of === 1) return `The one resolved case took ${formatDuration(median)}`;
  const half = `resolved cases took at most ${formatDuration(median)}`;
  return of < percentFrom
    ? `Half of ${formatCount(of)} ${half}`
    : `Half of the ${half}, one in ten more than ${formatDuration(p90)}`;
}

function amountOf(source: FigureSource | null, id: string): AmountFigure | null {
  const figure = source?.figures.metrics.get(id);
  return figure === undefined || figure.unit === "share" || figure.unit === "ratio" ? null : figure;
}

function durationRow(
  words: string,
  known: Durations | null,
  before: Pick<Durations, "median"> | null,
  { href }: { href: string },
): Row | null {
  if (known === null || known.median === null || known.p90 === null || known.of === 0) return null;
  const { of, median, medianInterval, p90 } = known;
  const interval = medianInterval === null ? "" : formatInterval(medianInterval, formatDuration);
  return {
    ...{ words, channel: null, href, count: formatCount(of) },
    median: formatDuration(median),
    interval,
    // The 90th percentile of fewer than ten is the maximum.
    p90: of < percentFrom ? "few" : formatDuration(p90),
    before: before?.median == null ? "" : formatDuration(before.median),
  };
}
