import { channels, type Channel } from "@/lib/domain/trace/channel";
import type { Interval } from "@/lib/stats/interval";
import { dimensionGroupOf } from "../facets/dimension-groups";
import { nextChannels, type ContactDimensions } from "../case-table/contact-table";
import type { Aggregate } from "../counts/aggregate";
import {
  amountsAsRead,
  joinAmounts,
  keptAmounts,
  placedAmounts,
  spreadOfAmounts,
  type Amounts,
} from "../counts/amounts";
import type { CaseSet } from "../counts/case-set";
import { codeCounts } from "../counts/code-counts";
import type { MetricSubset } from "../metrics/metric";
import { findMetric } from "../metrics/metrics";
import { countSubsets, codesIn } from "../metrics/places";
import type { Integers } from "../case-table/integers";

/** The place of a return: a channel, or "another case". */
export type NextPlace = Exclude<(typeof nextChannels)[number], "none">;

/** How long something takes. Microseconds. */
export type Durations = {
  readonly of: number;
  readonly median: number;
  readonly interval: Interval | null;
  readonly p90: number;
};

/** Contained contacts of some cases, and what became of them. */
export type ContactFigures = {
  /** Contained contacts that are mature, and returns after them by place. */
  readonly contained: number;
  readonly back: readonly { readonly on: NextPlace; readonly count: number }[];
};

/** How long contacts on a channel take. */
export type HandledOn = { readonly channel: Channel; readonly durations: Durations };

/** Computes them. */
export function contactFigures(cases: CaseSet): ContactFigures {
  const failed = sumBy(cases, [containment, "numerator"], byReturn);
  const metric = findMetric(containment);
  return {
    contained:
      metric === null
        ? 0
        : countSubsets(cases.table, metric, (thing) => cases.read(codeCounts(thing))).denominator,
    back: nextChannels.flatMap((on, at) => {
      const count = failed[at] ?? 0;
      return on === "none" || count === 0 ? [] : [{ on, count }];
    }),
  };
}

const containment = "contact_false_containment_rate";

/** The number of contacts in a subset of a metric, by group. */
function sumBy<Thing extends keyof ContactDimensions>(
  { table, read }: CaseSet,
  [id, subset]: readonly [id: string, subset: MetricSubset],
  { thing, names, of }: Grouping<Thing>,
): Uint32Array {
  const metric = findMetric(id);
  const sums = new Uint32Array(names.length);
  if (metric?.counts !== thing) return sums;
  const isInSubset = codesIn(table, metric, subset);
  const counts = read(codeCounts(thing));
  dimensionGroupOf(table, thing).combinations.values.forEach((values, number) => {
    const group = names.indexOf(of(values));
    sums[group] = (sums[group] ?? 0) + (counts[number] ?? 0) * (isInSubset[number] ?? 0);
  });
  return sums;
}

type Grouping<Thing extends keyof ContactDimensions> = {
  readonly thing: Thing;
  readonly names: readonly string[];
  readonly of: (values: ContactDimensions[Thing]) => string;
};
const byReturn: Grouping<"containments"> = {
  ...{ thing: "containments", names: nextChannels, of: ({ back }) => back },
};

/** Durations of contacts by channel; channels without any are left out. */
export function handledByChannel({ read }: CaseSet): readonly HandledOn[] {
  const handled = read(handledAmounts);
  return channels.flatMap((channel, at) => {
    const amounts = handled[at];
    if (amounts === undefined || amounts.sums.count === 0) return [];
    const { median, medianInterval: interval, p90 } = spreadOfAmounts(amounts);
    return [{ channel, durations: { of: amounts.sums.count, median, interval, p90 } }];
  });
}

/** Durations of contacts, by index of their channel. */
const handledAmounts: Aggregate<readonly Amounts[]> = {
  name: "handle time by channel",
  dependsOn: ["contacts"],
  of: (cases) => {
    const metric = findMetric("handle_time");
    if (metric === null || metric.unit === "share" || metric.unit === "ratio") return [];
    const byCode = codeCounts(metric.counts).of(cases);
    const { places, values } = placedAmounts(metric, cases, byCode);
    const { channel } = cases.table.contacts.integers;
    return dealt(values, places, channel).map(amountsAsRead);
  },
  keep: (handled) => handled.map(keptAmounts),
  merge: (_table, results) =>
    channels.map((_, at) => joinAmounts(results.flatMap((result) => result[at] ?? []))),
};

/** Joins those of a channel, in memory of their own. */
function dealt(
  values: Float64Array,
  places: Uint32Array,
  channel: Integers,
): readonly Float64Array[] {
  const ends = new Uint32Array(channels.length + 1);
  for (let index = 0; index < places.length; index += 1) {
    const after = (channel[places[index] ?? 0] ?? 0) + 1;
    ends[after] = (ends[after] ?? 0) + 1;
  }
  for (let at = 1; at < ends.length; at += 1) ends[at] = (ends[at] ?? 0) + (ends[at - 1] ?? 0);
  const [starts, sorted] = [ends.slice(), new Float64Array(values.length)];
  for (let index = 0; index < places.length; index += 1) {
    const on = channel[places[index] ?? 0] ?? 0;
    const at = ends[on] ?? 0;
    sorted[at] = values[index] ?? NaN;
    ends[on] = at + 1;
  }
  return channels.map((_, at) => sorted.subarray(starts[at], starts[at + 1]));
}
