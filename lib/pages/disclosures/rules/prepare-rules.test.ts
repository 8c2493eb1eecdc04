import { describe, expect, it } from "vitest";
import { disclosureRuleSchema, type DisclosureRule } from "@/lib/domain/disclosures/rule";
import type { WorkspaceRule } from "@/lib/domain/disclosures/rule-settings";
import { joinedByAnd } from "@/lib/format/join-words";
import { prepareRule, prepareRules } from "./prepare-rules";
import { deadlineSentence, meaningWords, triggerSentence, windowSentence } from "./rule-words";
import { conditionClause, eventWords } from "./term-words";

const rule: DisclosureRule = disclosureRuleSchema.parse({
  ...{ id: "our-fees", version: 2, title: "Say what it costs", jurisdictions: ["EU", "GB"] },
  ...{ ifRegionUnknown: "not_evaluable", source: "Policy", severity: "high", owner: "Care" },
  ...{ effectiveFrom: "2026-08-02", effectiveTo: null, language: "en", speakers: ["ai", "system"] },
  ...{ scope: "once_per_interaction", channels: ["chat", "sms"] },
  trigger: { conditions: ["ai_agent"], event: "payment_plan_agreed" },
  elements: [
    { key: "fee", mode: "verbatim", anyOf: ["fee of"] },
    { key: "is_ai", mode: "meaning", anyOf: ["speaker-is-ai"] },
  ],
  position: { withinAgentTurns: 3, withinSeconds: null, beforeEvent: null, afterEvent: null },
});
const published = { atUs: 20, by: "u1" };
const own: WorkspaceRule = { rule, isOn: true, published, shipped: null };

describe("a rule in words", () => {
  it("says when it is due and where the words have to be", () => {
    const clauses = [conditionClause("ai_agent"), eventWords.payment_plan_agreed.clause];
    expect(triggerSentence(rule)).toContain(` ${joinedByAnd(clauses)}.`);
    expect(triggerSentence({ ...rule, trigger: { conditions: [], event: null } })).toContain(
      "every contact",
    );
    const stated = ["tenant.debt_collector", "risk=high", "intent=cancel,wrong_charge"];
    expect(triggerSentence({ ...rule, trigger: { conditions: stated, event: null } })).toContain(
      ` ${joinedByAnd(stated.map(conditionClause))}.`,
    );
    expect(conditionClause("intent=cancel,wrong_charge")).toMatch(/ cancel or wrong charge$/u);
    const deadline = { from: "complaint_made", businessDays: 10, days: null } as const;
    expect(deadlineSentence({ ...rule, deadline })).toContain(
      ` 10 business days of ${eventWords.complaint_made.noun}.`,
    );
    const at = (position: Partial<DisclosureRule["position"]>) =>
      windowSentence({ ...rule, position: { ...rule.position, ...position } });
    expect(at({})).toMatch(/ first 3 turns\.$/u);
    expect(at({ withinAgentTurns: 1, afterEvent: "customer_asks_if_human" })).toContain(
      ` first turn after ${eventWords.customer_asks_if_human.noun}.`,
    );
    expect(at({ withinAgentTurns: null, beforeEvent: "payment_plan_agreed" })).toBe(
      `Before ${eventWords.payment_plan_agreed.noun}.`,
    );
    expect(at({ beforeEvent: "recording_started" })).toContain(
      ` first 3 turns and before ${eventWords.recording_started.noun}.`,
    );
    expect(at({ withinAgentTurns: null })).toMatch(/^Anywhere/u);
  });

  it("is listed with those that are on first", () => {
    const off: WorkspaceRule = { ...own, isOn: false, published: null, shipped: rule };
    const notice = {
      ...({
        channel: "voice",
        medium: "ivr",
        gives: "call-is-recorded",
        from: "2026-01-01",
      } as const),
      ...{ to: null, text: "This call is recorded.", statedBy: "Ann" },
    };
    const stated = {
      ...{ notices: [notice], facts: { debt_collector: false } },
      regions: { "south-1": "IN" },
    };
    const {
      lede,
      rows,
      stated: sentences,
    } = prepareRules({ rules: [off, own], stated, statedText: "" });
    expect(lede).toContain("1 of 2");
    expect(sentences).toEqual([
      expect.stringMatching(
        /^Voice: an announcement .*call-is-recorded from 1 Jan 2026: “This call is recorded\.” .* Ann\.$/,
      ),
      "debt_collector: no.",
      "The region “south-1” is IN.",
    ]);
    expect(rows.map(({ isOn, origin }) => [isOn, origin])).toEqual([
      [true, "written here"],
      [false, "as shipped"],
    ]);
    const many = { ...rule, jurisdictions: ["US-CA", "US-CT", "US-DE", "US-FL"] };
    expect(
      prepareRules({ rules: [{ ...own, rule: many }], stated: {}, statedText: "" }).rows[0]?.places,
    ).toBe("US-CA, US-CT and 2 others");
    expect(rows[0]).toMatchObject({
      ...{ places: "EU, GB", dates: "from 2 Aug 2026", href: "/disclosures/rules/our-fees" },
      ...{ scope: "once in each contact", language: "English", version: 2 },
    });
  });

  it("has its elements, its figures and its versions, with who published them", () => {
    const figures = [
      { name: "precision", value: 0.981, interval: [0.95, 1] as [number, number] },
      { name: "recall", value: null, interval: null },
    ].map((each) => ({ ...each, masked: null, must: null, goal: null, isPrinted: false }));
    const set = { dataSet: "disclosures.fees", label: "", path: "", isOfVerdicts: true, rows: 90 };
    const model = prepareRule(
      {
        ...own,
        text: "id: our-fees",
        versions: [
          { version: 2, published, text: "two" },
          { version: 1, published: { atUs: 10, by: "gone" }, text: "one" },
        ],
        reviews: {
          notGiven: { hits: 18, of: 20 },
          given: { hits: 0, of: 0 },
          violations: { hits: 1, of: 1 },
        },
        measured: [
          { ...set, groups: 1, scoredShare: 1, figures, beside: [], byGroup: [], calibration: [] },
        ],
      },
      new Map([["u1", "Ann"]]),
    );
    expect(model.elements).toEqual([
      { key: "fee", isMeaning: false, phrasings: ["fee of"], not: [] },
      {
        key: "is_ai",
        isMeaning: true,
        phrasings: [meaningWords["speaker-is-ai"]],
        not: [],
      },
    ]);
    expect(model.reviewed).toEqual([
      expect.stringMatching(
        /^Of 20 findings “not given” .*, 18 .* precision 0\.90 \(0\.70\s–\s0\.97, n = 20\)\.$/,
      ),
      expect.stringMatching(/ random parts .* 1 of 1 /),
    ]);
    expect(model.measured).toEqual([
      {
        ...{ dataSet: "disclosures.fees", rows: "90 contacts" },
        figures: [
          {
            name: "precision",
            words: expect.stringMatching(/^0\.98 \(0\.95\s–\s1\.00\)$/) as string,
          },
          { name: "recall", words: "–" },
        ],
      },
    ]);
    expect(model.measuredOn).toContain("not on this version");
    expect(model.versions.map((each) => [each.published?.name, each.isInForce])).toEqual([
      ["Ann", true],
      ["gone", false],
    ]);
    expect(model.facts.map(({ words }) => words)).toContain("not evaluable");
  });
});
