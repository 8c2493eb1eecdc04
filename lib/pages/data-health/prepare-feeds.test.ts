import { describe, expect, it } from "vitest";
import type { ChannelFeed } from "@/lib/domain/trace/data-health";
import { prepareFeeds } from "./prepare-feeds";

const dayUs = 86_400_000_000;

/** A channel with so many contacts on each of the days up to the newest. */
function feed(channel: "chat" | "voice", aDay: number, days: number, lastDay: number): ChannelFeed {
  const every = Array.from({ length: days }, (_, at) => [lastDay - at, aDay] as const);
  return {
    channel,
    firstUs: (lastDay - days + 1) * dayUs,
    lastUs: (lastDay + 0.5) * dayUs,
    recent: aDay * Math.min(28, days),
    recentFirstUs: (lastDay - Math.min(28, days) + 1) * dayUs,
    byDay: new Map(every),
  };
}

describe("prepareFeeds", () => {
  it("shows three days where the data is three days old, and offers no more", () => {
    const view = prepareFeeds([feed("chat", 4, 3, 1000)], 28, 1000.6 * dayUs, "UTC");
    expect(view?.days).toEqual(["25 Sept 1972", "26 Sept 1972", "27 Sept 1972"]);
    expect(view?.daysOffered).toEqual([28]);
    expect(view?.feeds[0]?.counts).toEqual([4, 4, 4]);
    expect(view?.feeds[0]?.summary).toMatch(
      /^Chat .* 12 contacts .* 3 of 3 days, .* 25 Sept 1972: 4$/u,
    );
  });

  it("offers 26 weeks where there are more than 13", () => {
    const view = prepareFeeds([feed("chat", 1, 170, 1000)], 182, 1000.6 * dayUs, "UTC");
    expect(view?.daysOffered).toEqual([28, 91, 182]);
    expect(view?.days.length).toBe(170);
  });

  it("says of an export of an old period that it ended, of every channel, without alarm", () => {
    const feeds = [feed("chat", 4, 60, 1000), feed("voice", 2, 60, 1000)];
    const view = prepareFeeds(feeds, 28, 1200 * dayUs, "UTC");
    expect(view?.hasEnded).toBe(true);
    expect(view?.feeds.map(({ state }) => [state.tone, state.label])).toEqual([
      ["none", "Ended"],
      ["none", "Ended"],
    ]);
    expect(prepareFeeds(feeds, 28, 1001 * dayUs, "UTC")?.hasEnded).toBe(false);
  });
});
