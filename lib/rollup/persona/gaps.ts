import { channels, type Channel } from "@/lib/domain/channel";
import { bootstrapInterval } from "@/lib/stats/bootstrap-interval";
import type { Interval } from "@/lib/stats/interval";
import type { SpokenContact } from "./spoken-contacts";

/** A contact with a value, as gaps compare them. */
export type GapContact = Pick<SpokenContact, "channel" | "stratum" | "customer" | "place"> & {
  readonly value: number;
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
  readonly strata: number;
  /** What the contract declares them to lie apart; null where it does not ask. */
  readonly declared: number | null;
};

/** Fewer contacts of a channel on a kind of case are not compared. */
const stratumMin = 3;
const samples = 400;
/** Customers are drawn in so many groups at most, which keeps what one customer has together. */
const groupsMax = 1000;

type Cell = { count: number; sum: number };

/**
 * Compares each two channels within kinds of case, weighed as n₁n₂∕(n₁ + n₂) like Mantel and Haenszel, with
 * an interval from customers drawn with replacement. The gap that lies furthest from what is declared comes
 * first.
 * @param declaredOf what the contract declares
 * @param below gives a whole number from 0 up to its argument, by chance
 */
export function channelGaps(
  contacts: readonly GapContact[],
  declaredOf: (one: Channel, other: Channel) => number | null,
  below: (limit: number) => number,
): readonly ChannelGap[] {
  const groups = [...grouped(contacts).values()];
  const present = channels.filter((channel) => contacts.some((each) => each.channel === channel));
  const gaps = present.flatMap((one, at) =>
    present.slice(at + 1).flatMap((other) => {
      const pair = groups
        .map((group) => group.filter(({ channel }) => channel === one || channel === other))
        .filter((group) => group.length > 0)
        .map((own) => ({ contacts: own }));
      const gap = gapOf(
        pair.flatMap((group) => group.contacts),
        one,
        other,
      );
      if (gap === null) return [];
      const figure = (sample: readonly (typeof pair)[number][]) =>
        gapOf(
          sample.flatMap((group) => group.contacts),
          one,
          other,
        )?.value ?? null;
      const interval = bootstrapInterval(pair, figure, { samples, below });
      return [{ one, other, ...gap, interval, declared: declaredOf(one, other) }];
    }),
  );
  const excess = ({ value, declared }: ChannelGap) => Math.abs(value - (declared ?? 0));
  return gaps.sort((a, b) => excess(b) - excess(a));
}

/** One group a customer, or of several customers where there are many. */
function grouped(contacts: readonly GapContact[]): ReadonlyMap<number, GapContact[]> {
  const groups = new Map<number, GapContact[]>();
  for (const each of contacts) {
    const group = groups.get(each.customer % groupsMax);
    if (group === undefined) groups.set(each.customer % groupsMax, [each]);
    else group.push(each);
  }
  return groups;
}

function gapOf(
  contacts: readonly GapContact[],
  one: Channel,
  other: Channel,
): { readonly value: number; readonly contacts: number; readonly strata: number } | null {
  const strata = new Map<string, readonly [Cell, Cell]>();
  for (const { channel, stratum, value } of contacts) {
    if (channel !== one && channel !== other) continue;
    const cells = strata.get(stratum) ?? [
      { count: 0, sum: 0 },
      { count: 0, sum: 0 },
    ];
    const cell = cells[channel === one ? 0 : 1];
    cell.count += 1;
    cell.sum += value;
    strata.set(stratum, cells);
  }
  let [weights, sum, counted, compared] = [0, 0, 0, 0];
  for (const [a, b] of strata.values()) {
    if (a.count < stratumMin || b.count < stratumMin) continue;
    const weight = (a.count * b.count) / (a.count + b.count);
    weights += weight;
    sum += weight * (a.sum / a.count - b.sum / b.count);
    counted += a.count + b.count;
    compared += 1;
  }
  return weights === 0 ? null : { value: sum / weights, contacts: counted, strata: compared };
}

/** The contacts of two channels that lie furthest apart, on kinds of case that both have. */
export function furthestApart(
  contacts: readonly GapContact[],
  { one, other, value, declared }: ChannelGap,
  most: number,
): { readonly one: readonly GapContact[]; readonly other: readonly GapContact[] } {
  const of = (channel: Channel) => contacts.filter((each) => each.channel === channel);
  const shared = new Set(of(one).map(({ stratum }) => stratum));
  const common = of(other).filter(({ stratum }) => shared.has(stratum));
  const strata = new Set(common.map(({ stratum }) => stratum));
  const way = Math.sign(value - (declared ?? 0));
  const ordered = (all: readonly GapContact[], sign: number) =>
    all
      .filter(({ stratum }) => strata.has(stratum))
      .toSorted((a, b) => sign * (b.value - a.value))
      .slice(0, most);
  return { one: ordered(of(one), way), other: ordered(of(other), -way) };
}
