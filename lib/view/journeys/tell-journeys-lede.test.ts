import { describe, expect, it } from "vitest";
import type { Move } from "@/lib/rollup/journeys/tally-moves";
import { tellJourneysLede } from "./tell-journeys-lede";

const move = (from: Move["from"], to: Move["to"], hits: number, of: number): Move => ({
  ...{ from, to, count: of, cases: of, medianGapUs: 0 },
  resolved: { hits, of },
  repeated: { hits: 0, of: 0 },
});
const facts = {
  switched: { hits: 60, of: 120 },
  before: null,
  beforeWords: "the 90 days before",
  resolved: { hits: 70, of: 100 },
  moves: [],
};

describe("the lede", () => {
  it("says how many change channel, and compares only where the interval does", () => {
    expect(tellJourneysLede(facts).lead).toBe("50% of cases need more than one channel.");
    const compared = (hits: number) =>
      tellJourneysLede({ ...facts, before: { hits, of: 120 } }).lead;
    expect(compared(58)).toContain("no clear change from the 90 days before (48%)");
    expect(compared(20)).toContain("more than the 90 days before (17%)");
    expect(compared(110)).toContain("fewer than the 90 days before (92%)");
  });

  it("names the change of channel that ends clearly worst, and only one of enough cases", () => {
    const moves = [
      move("chat", "voice", 8, 30),
      move("email", "voice", 15, 20),
      move("sms", "chat", 0, 3),
      move("chat", "chat", 0, 30),
    ];
    expect(tellJourneysLede({ ...facts, moves }).rest).toBe(
      "Cases that at some point went Chat → Voice end worst: 8 of 30 resolved.",
    );
    expect(tellJourneysLede({ ...facts, moves: moves.slice(1, 3) }).rest).toBe(
      "No change of channel stands out as ending worse than the rest.",
    );
  });

  it("names none of many that lies no lower than the lowest of as many that are alike", () => {
    const resolved = { hits: 179, of: 290 };
    const low = move("email", "voice", 4, 12);
    expect(tellJourneysLede({ ...facts, resolved, moves: [low] }).rest).toContain("4 of 12");
    const others = (["voice", "sms", "social", "in_app"] as const).flatMap((from) =>
      (["chat", "email"] as const).map((to) => move(from, to, 19, 30)),
    );
    expect(tellJourneysLede({ ...facts, resolved, moves: [low, ...others] }).rest).toBe(
      "No change of channel stands out as ending worse than the rest.",
    );
  });

  it("says so where there is nothing", () => {
    expect(tellJourneysLede({ ...facts, switched: { hits: 0, of: 0 } }).lead).toBe(
      "No case of this period has a contact.",
    );
    expect(tellJourneysLede({ ...facts, switched: { hits: 1, of: 4 } }).lead).toBe(
      "1 of 4 cases needs more than one channel.",
    );
  });
});
