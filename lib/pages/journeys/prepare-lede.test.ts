import { describe, expect, it } from "vitest";
import type { MoveRates } from "@/lib/analytics/journeys/move-rates";
import { clusterSums } from "@/lib/testing/cluster-sums";
import { prepareJourneysLede } from "./prepare-lede";

type Change = MoveRates["groups"][number];
const change = (from: Change["from"], to: Change["to"], hits: number, of: number): Change => ({
  ...{ from, to, value: `${from}>${to}`, sums: clusterSums(hits, of) },
});
const facts = {
  switched: { hits: 60, of: 120 },
  before: null,
  beforeWords: "the 90 days before",
  changes: { groups: [], all: clusterSums(70, 100) },
};

describe("the lede", () => {
  it("says how many change channel, and compares only where the interval does", () => {
    expect(prepareJourneysLede(facts).lead).toBe("50% of cases needed more than one channel.");
    const compared = (hits: number) =>
      prepareJourneysLede({ ...facts, before: { hits, of: 120 } }).lead;
    expect(compared(58)).toContain("no clear change from the 90 days before (48%)");
    expect(compared(20)).toContain("more than the 90 days before (17%)");
    expect(compared(110)).toContain("fewer than the 90 days before (92%)");
  });

  it("names the change of channel that ends clearly worst, and only one of enough cases", () => {
    const all = clusterSums(70, 100);
    const groups = [
      change("chat", "voice", 8, 30),
      change("email", "voice", 15, 20),
      change("sms", "chat", 0, 3),
    ];
    expect(prepareJourneysLede({ ...facts, changes: { groups, all } }).rest).toBe(
      "Cases that switched Chat → Voice are resolved least often: 8 of 30 were resolved.",
    );
    expect(prepareJourneysLede({ ...facts, changes: { groups: groups.slice(1), all } }).rest).toBe(
      "No channel switch is clearly resolved less often than the others.",
    );
  });

  it("names none of many that lies no lower than the lowest of as many that are alike", () => {
    const all = clusterSums(179, 290);
    const low = change("email", "voice", 4, 12);
    const alone = { ...facts, changes: { groups: [low], all } };
    expect(prepareJourneysLede(alone).rest).toContain("4 of 12");
    const others = (["voice", "sms", "social", "in_app"] as const).flatMap((from) =>
      (["chat", "email"] as const).map((to) => change(from, to, 19, 30)),
    );
    expect(prepareJourneysLede({ ...facts, changes: { groups: [low, ...others], all } }).rest).toBe(
      "No channel switch is clearly resolved less often than the others.",
    );
  });

  it("says so where there is nothing", () => {
    expect(prepareJourneysLede({ ...facts, switched: { hits: 0, of: 0 } }).lead).toBe(
      "No case in this period has a contact.",
    );
    expect(prepareJourneysLede({ ...facts, switched: { hits: 1, of: 4 } }).lead).toBe(
      "1 of 4 cases needed more than one channel.",
    );
  });
});
