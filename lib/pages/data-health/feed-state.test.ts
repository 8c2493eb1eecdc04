import { describe, expect, it } from "vitest";
import { feedState } from "./feed-state";

const dayUs = 86_400_000_000;
const newestUs = 200 * dayUs;
/** So many contacts in the four weeks up to the last, which came so long before the newest data. */
const feed = (recent: number, silentDays: number, activeDays = 28) => {
  const lastUs = newestUs - silentDays * dayUs;
  return { recent, recentFirstUs: lastUs - activeDays * dayUs, lastUs };
};
const stateOf = (each: ReturnType<typeof feed>, hasDataEnded = false) =>
  feedState(each, newestUs, hasDataEnded);

describe("feedState", () => {
  it("finds a channel silent only where chance does not explain the pause", () => {
    const labels = [feed(200, 3), feed(12, 9), feed(2, 20), feed(200, 0.1)].map(
      (each) => stateOf(each).label,
    );
    expect(labels).toEqual(["Silent", "Arriving", "Arriving", "Arriving"]);
  });

  it("says how many contacts were to be expected at least", () => {
    expect(stateOf(feed(200, 3))).toEqual({
      tone: "warn",
      label: "Silent",
      because: expect.stringMatching(/ 3 d, .* at least 19 /u) as string,
    });
  });

  it("takes a burst for no habit", () => {
    expect(stateOf(feed(3, 20, 0)).label).toBe("Arriving");
  });

  it("tells without alarm that a feed ended long before the newest data", () => {
    expect(stateOf(feed(5000, 150))).toEqual({
      tone: "none",
      label: "Ended",
      because: expect.stringMatching(/ 20 Feb 1970, 150 d /u) as string,
    });
  });

  it("tells without alarm that a feed ended with the data", () => {
    expect(stateOf(feed(200, 0), true)).toEqual({
      tone: "none",
      label: "Ended",
      because: expect.stringMatching(/ 20 Jul 1970; .*ended/u) as string,
    });
    expect(stateOf(feed(200, 3), true).label).toBe("Silent");
  });
});
