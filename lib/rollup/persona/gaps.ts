import { channels, type Channel } from "@/lib/domain/channel";
import { bootstrapInterval } from "@/lib/stats/bootstrap-interval";
import type { Interval } from "@/lib/stats/interval";

/** Contacts with a value each, as gaps compare them: one entry a contact. */
export type GapContacts = {
  readonly values: Float64Array;
  /** Of its case, by number. */
  readonly kinds: Uint32Array;
  /** See `Columns`. */
  readonly customers: Uint32Array;
};

/** How far two channels lie apart on the same kinds of case. */
export type ChannelGap = {
  readonly one: Channel;
  readonly other: Channel;
  /** `one − other`; positive: the first has more of it. */
  readonly value: number;
  readonly interval: Interval | null;
  /** Contacts of both on the kinds of case that both have. */
  readonly contacts: number;
  readonly kinds: number;
  /** What the contract declares them to lie apart; null where it does not ask. */
  readonly declared: number | null;
};

/** Fewer contacts of a channel on a kind of case are not compared. */
const kindMin = 3;
const samples = 400;
/** Customers are drawn in so many groups at most, which keeps what one customer has together. */
const groupsMax = 1000;
/** Of more contacts in so many: their intervals are narrow, and every group of every pair costs. */
const manyContacts = 50_000;
const groupsOfMany = 200;

/** What a group of customers has on one channel, by kind of case. */
type Cells = { readonly counts: Float64Array; readonly sums: Float64Array };
/** By channel; none where the group has no contact on it. */
type Group = readonly (Cells | undefined)[];

/**
 * Compares each two channels within kinds of case, weighed as n₁n₂∕(n₁ + n₂) like Mantel and Haenszel, with
 * an interval from customers drawn with replacement. The gap that lies furthest from what is declared comes
 * first.
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
  const groups = groupsOf(byChannel, kinds);
  const present = channels.filter((_, at) => (byChannel[at]?.values.length ?? 0) > 0);
  const gaps = present.flatMap((one, place) =>
    present.slice(place + 1).flatMap((other) => {
      const pair = [channels.indexOf(one), channels.indexOf(other)] as const;
      const own = groups.filter((group) => pair.some((at) => group[at] !== undefined));
      const figure = (sample: readonly Group[]) => gapOf(sample, pair, kinds);
      const gap = figure(own);
      if (gap === null) return [];
      const valueOf = (sample: readonly Group[]) => figure(sample)?.value ?? null;
      const interval = bootstrapInterval(own, valueOf, { samples, below });
      return [{ one, other, ...gap, interval, declared: declaredOf(one, other) }];
    }),
  );
  const excess = ({ value, declared }: ChannelGap) => Math.abs(value - (declared ?? 0));
  return gaps.sort((a, b) => excess(b) - excess(a));
}

/** One group a customer, or of several customers where there are many. */
function groupsOf(byChannel: readonly GapContacts[], kinds: number): readonly Group[] {
  const all = byChannel.reduce((sum, { values }) => sum + values.length, 0);
  const most = all > manyContacts ? groupsOfMany : groupsMax;
  const groups = Array.from({ length: most }, (): (Cells | undefined)[] => []);
  byChannel.forEach(({ values, kinds: kindOf, customers }, channel) => {
    for (let index = 0; index < values.length; index += 1) {
      const group = groups[(customers[index] ?? 0) % most];
      if (group === undefined) continue;
      const { counts, sums } = (group[channel] ??= {
        counts: new Float64Array(kinds),
        sums: new Float64Array(kinds),
      });
      const kind = kindOf[index] ?? 0;
      counts[kind] = (counts[kind] ?? 0) + 1;
      sums[kind] = (sums[kind] ?? 0) + (values[index] ?? 0);
    }
  });
  return groups.filter((group) => group.length > 0);
}

function gapOf(
  groups: readonly Group[],
  [one, other]: readonly [number, number],
  kinds: number,
): { readonly value: number; readonly contacts: number; readonly kinds: number } | null {
  const [a, b] = [addCells(groups, one, kinds), addCells(groups, other, kinds)];
  let [weights, sum, contacts, compared] = [0, 0, 0, 0];
  for (let kind = 0; kind < kinds; kind += 1) {
    const [ofOne, ofOther] = [a.counts[kind] ?? 0, b.counts[kind] ?? 0];
    if (ofOne < kindMin || ofOther < kindMin) continue;
    const weight = (ofOne * ofOther) / (ofOne + ofOther);
    weights += weight;
    sum += weight * ((a.sums[kind] ?? 0) / ofOne - (b.sums[kind] ?? 0) / ofOther);
    contacts += ofOne + ofOther;
    compared += 1;
  }
  return weights === 0 ? null : { value: sum / weights, contacts, kinds: compared };
}

function addCells(groups: readonly Group[], channel: number, kinds: number): Cells {
  const [counts, sums] = [new Float64Array(kinds), new Float64Array(kinds)];
  for (const group of groups) {
    const own = group[channel];
    if (own === undefined) continue;
    for (let kind = 0; kind < kinds; kind += 1) {
      counts[kind] = (counts[kind] ?? 0) + (own.counts[kind] ?? 0);
      sums[kind] = (sums[kind] ?? 0) + (own.sums[kind] ?? 0);
    }
  }
  return { counts, sums };
}
