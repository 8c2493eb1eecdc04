import { describe, expect, it } from "vitest";
import type { MoveRates } from "@/lib/analytics/journeys/move-rates";
import { clusterSums } from "@/lib/testing/cluster-sums";
import { prepareJourneysLede } from "./prepare-lede";
import { ledeWords as words } from "./words";

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
    expect(prepareJourneysLede(facts).lead).toBe(words.switched("50%", false, ""));
    const compared = (hits: number) =>
      prepareJourneysLede({ ...facts, before: { hits, of: 120 } }).lead;
    const { up, down, none } = words.moved;
    for (const [hits, moved, rate] of [
      [58, none, "48%"],
      [20, up, "17%"],
      [110, down, "92%"],
    ] as const) {
      const change = words.change(moved, facts.beforeWords, rate);
      expect(compared(hits)).toBe(words.switched("50%", false, change));
    }
  });

  it("names the change of channel that ends clearly worst, and only one of enough cases", () => {
    const all = clusterSums(70, 100);
    const groups = [
      change("chat", "voice", 8, 30),
      change("email", "voice", 15, 20),
      change("sms", "chat", 0, 3),
    ];
    expect(prepareJourneysLede({ ...facts, changes: { groups, all } }).rest).toBe(
      words.worst("Chat → Voice", 8, 30, ""),
    );
    expect(prepareJourneysLede({ ...facts, changes: { groups: groups.slice(1), all } }).rest).toBe(
      words.noneWorst,
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
      words.noneWorst,
    );
  });

  it("says so where there is nothing", () => {
    expect(prepareJourneysLede({ ...facts, switched: { hits: 0, of: 0 } }).lead).toBe(words.none);
    expect(prepareJourneysLede({ ...facts, switched: { hits: 1, of: 4 } }).lead).toBe(
      words.switched("1 of 4", true, ""),
    );
  });
});
