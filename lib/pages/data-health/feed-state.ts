import { formatCount, formatDuration, formatInstant } from "@/lib/format/format";
import type { Tone } from "@/lib/format/wording";

const usPerDay = 86_400_000_000;
/** Days before a feed's last contact from which its rate is estimated. */
export const feedRateDays = 28;
/** With 5 contacts expected, none occur by chance in less than 1 of 100 cases (e⁻⁵). */
const expectedMin = 5;
/** Minimum number of days to estimate a rate. */
const rateDaysMin = 7;

type FeedState = { readonly tone: Tone; readonly label: string; readonly because: string };

/** A feed's recent contacts. */
export type FeedPace = {
  /** Contacts in the `feedRateDays` up to the last one. */
  readonly recent: number;
  /** The first and last of those, microseconds since 1970. */
  readonly recentFirstUs: number;
  readonly lastUs: number;
};

/**
 * Whether a channel has fallen silent, relative to the newest data and its own rate. A feed that ended long
 * ago, or with all the others, is no alarm.
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
    const because = `Nothing for ${formatDuration(silentUs)}, where at least ${formatCount(Math.floor(expected))} contacts were expected.`;
    return { tone: "warn", label: "Silent", because };
  }
  if (hasDataEnded) {
    return { tone: "none", label: "Ended", because: `${lastSeen}; ended with the data.` };
  }
  return { tone: "pass", label: "Arriving", because: "No longer pause than chance explains." };
}

/**
 * Expected contacts during a pause. The rate is a Poisson count minus one standard deviation, n − √n, so
 * that few contacts prove little.
 */
export function expectedContacts({ recent, recentFirstUs, lastUs }: FeedPace, pauseUs: number) {
  const activeUs = Math.max(rateDaysMin * usPerDay, lastUs - recentFirstUs);
  return ((recent - Math.sqrt(recent)) / activeUs) * pauseUs;
}
