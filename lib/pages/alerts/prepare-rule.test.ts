import { expect, it } from "vitest";
import { defaultCasesQuery, withToggled } from "@/lib/analytics/filter/cases-query";
import type { AlertRule } from "@/lib/domain/alerts/alert-rule";
import { endedSentence } from "./ended-sentence";
import { watchHref } from "./href";
import { ruleWords } from "./prepare-rule";
import { watchedFindingWords } from "./watched-findings";

const rule: AlertRule = {
  name: "Only looked contained",
  watch: { kind: "metric", metric: "contact_false_containment_rate", side: "above", bound: null },
  ...{ search: "first=chat", window: "30d", least: 20, effect: 0.05 },
  ...{ durationHours: 72, coolDownHours: 24 },
  ...{ isWebhookSent: true, isMailSent: false, isOn: true },
};

it("says of a change what it must be at least, of how many in both spans, and for how long", () => {
  expect(ruleWords(rule)).toBe(
    "“Contained, then back” (starting on Chat), in cases opened in the last 30 days: fires when it is higher than in the 30 days before by at least 5 points, clearly different, with at least 20 contacts counted in each, for 3 days without a break. Sent again after 24 hours while it lasts and nobody has acknowledged it, and once more when it ends.",
  );
});

it("says of a finding what it must cost, and leaves out what is not asked for", () => {
  const watch = { kind: "finding", finding: "resolution-by-kind/refund\nin_app" } as const;
  const given = { ...rule, watch, isWebhookSent: false, durationHours: 0 };
  expect(ruleWords({ ...given, effect: 2 })).toBe(
    "“A kind of case resolved less often: Refund in the app” (starting on Chat), in cases opened in the last 30 days: fires when it is certain and costs at least 2 cases a month, with at least 20 cases counted, as soon as that is seen.",
  );
  expect(ruleWords({ ...given, effect: 0 })).toContain("it is certain, with at least 20 cases");
});

it("says of an amount its least difference in the metric's unit", () => {
  const hourUs = 3_600_000_000;
  const [metric, bound] = ["time_to_resolution", 48 * hourUs];
  const watch = { kind: "metric", metric, side: "above", bound } as const;
  expect(ruleWords({ ...rule, watch, effect: hourUs })).toContain(
    "it is above 2 d by at least 1 h, its whole range above 2 d, with",
  );
});

it("says why a firing ended: within bounds, not certain any more, too few, or changed", () => {
  const watch = { kind: "finding", finding: "sla-by-type/outage" } as const;
  const words = (["clear", "unclear", "few", "changed"] as const).map((why) =>
    endedSentence({ ...rule, search: "", watch }, null, why, 7_200_000_000),
  );
  expect(words).toEqual([
    "“A case type on time less often: outage” is no longer certain. It had lasted 2 h.",
    "“A case type on time less often: outage”: there is no longer enough data to tell whether it is certain. It had lasted 2 h.",
    "“A case type on time less often: outage”: there is no longer enough data to tell whether it is certain (0 of at least 20 cases). It had lasted 2 h.",
    "“A case type on time less often: outage”: this alert ended because it was changed, or because its owner sees other cases now.",
  ]);
});

it("begins an alert with a page's filters and the window nearest to its period", () => {
  const chats = withToggled(defaultCasesQuery, "first", "chat");
  const finding = "sla-by-type/outage";
  expect(watchHref({ finding }, { ...chats, period: "this-month" })).toBe(
    "/alerts?finding=sla-by-type%2Foutage&window=30d&first=chat",
  );
  expect(watchHref({ metric: "csat" }, { ...chats, period: "all" })).toBe(
    "/alerts?watch=csat&window=90d&first=chat",
  );
});

it("names the group of a finding as pages do", () => {
  expect(watchedFindingWords("context-by-pair/chat>voice")).toBe(
    "A change of channel that loses more needed facts: Chat → Voice",
  );
  expect(watchedFindingWords("context-by-direction/ai>human")).toMatch(/: AI → human$/u);
  expect(watchedFindingWords("context-by-kind/ai-to-human")).toMatch(/: AI to human$/u);
  expect(watchedFindingWords("persona/voice")).toBe(
    "A channel that leaves its approved voice: Voice",
  );
});
