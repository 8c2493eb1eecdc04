import { describe, expect, it } from "vitest";
import type { AlertRule } from "@/lib/domain/alerts/alert-rule";
import { draftOf, ruleOf } from "./alert-draft";

const rule: AlertRule = {
  name: "Only looked contained",
  watch: { kind: "metric", metric: "csat", side: "above", bound: 0.07 },
  ...{ search: "channel=chat&team=a&team=b", window: "7d", least: 20, effect: 0.05 },
  ...{ durationHours: 1.5, coolDownHours: 24 },
  ...{ isWebhookSent: true, isMailSent: false, isOn: true },
};
const facets = ["channel", "team"];

describe("a form of an alert", () => {
  it("shows a rule as people type it, and gives it back", () => {
    const draft = draftOf(rule, "percent", facets);
    expect(draft).toMatchObject({ bound: "7", effect: "5", facets: { channel: "chat" } });
    expect(draft.others).toBe("team=a&team=b");
    const read = ruleOf(draft, "percent");
    expect("rule" in read && { ...read.rule, search: "" }).toEqual({ ...rule, search: "" });
    expect("rule" in read && [...new URLSearchParams(read.rule.search)].toSorted()).toEqual([
      ["channel", "chat"],
      ["team", "a"],
      ["team", "b"],
    ]);
  });

  it("writes durations in hours", () => {
    const watch = { ...rule.watch, kind: "metric", metric: "handle_time", bound: 3_600_000_000 };
    const draft = draftOf({ ...rule, watch, effect: 1_800_000_000 } as AlertRule, "hours", facets);
    expect([draft.bound, draft.effect]).toEqual(["1", "0.5"]);
  });

  it("says which field is wrong", () => {
    const draft = { ...draftOf(rule, "percent", facets), name: " ", bound: "many", least: "0.5" };
    const read = ruleOf({ ...draft, coolDownHours: "0", durationHours: "" }, "percent");
    expect("problems" in read && Object.keys(read.problems).toSorted()).toEqual([
      ...["bound", "coolDownHours", "durationHours", "least", "name"],
    ]);
  });
});
