import { channels, type Channel } from "@/lib/domain/trace/channel";
import { instantAt, wallTimeAt } from "@/lib/stats/time/zoned-time";
import type { Snapshot } from "../ask/snapshot";
import { rowsOf } from "../case-table/child-table";
import { expectedIfFew } from "./expected-if-few";
import { contactReadings, type ContactReading } from "../rows/contact-row";

/** Contacts by how far disclosure rules could be evaluated on them. */
export type ReadingCounts = Readonly<Record<ContactReading, number>>;

/** The contacts of one channel that began on one day, days since 1970-01-01 of the display zone. */
export type DayReadings = {
  readonly channel: Channel;
  readonly day: number;
  readonly counts: ReadingCounts;
  /** How many were to be expected, where there were unusually few; else null. */
  readonly expected: number | null;
};

export type Readings = {
  /** The last one is that of the newest contact. */
  readonly fromDay: number;
  readonly toDay: number;
  /** Channels that ever had a contact, in the order of `channels`; each has every day. */
  readonly byChannel: ReadonlyMap<Channel, readonly DayReadings[]>;
};

/** Weeks before a day that say how many contacts to expect on it. */
const weeksBack = 4;

/**
 * Counts contacts by channel and day, up to the newest one.
 * @param days how many
 * @returns null where there is no contact
 */
export function tallyReadings(
  cases: Pick<Snapshot, "table" | "selection" | "timeZone" | "about">,
  days: number,
): Readings | null {
  const { table, selection, timeZone, about } = cases;
  const { contacts } = table;
  const { startUs } = contacts.instants;
  const places = rowsOf(contacts, selection().keys);
  const newestUs = newestOf(startUs, places, about.asOfUs);
  if (newestUs === null) return null;
  const toDay = wallTimeAt(newestUs, timeZone).day;
  const fromDay = toDay - days + 1;
  const firstDay = fromDay - weeksBack * 7;
  const startsUs = Array.from({ length: toDay - firstDay + 2 }, (_, at) =>
    instantAt(firstDay + at, 0, timeZone),
  );
  const size = contactReadings.length;
  const perDay = channels.length * size;
  const counts = new Uint32Array((startsUs.length - 1) * perDay);
  const firstDays = channels.map(() => Infinity);
  const { channel: channelOf, reading } = contacts.integers;
  for (const place of places) {
    const atUs = startUs[place] ?? Infinity;
    if (atUs > newestUs) continue;
    const channel = channelOf[place] ?? 0;
    const at = dayAt(startsUs, atUs);
    firstDays[channel] = Math.min(firstDays[channel] ?? Infinity, firstDay + at);
    if (at < 0) continue;
    const index = at * perDay + channel * size + (reading[place] ?? 0);
    counts[index] = (counts[index] ?? 0) + 1;
  }
  const countsOf = (channel: number, day: number) => {
    const first = (day - firstDay) * perDay + channel * size;
    return counts.subarray(first, first + size);
  };
  const shown = Array.from({ length: days }, (_, at) => fromDay + at);
  const known = channels.flatMap((name, channel) => {
    const channelFirst = firstDays[channel] ?? Infinity;
    if (channelFirst === Infinity) return [];
    const all = (day: number) => sumOf(countsOf(channel, day));
    const weeksBefore = (day: number) =>
      Array.from({ length: weeksBack }, (_, at) => day - (at + 1) * 7)
        .filter((each) => each >= channelFirst)
        .map(all);
    const ofDays = shown.map((day): DayReadings => ({
      ...{ channel: name, day },
      counts: named(countsOf(channel, day)),
      // The newest day may not be over.
      expected: day === toDay ? null : expectedIfFew(weeksBefore(day), all(day)),
    }));
    return [[name, ofDays] as const];
  });
  return { fromDay, toDay, byChannel: new Map(known) };
}

function newestOf(startUs: Float64Array, places: Uint32Array, asOfUs: number): number | null {
  let newest = -Infinity;
  for (const place of places) {
    const atUs = startUs[place] ?? Infinity;
    if (atUs > newest && atUs <= asOfUs) newest = atUs;
  }
  return newest === -Infinity ? null : newest;
}

/** The position of the day that an instant is in; -1 before the first. */
function dayAt(startsUs: readonly number[], atUs: number): number {
  let [from, to] = [0, startsUs.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((startsUs[middle] ?? Infinity) <= atUs) from = middle + 1;
    else to = middle;
  }
  return from - 1;
}

function sumOf(counts: Uint32Array): number {
  return counts.reduce((sum, count) => sum + count, 0);
}

function named(counts: Uint32Array): ReadingCounts {
  const entries = contactReadings.map((reading, at) => [reading, counts[at] ?? 0]);
  // `Object.fromEntries` loses the type of the names.
  return Object.fromEntries(entries) as ReadingCounts;
}

/** Adds counts up. */
export function sumReadings(all: readonly { readonly counts: ReadingCounts }[]): ReadingCounts {
  const entries = contactReadings.map((reading) => [
    reading,
    all.reduce((sum, { counts }) => sum + counts[reading], 0),
  ]);
  return Object.fromEntries(entries) as ReadingCounts;
}
