import { channels, type Channel } from "@/lib/domain/channel";
import type { Interval } from "@/lib/stats/interval";
import type { Proportion } from "@/lib/stats/newcombe-difference";
import { quantileInterval, quantileOf } from "@/lib/stats/quantile";
import type { CaseTable } from "../case-table/case-table";
import { nextChannels, type ContactStanding } from "../case-table/contact-table";
import type { MetricOf, MetricPart } from "../metrics/metric";
import { findMetric } from "../metrics/metrics";
import { standingsInPart, type StandingCounts } from "../metrics/places";
import { visitPart } from "../metrics/visit-part";

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
  readonly handled: readonly { readonly channel: Channel; readonly durations: Durations }[];
};

/** Reads them. @param keys of the cases; `counts` of `countStandings` over the same */
export function contactFigures(
  table: CaseTable,
  keys: Uint32Array,
  counts: StandingCounts,
): ContactFigures {
  const single = sumBy(table, counts, ["fcr_per_channel", "numerator"], channelOf);
  const first = sumBy(table, counts, ["fcr_per_channel", "denominator"], channelOf);
  const failed = sumBy(table, counts, [containment, "numerator"], ({ back }) => back);
  const judged = sumBy(table, counts, [containment, "denominator"], () => "all");
  return {
    firstContact: channels.flatMap((channel) => {
      const of = first.get(channel) ?? 0;
      return of === 0 ? [] : [{ channel, rate: { hits: single.get(channel) ?? 0, of } }];
    }),
    contained: judged.get("all") ?? 0,
    back: nextChannels.flatMap((on) => {
      const count = failed.get(on) ?? 0;
      return on === "none" || count === 0 ? [] : [{ on, count }];
    }),
    handled: handledByChannel(table, keys),
  };
}

const containment = "contact_false_containment_rate";

function channelOf({ channel }: ContactStanding): string {
  return channel;
}

/** How many contacts are in a part of a metric, by what they have in common. */
function sumBy(
  table: CaseTable,
  counts: StandingCounts,
  [id, part]: readonly [id: string, part: MetricPart],
  groupOf: (standing: ContactStanding) => string,
): ReadonlyMap<string, number> {
  const metric = findMetric(id);
  const sums = new Map<string, number>();
  if (metric === null) return sums;
  const isInPart = standingsInPart(table, metric, part);
  const contacts = counts("contacts");
  table.contacts.standings.values.forEach((standing, number) => {
    const count = contacts[number] ?? 0;
    if (count === 0 || isInPart[number] !== true) return;
    const group = groupOf(standing);
    sums.set(group, (sums.get(group) ?? 0) + count);
  });
  return sums;
}

function isOfContacts(metric: ReturnType<typeof findMetric>): metric is MetricOf<"contacts"> {
  return metric?.counts === "contacts";
}

function handledByChannel(table: CaseTable, keys: Uint32Array): ContactFigures["handled"] {
  const metric = findMetric("handle_time");
  if (!isOfContacts(metric) || metric.unit === "share") return [];
  const { channel } = table.contacts.amounts;
  const sizes = new Uint32Array(channels.length);
  visitPart(table, metric, "denominator", keys, (place) => {
    const at = channel[place] ?? 0;
    sizes[at] = (sizes[at] ?? 0) + 1;
  });
  const lists = channels.map((_, at) => new Float64Array(sizes[at] ?? 0));
  sizes.fill(0);
  visitPart(table, metric, "denominator", keys, (place) => {
    const at = channel[place] ?? 0;
    const list = lists[at];
    if (list !== undefined) list[sizes[at] ?? 0] = metric.amount.of(table, place);
    sizes[at] = (sizes[at] ?? 0) + 1;
  });
  return channels.flatMap((each, at) => {
    const sorted = lists[at]?.sort() ?? new Float64Array(0);
    if (sorted.length === 0) return [];
    const durations = {
      of: sorted.length,
      median: quantileOf(sorted, 0.5),
      interval: quantileInterval(sorted, 0.5),
      p90: quantileOf(sorted, 0.9),
    };
    return [{ channel: each, durations }];
  });
}
