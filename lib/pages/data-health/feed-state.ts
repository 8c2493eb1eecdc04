import { formatCount, formatDuration, formatInstant } from "@/lib/format/format";
import type { Tone } from "@/lib/format/wording";

const usPerDay = 86_400_000_000;
/** A feed is judged by how it came in the days before its last contact. */
export const feedRateDays = 28;
/** With this many contacts expected, none at all is an accident less than once in a hundred (e⁻⁵). */
const expectedMin = 5;
/** Fewer days than these tell no rate: a burst is no habit. */
const rateDaysMin = 7;

type FeedState = { readonly tone: Tone; readonly label: string; readonly because: string };

/** How contacts came, and when the last of them did. */
export type FeedPace = {
  /** Contacts in the `feedRateDays` up to the last one. */
  readonly recent: number;
  /** The first of those, and the last, microseconds since 1970. */
  readonly recentFirstUs: number;
  readonly lastUs: number;
};

/**
 * Whether a channel has fallen silent, against the newest data and against its own pace: a feed that
 * ended long ago, or with all the others, is told without alarm.
 * @param newestUs the newest contact on any channel
 * @param hasDataEnded whether the data as a whole came to an end before now
 */
export function feedState(feed: FeedPace, newestUs: number, hasDataEnded: boolean): FeedState {
  const silentUs = newestUs - feed.lastUs;
  const lastSeen = `Last seen ${formatInstant(feed.lastUs, "day")}`;
  if (silentUs > feedRateDays * usPerDay) {
    const because = `${lastSeen}, ${formatDuration(silentUs)} before the newest data.`;
    return { tone: "none", label: "Ended", because };
  }
  const expected = expectedContacts(feed, silentUs);
  if (expected >= expectedMin) {
    const because = `Nothing for ${formatDuration(silentUs)}, in which at least ${formatCount(Math.floor(expected))} contacts were to be expected.`;
    return { tone: "warn", label: "Silent", because };
  }
  if (hasDataEnded) {
    return { tone: "none", label: "Ended", because: `${lastSeen}; ended with the data.` };
  }
  return { tone: "pass", label: "Arriving", because: "No longer pause than chance explains." };
}

/**
 * How many contacts would have come in a pause, had it gone on as before: the pace is what a Poisson
 * count has at one standard deviation below, n − √n, so that few contacts prove little.
 */
export function expectedContacts({ recent, recentFirstUs, lastUs }: FeedPace, pauseUs: number) {
  const activeUs = Math.max(rateDaysMin * usPerDay, lastUs - recentFirstUs);
  return ((recent - Math.sqrt(recent)) / activeUs) * pauseUs;
}
