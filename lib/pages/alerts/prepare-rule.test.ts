import { expect, it } from "vitest";
import { defaultCasesQuery, withToggled } from "@/lib/analytics/filter/cases-query";
import type { AlertRule } from "@/lib/domain/alerts/alert-rule";
import { endedSentence } from "./ended-sentence";
import { watchHref } from "./href";
import { ruleWords } from "./prepare-rule";
import { watchedFindingWords } from "./watched-findings";
import { topicWords } from "./words/findings";
import * as words from "./words/rules";

const rule: AlertRule = {
  name: "Only looked contained",
  watch: { kind: "metric", metric: "contact_false_containment_rate", side: "above", bound: null },
  ...{ search: "first=chat", window: "30d", least: 20, effect: 0.05 },
  ...{ durationHours: 72, coolDownHours: 24 },
  ...{ isWebhookSent: true, isMailSent: false, isOn: true },
};

it("says of a change what it must be at least, of how many in both spans, and for how long", () => {
  expect(ruleWords(rule)).toBe(
    [
      words.ruleSentence(words.watched("Contained, then back", "starting on Chat"), {
        window: words.lastDays(30),
        terms: words.beyondChance(
          words.byAtLeast(words.pastBefore("above", 30), words.points(5)),
          words.withCounted("20 contacts"),
        ),
        lasting: words.withoutBreak("3 days"),
      }),
      words.sentAgain("24 hours"),
    ].join(" "),
  );
});

it("says of a finding what it must cost, and leaves out what is not asked for", () => {
  const watch = { kind: "finding", finding: "resolution-by-kind/refund\nin_app" } as const;
  const given = { ...rule, watch, isWebhookSent: false, durationHours: 0 };
  const name = `${topicWords["resolution-by-kind"]}: Refund in the app`;
  const sentence = (cases: number) =>
    words.ruleSentence(words.watched(name, "starting on Chat"), {
      window: words.lastDays(30),
      terms: words.certainFinding(cases, words.withCounted("20 cases")),
      lasting: words.asSoonAsSeen,
    });
  expect(ruleWords({ ...given, effect: 2 })).toBe(sentence(2));
  expect(ruleWords({ ...given, effect: 0 })).toBe(sentence(0));
});

it("says of an amount its least difference in the metric's unit", () => {
  const hourUs = 3_600_000_000;
  const [metric, bound] = ["time_to_resolution", 48 * hourUs];
  const watch = { kind: "metric", metric, side: "above", bound } as const;
  const above = words.pastBound("above", "2 d");
  expect(ruleWords({ ...rule, watch, effect: hourUs })).toContain(
    words.wholeRange(words.byAtLeast(above, "1 h"), above, ""),
  );
});

it("says why a firing ended: within bounds, not certain any more, too few, or changed", () => {
  const watch = { kind: "finding", finding: "sla-by-type/outage" } as const;
  const ended = (["clear", "unclear", "few", "changed"] as const).map((why) =>
    endedSentence({ ...rule, search: "", watch }, null, why, 7_200_000_000),
  );
  const name = words.watched(`${topicWords["sla-by-type"]}: outage`, "");
  const lasted = words.hadBeenFor("2 h");
  expect(ended).toEqual([
    `${words.noLonger(name, words.certain, "")} ${lasted}`,
    `${words.notToldAnyMore(name, words.certain, "")} ${lasted}`,
    `${words.notToldAnyMore(name, words.certain, words.fewOf(0, "20 cases"))} ${lasted}`,
    words.endedByChange(name),
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
    `${topicWords["context-by-pair"]}: Chat → Voice`,
  );
  expect(watchedFindingWords("context-by-direction/ai>human")).toMatch(/: AI → human$/u);
  expect(watchedFindingWords("context-by-kind/ai-to-human")).toMatch(/: AI to human$/u);
  expect(watchedFindingWords("persona/voice")).toBe(`${topicWords.persona}: Voice`);
});
