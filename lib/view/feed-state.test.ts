import { describe, expect, it } from "vitest";
import { feedState } from "./feed-state";

const dayUs = 86_400_000_000;
const feed = (contacts: number, lastDay: number) => ({
  contacts,
  firstUs: 0,
  lastUs: lastDay * dayUs,
});

describe("feedState", () => {
  it("finds a channel silent only where chance does not explain the pause", () => {
    const labels = [feed(200, 25), feed(10, 25), feed(2, 20), feed(200, 27.9)].map(
      (each) => feedState(each, 28 * dayUs).label,
    );
    expect(labels).toEqual(["Silent", "Arriving", "Arriving", "Arriving"]);
  });

  it("says how many contacts were to be expected", () => {
    expect(feedState(feed(200, 25), 28 * dayUs)).toEqual({
      tone: "warn",
      label: "Silent",
      because: "Nothing for 3 d, in which about 24 contacts were to be expected.",
    });
  });

  it("finds a channel silent that had nothing in all the days shown", () => {
    expect(feedState(feed(0, -20), 28 * dayUs).because).toBe(
      "Nothing in the days shown; the last contact is 48 d older than the newest data.",
    );
  });
});
