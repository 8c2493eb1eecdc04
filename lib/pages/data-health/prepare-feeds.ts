import type { ChannelFeed } from "@/lib/domain/trace/data-health";
import { wallTimeAt } from "@/lib/stats/time/zoned-time";
import type { FeedsView, FeedView } from "./data-health-model";
import { healthDays, type HealthDays } from "./url";
import { expectedContacts, feedState } from "./feed-state";
import { countingZone, formatCount, formatCounted, formatInstant } from "@/lib/format/format";
import { channelWords } from "@/lib/format/wording";

const usPerDay = 86_400_000_000;
/** With this many contacts expected since the newest one, the data has ended. */
const expectedMin = 5;

/**
 * Prepares contacts by channel and day.
 * @param days number of days at most; fewer for younger data
 * @param asOfUs microseconds since 1970
 * @param timeZone the display zone, whose days the feeds count
 */
export function prepareFeeds(
  feeds: readonly ChannelFeed[],
  days: HealthDays,
  asOfUs: number,
  timeZone: string,
): FeedsView | null {
  if (feeds.length === 0) return null;
  const newestUs = Math.max(...feeds.map(({ lastUs }) => lastUs));
  const pauseUs = asOfUs - newestUs;
  const expected = feeds.reduce((sum, feed) => sum + expectedContacts(feed, pauseUs), 0);
  const hasEnded = pauseUs > usPerDay && expected >= expectedMin;
  const dayOf = (instantUs: number) => wallTimeAt(instantUs, timeZone).day;
  const newestDay = dayOf(newestUs);
  const firstDay = dayOf(Math.min(...feeds.map(({ firstUs }) => firstUs)));
  const age = newestDay - firstDay + 1;
  const from = newestDay - Math.min(days, age) + 1;
  const shown = Array.from({ length: newestDay - from + 1 }, (_, at) => from + at);
  const busiest = Math.max(1, ...feeds.flatMap(({ byDay }) => [...byDay.values()]));
  return {
    newestUs,
    hasEnded,
    days: shown.map((day) => formatInstant(day * usPerDay, "day", countingZone)),
    daysOffered: healthDays.filter((_, at) => at === 0 || age > (healthDays[at - 1] ?? 0)),
    feeds: feeds.map((feed) => feedView(feed, shown, busiest, newestUs, hasEnded)),
  };
}

function feedView(
  feed: ChannelFeed,
  shown: readonly number[],
  busiest: number,
  newestUs: number,
  hasEnded: boolean,
): FeedView {
  const counts = shown.map((day) => feed.byDay.get(day) ?? 0);
  const total = counts.reduce((sum, count) => sum + count, 0);
  const most = Math.max(...counts);
  const active = counts.filter((count) => count > 0).length;
  const mostDay = (shown[counts.indexOf(most)] ?? 0) * usPerDay;
  const peak =
    total === 0
      ? ""
      : `, most on ${formatInstant(mostDay, "day", countingZone)}: ${formatCount(most)}`;
  return {
    channel: feed.channel,
    lastUs: feed.lastUs,
    total,
    counts,
    heights: counts.map((count) => count / busiest),
    summary: `${channelWords[feed.channel]} by day: ${formatCounted(total, "contact")} on ${formatCount(active)} of ${formatCounted(shown.length, "day")}${peak}`,
    state: feedState(feed, newestUs, hasEnded),
  };
}
