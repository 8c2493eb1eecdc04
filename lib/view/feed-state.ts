import { formatCount, formatDuration } from "./format";
import type { Tone } from "./wording";

const usPerDay = 86_400_000_000;
/** With this many contacts expected, none at all is an accident less than once in a hundred (e⁻⁵). */
const expectedMin = 5;

type FeedState = { readonly tone: Tone; readonly label: string; readonly because: string };

/**
 * Whether a channel has fallen silent: had it gone on as in the days before its last contact, several
 * contacts would have come since (Poisson: the chance of none is e to the minus of those expected).
 * @param feed.contacts in the days shown
 * @param feed.firstUs beginning of the days shown, microseconds since 1970
 * @param newestUs the newest contact on any channel
 */
export function feedState(
  feed: { readonly contacts: number; readonly firstUs: number; readonly lastUs: number },
  newestUs: number,
): FeedState {
  const silentUs = newestUs - feed.lastUs;
  if (feed.contacts === 0) {
    const because = `Nothing in the days shown; the last contact is ${formatDuration(silentUs)} older than the newest data.`;
    return { tone: "warn", label: "Silent", because };
  }
  const activeUs = Math.max(usPerDay, feed.lastUs - feed.firstUs);
  const expected = (feed.contacts / activeUs) * silentUs;
  if (expected >= expectedMin) {
    const because = `Nothing for ${formatDuration(silentUs)}, in which about ${formatCount(Math.round(expected))} contacts were to be expected.`;
    return { tone: "warn", label: "Silent", because };
  }
  return { tone: "pass", label: "Arriving", because: "No longer pause than chance explains." };
}
