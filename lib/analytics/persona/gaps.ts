import { channels, type Channel } from "@/lib/domain/trace/channel";
import { bootstrapInterval } from "@/lib/stats/bootstrap-interval";
import type { Interval } from "@/lib/stats/interval";
import { standardErrors } from "@/lib/stats/quantiles/normal-quantile";

/** Contacts with a value each, one entry per contact. */
export type GapContacts = {
  readonly values: Float64Array;
  /** Of its case, by number. */
  readonly kinds: Uint32Array;
  /** See `Columns`. */
  readonly customers: Uint32Array;
};

/** The difference of two channels on the same kinds of case. */
export type ChannelGap = {
  readonly one: Channel;
  readonly other: Channel;
  /** `one − other`; positive: the first has more of it. */
  readonly value: number;
  readonly interval: Interval | null;
  /** Contacts of both on the kinds of case that both have. */
  readonly contacts: number;
  readonly kinds: number;
  /** The distance that the contract declares; null where it declares none. */
  readonly declared: number | null;
};

/** The least contacts of a channel on a kind of case. */
const kindMin = 3;
const samples = 400;
/** The most bootstrap groups; a customer's contacts are in one group. */
const groupsMax = 1000;
/** With more contacts the interval is by delete-a-group jackknife instead of bootstrap. */
const manyContacts = 2000;
const groupsOfMany = 200;

/** Sums of a group of customers on one channel, by kind of case. */
type Cells = { readonly counts: Float64Array; readonly sums: Float64Array };
/** The same, with the kinds that occur: few, where the group is one customer. */
type OwnCells = Cells & { readonly kinds: number[] };
/** By channel; none where the group has no contact on it. */
type Group = readonly (OwnCells | undefined)[];

/**
 * Compares each two channels within kinds of case, weighed as n₁n₂∕(n₁ + n₂) like Mantel and Haenszel. Of few
 * contacts the interval is that of customers drawn with replacement; of many it is normal, with the error
 * that leaving out one group of customers after the other shows (Kott 2001, The delete-a-group jackknife).
 * The gap that lies furthest from what is declared comes first.
 * @param byChannel in the order of `channels`; `kinds` is how many kinds of case there are
 * @param declaredOf what the contract declares
 * @param below gives a whole number from 0 up to its argument, by chance
 */
export function channelGaps(
  byChannel: readonly GapContacts[],
  kinds: number,
  declaredOf: (one: Channel, other: Channel) => number | null,
  below: (limit: number) => number,
): readonly ChannelGap[] {
  const isMany = byChannel.reduce((sum, { values }) => sum + values.length, 0) > manyContacts;
  const groups = groupsOf(byChannel, kinds, isMany ? groupsOfMany : groupsMax);
  const present = channels.filter((_, at) => (byChannel[at]?.values.length ?? 0) > 0);
  const gaps = present.flatMap((one, place) =>
    present.slice(place + 1).flatMap((other) => {
      const pair = [channels.indexOf(one), channels.indexOf(other)] as const;
      const own = groups.filter((group) => pair.some((at) => group[at] !== undefined));
      const totals = pair.map((at) => addCells(own, at, kinds));
      const gap = gapOf(totals);
      if (gap === null) return [];
      const figure = (sample: readonly Group[]) =>
        gapOf(pair.map((at) => addCells(sample, at, kinds)))?.value ?? null;
      const interval = isMany
        ? leavingOut(own, pair, totals, gap.value)
        : bootstrapInterval(own, figure, { samples, below });
      return [{ one, other, ...gap, interval, declared: declaredOf(one, other) }];
    }),
  );
  const excess = ({ value, declared }: ChannelGap) => Math.abs(value - (declared ?? 0));
  return gaps.sort((a, b) => excess(b) - excess(a));
}

/** @returns null where nothing is left to compare without a group */
function leavingOut(
  groups: readonly Group[],
  pair: readonly number[],
  totals: readonly Cells[],
  value: number,
): Interval | null {
  let squares = 0;
  for (const group of groups) {
    const rest = totals.map((all, at) => less(all, group[pair[at] ?? -1]));
    const left = gapOf(rest);
    if (left === null) return null;
    squares += (left.value - value) ** 2;
  }
  const error = Math.sqrt(((groups.length - 1) / groups.length) * squares);
  const reach = standardErrors(0.95) * error;
  return [value - reach, value + reach];
}

function less(all: Cells, own: Cells | undefined): Cells {
  if (own === undefined) return all;
  return {
    counts: all.counts.map((count, kind) => count - (own.counts[kind] ?? 0)),
    sums: all.sums.map((sum, kind) => sum - (own.sums[kind] ?? 0)),
  };
}

/** One group per customer, or of several customers where there are many. */
function groupsOf(
  byChannel: readonly GapContacts[],
  kinds: number,
  most: number,
): readonly Group[] {
  const groups = Array.from({ length: most }, (): (OwnCells | undefined)[] => []);
  byChannel.forEach(({ values, kinds: kindOf, customers }, channel) => {
    for (let index = 0; index < values.length; index += 1) {
      const group = groups[(customers[index] ?? 0) % most];
      if (group === undefined) continue;
      const own = (group[channel] ??= { ...emptyCells(kinds), kinds: [] });
      const { counts, sums } = own;
      const kind = kindOf[index] ?? 0;
      if (counts[kind] === 0) own.kinds.push(kind);
      counts[kind] = (counts[kind] ?? 0) + 1;
      sums[kind] = (sums[kind] ?? 0) + (values[index] ?? 0);
    }
  });
  return groups.filter((group) => group.length > 0);
}

function gapOf([a, b]: readonly Cells[]): Pick<ChannelGap, "value" | "contacts" | "kinds"> | null {
  if (a === undefined || b === undefined) return null;
  let [weights, sum, contacts, kinds] = [0, 0, 0, 0];
  for (let kind = 0; kind < a.counts.length; kind += 1) {
    const [ofOne, ofOther] = [a.counts[kind] ?? 0, b.counts[kind] ?? 0];
    if (ofOne < kindMin || ofOther < kindMin) continue;
    const weight = (ofOne * ofOther) / (ofOne + ofOther);
    weights += weight;
    sum += weight * ((a.sums[kind] ?? 0) / ofOne - (b.sums[kind] ?? 0) / ofOther);
    contacts += ofOne + ofOther;
    kinds += 1;
  }
  return weights === 0 ? null : { value: sum / weights, contacts, kinds };
}

function emptyCells(kinds: number): Cells {
  return { counts: new Float64Array(kinds), sums: new Float64Array(kinds) };
}

function addCells(groups: readonly Group[], channel: number, kinds: number): Cells {
  const { counts, sums } = emptyCells(kinds);
  for (const group of groups) {
    const own = group[channel];
    if (own === undefined) continue;
    for (const kind of own.kinds) {
      counts[kind] = (counts[kind] ?? 0) + (own.counts[kind] ?? 0);
      sums[kind] = (sums[kind] ?? 0) + (own.sums[kind] ?? 0);
    }
  }
  return { counts, sums };
}
