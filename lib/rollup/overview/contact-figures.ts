import { channels, type Channel } from "@/lib/domain/channel";
import type { Interval } from "@/lib/stats/interval";
import type { Proportion } from "@/lib/stats/newcombe-difference";
import { spreadOf } from "@/lib/stats/quantile";
import { aspectOf } from "../case-table/aspects";
import { nextChannels, type ContactStandings } from "../case-table/contact-table";
import type { Counts } from "../metrics/counts";
import type { MetricPart } from "../metrics/metric";
import { findMetric } from "../metrics/metrics";
import { countParts, standingsInPart } from "../metrics/places";

/** Where a customer was back: a channel, or "another case". */
export type NextPlace = Exclude<(typeof nextChannels)[number], "none">;

/** How long something takes. Microseconds. */
export type Durations = {
  readonly of: number;
  readonly median: number;
  readonly interval: Interval | null;
  readonly p90: number;
};

/** What the Overview tells of the contacts of some cases. */
export type ContactFigures = {
  /** First-contact resolution as each channel would report it of itself. */
  readonly firstContact: readonly { readonly channel: Channel; readonly rate: Proportion }[];
  /** Contained contacts that may be judged, and those whose customer was back, by where. */
  readonly contained: number;
  readonly back: readonly { readonly on: NextPlace; readonly count: number }[];
};

/** How long contacts on a channel take. */
export type HandledOn = { readonly channel: Channel; readonly durations: Durations };

/** Reads them. */
export function contactFigures(counts: Counts): ContactFigures {
  const single = sumBy(counts, ["fcr_per_channel", "numerator"], firstByChannel);
  const first = sumBy(counts, ["fcr_per_channel", "denominator"], firstByChannel);
  const failed = sumBy(counts, [containment, "numerator"], byReturn);
  const metric = findMetric(containment);
  return {
    firstContact: channels.flatMap((channel, at) => {
      const of = first[at] ?? 0;
      return of === 0 ? [] : [{ channel, rate: { hits: single[at] ?? 0, of } }];
    }),
    contained: metric === null ? 0 : countParts(counts.table, metric, counts.standings).denominator,
    back: nextChannels.flatMap((on, at) => {
      const count = failed[at] ?? 0;
      return on === "none" || count === 0 ? [] : [{ on, count }];
    }),
  };
}

const containment = "contact_false_containment_rate";

/** How many contacts are in a part of a metric, by the position of what the grouping says of each. */
function sumBy<Thing extends keyof ContactStandings>(
  { table, standings }: Counts,
  [id, part]: readonly [id: string, part: MetricPart],
  { thing, names, of }: Grouping<Thing>,
): Uint32Array {
  const metric = findMetric(id);
  const sums = new Uint32Array(names.length);
  if (metric?.counts !== thing) return sums;
  const isInPart = standingsInPart(table, metric, part);
  const counts = standings(thing);
  aspectOf(table, thing).standings.values.forEach((standing, number) => {
    const group = names.indexOf(of(standing));
    sums[group] = (sums[group] ?? 0) + (counts[number] ?? 0) * (isInPart[number] ?? 0);
  });
  return sums;
}

/** What contacts are told apart by. */
type Grouping<Thing extends keyof ContactStandings> = {
  readonly thing: Thing;
  readonly names: readonly string[];
  readonly of: (standing: ContactStandings[Thing]) => string;
};
const byChannel = { names: channels, of: ({ channel }: { readonly channel: string }) => channel };
const firstByChannel: Grouping<"returns"> = { thing: "returns", ...byChannel };
const handledOnChannel: Grouping<"contacts"> = { thing: "contacts", ...byChannel };
const byReturn: Grouping<"containments"> = {
  ...{ thing: "containments", names: nextChannels, of: ({ back }) => back },
};

/** Reads how long contacts take, by channel; channels without any are left out. */
export function handledByChannel(counts: Counts): readonly HandledOn[] {
  const metric = findMetric("handle_time");
  if (metric === null || metric.unit === "share" || metric.unit === "ratio") return [];
  const { places, values } = counts.amounts(metric);
  const { channel } = counts.table.contacts.amounts;
  const sums = sumBy(counts, ["handle_time", "denominator"], handledOnChannel);
  // Those of a channel stand together: where the next of each stands, and at last where they end.
  const ends = sums.map((_, at) => sums.subarray(0, at).reduce((all, own) => all + own, 0));
  const dealt = new Float64Array(values.length);
  for (let index = 0; index < places.length; index += 1) {
    const on = channel[places[index] ?? 0] ?? 0;
    const at = ends[on] ?? 0;
    dealt[at] = values[index] ?? NaN;
    ends[on] = at + 1;
  }
  return channels.flatMap((each, at) => {
    const end = ends[at] ?? 0;
    const amounts = dealt.subarray(end - (sums[at] ?? 0), end);
    if (amounts.length === 0) return [];
    const { median, medianInterval: interval, p90 } = spreadOf(amounts);
    return [{ channel: each, durations: { of: amounts.length, median, interval, p90 } }];
  });
}
