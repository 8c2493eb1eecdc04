import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { requireShared } from "@/lib/testing/shared/require-shared";
import { disclosureRules } from "../rules";
import { formatRule, formatRules, formatStated } from "./format-rules";
import { readRules } from "./read-rules";
import { problemSentence } from "./rule-draft";

const written = `id: our-fees
title: Say what it costs
jurisdictions: [US-CA]
source: Our policy 7
severity: high
trigger: participant.kind=ai AND payment_plan_agreed
channels: [chat, sms]
speaker: ai|system
elements:
  - key: fee
    mode: verbatim
    any_of: ["\\\\bfee of\\\\b"]
position:
  before_event: payment_plan_agreed
`;

const sentences = (text: string) => readRules(text).problems.map(problemSentence);

describe("a rule as text", () => {
  it("is read with what is usual where it says nothing", () => {
    const { drafts, problems } = readRules(written);
    expect(problems).toEqual([]);
    expect(drafts).toMatchObject([
      {
        ...{ version: null, isOn: null, line: 1 },
        rule: {
          ...{ id: "our-fees", owner: "not named", language: "en", effectiveFrom: null },
          scope: "once_per_interaction",
          trigger: { conditions: ["ai_agent"], event: "payment_plan_agreed" },
          speakers: ["ai", "system"],
          elements: [{ key: "fee", mode: "verbatim", anyOf: ["\\bfee of\\b"] }],
          position: { beforeEvent: "payment_plan_agreed", withinAgentTurns: null },
        },
      },
    ]);
  });

  it("is the same rule after it was written and read again, every shipped one", () => {
    const text = formatRules(
      disclosureRules.map((rule) => ({ rule, isOn: false, hasVersion: true })),
      {},
    );
    const { drafts, problems } = readRules(text);
    expect(problems).toEqual([]);
    const again = drafts.map(({ rule, version }) => ({ ...rule, version }));
    expect(again).toEqual(disclosureRules.toSorted((a, b) => (a.id < b.id ? -1 : 1)));
    expect(drafts.every(({ isOn }) => isOn === false)).toBe(true);
    for (const rule of disclosureRules) {
      const alone = readRules(formatRule({ rule, isOn: null, hasVersion: false })).drafts[0];
      expect(alone?.rule).toEqual({ ...rule, version: 0 });
      expect(alone).toMatchObject({ version: null, isOn: null, line: 1 });
    }
  });
});

describe("what is stated of a workspace", () => {
  const notice = {
    ...({
      channel: "voice",
      gives: "call-is-recorded",
      medium: "ivr",
      from: "2026-01-01",
    } as const),
    ...{ to: null, text: "This call is recorded.", statedBy: "Ann" },
  };

  it("is read again as it was written, with rules or alone", () => {
    const stated = {
      ...{ notices: [notice], facts: { debt_collector: true } },
      regions: { "south-1": "IN", "Region Süd": "DE" },
    };
    for (const text of [formatStated(stated), formatRules([], stated)]) {
      expect(readRules(text)).toMatchObject({ drafts: [], problems: [] });
      expect(readRules(text).stated).toEqual(stated);
    }
    expect(readRules(formatRules([], {})).stated).toEqual({});
    expect(readRules(formatStated({})).stated).toEqual({ notices: [], facts: {}, regions: {} });
    expect(readRules(written).stated).toEqual({});
  });

  it("is refused with its line where it cannot be used", () => {
    const text = formatStated({ notices: [notice], facts: { debt_collector: true } });
    const problemOf = (now: string, instead: string) => sentences(text.replace(now, instead))[0];
    expect(text).toContain("stated_by: Ann");
    expect(problemOf("medium: ivr", "medium: radio")).toMatch(
      /^4: notices\.0\.medium .*“radio”.* ivr, /,
    );
    expect(sentences(text.replace("stated_by", "by"))).toEqual([
      expect.stringMatching(/^2: notices\.0\.stated_by .*missing/),
      expect.stringMatching(/^7: notices\.0\.by .*no field/),
    ]);
    expect(problemOf("2026-01-01", "May")).toMatch(/“May”.* a day/u);
    expect(problemOf("debt_collector: true", "debt_collector: maybe")).toMatch(
      /^9: facts\.debt_collector .*true or false/,
    );
    expect(sentences("regions:\n  south-1: IN\n  zone-9: the moon\n")).toEqual([
      expect.stringMatching(/^3: regions\.zone-9 .*no place/u),
    ]);
  });
});

describe("what cannot be used is said with its line", () => {
  const high = "severity: high";
  const fee = "\\\\bfee of\\\\b";
  const event = "before_event: payment_plan_agreed";
  it.each([
    [high, "severity: urgent", 5, /severity .*“urgent”/u],
    ["title: Say what it costs\n", "", 1, /title .*missing/u],
    ["source: Our policy 7", "sorce: x", 4, /sorce .*no field/u],
    ["[US-CA]", "[California]", 3, /jurisdictions\.0 .*“California”/u],
    ["payment_plan_agreed\nch", "moon_is_full\nch", 6, /trigger .*“moon_is_full”/u],
    ["speaker: ai|system", "speaker: ai|parrot", 8, /speaker\.1 .*“parrot”/u],
    [fee, "(?<=a)fee", 12, /elements\.0\.any_of\.0 .*“fee”: .*“\(\?<=a\)fee” looks ahead/u],
    [fee, "fee (of", 12, /elements\.0\.any_of\.0 .*“fee \(of” .*regular expression/u],
    [event, "before_noon: 1", 14, /position\.before_noon .*no field/u],
    [high, `${high}\nscope: once_per_period`, 1, /period_days .*once_per_period/u],
    [event, `${event}\n  percent_range: 5`, 15, /position\.percent_range .*yet/u],
    [high, `${high}\nversion: two`, 6, /version .*whole number/u],
    [high, `${high}\neffective_from: 1 May`, 6, /effective_from .*“1 May”/u],
    [
      high,
      `${high}\neffective_from: 2026-05-01\neffective_to: 2026-05-01`,
      7,
      /effective_to .*after effective_from/u,
    ],
  ] as const)("%j as %j", (now, instead, line, problem) => {
    expect(written).toContain(now);
    const text = written.replace(now, instead);
    const said = sentences(text).filter((each) => each.startsWith(`${line}: rule our-fees, `));
    expect(said).toContainEqual(expect.stringMatching(problem));
    expect(readRules(text).drafts).toEqual([]);
  });

  it("of what is no rule, or stands twice, or is no YAML", () => {
    expect(sentences("")).toEqual([expect.stringMatching(/^1: .*no rules/)]);
    expect(sentences("rules: [7]")).toEqual([expect.stringMatching(/^1: .*no rule\b/)]);
    expect(sentences("a: [")[0]).toMatch(/^1: .*no YAML/);
    expect(sentences(`rules:\n${["", ""].map(() => asItem(written)).join("")}`)).toEqual([
      expect.stringMatching(/^16: rule our-fees, id .*twice/),
    ]);
    expect(sentences("x".repeat(1_000_001))).toHaveLength(1);
    const bomb = [
      "a: &a [x]",
      ...bombs(["a", "b", "c", "d", "e", "f", "g", "h", "i", "j"]),
      "rules: [*j]",
    ].join("\n");
    expect(readRules(bomb).drafts).toEqual([]);
  });

  it("and what changes nothing about the verdict is named but refuses nothing", () => {
    const text = `${written}needs_ack: false\nevidence: "seen"\n`;
    expect(sentences(text)).toEqual([
      expect.stringMatching(/^16: rule our-fees, evidence .*not kept/),
    ]);
    expect(readRules(text).drafts).toHaveLength(1);
  });
});

it("each rule of a file of another maker is read, or refused with what is in the way", () => {
  const usual = {
    ...{ jurisdictions: ["US-CA"], source: "Our policy 8", severity: "low", trigger: "always" },
    ...{ scope: "once_per_case", channels: ["chat"], speaker: "agent", evidence: "recall" },
  };
  const elements = [{ key: "thanks", any_of: ["thank you"], mode: "semantic" }];
  const rules = [
    { id: "our-thanks", title: "Thank the customer", ...usual, elements, note: "an example" },
    { id: "our-way-out", title: "Offer a person", ...usual },
    { id: "our-calls", title: "Call rarely", ...usual, elements, deadline: { max_events: 7 } },
  ];
  const text = JSON.stringify({ _note: "examples", schema: { id: "a slug" }, rules }, null, 1);
  const { drafts, problems } = readRules(text);
  expect(drafts.map(({ rule }) => rule.id)).toEqual(["our-thanks"]);
  const refused = problems.filter(({ isRefusal }) => isRefusal);
  expect(refused.map(({ rule, field }) => [rule, field])).toEqual([
    ["our-way-out", "elements"],
    ["our-calls", "deadline.from"],
    ["our-calls", "deadline.max_events"],
  ]);
});

it("each rule of the list that the project was given is read, or refused", () => {
  const path = requireShared("fixtures/disclosure-rules.json");
  const { drafts, problems } = readRules(readFileSync(path, "utf8"));
  const refused = new Set(problems.filter((each) => each.isRefusal).map(({ rule }) => rule));
  expect(drafts.length + refused.size).toBe(24);
  const ids = drafts.map(({ rule }) => rule.id);
  expect(ids).toContain("recording-notice-all-party");
  expect(ids).toContain("tcpa-optout-honoured");
  expect(ids).toContain("identity-before-account");
  expect(ids).toContain("regf-optout-electronic");
  expect(problems.every(({ rule, line }) => rule !== null && line > 1)).toBe(true);
});

function asItem(rule: string): string {
  return `  - ${rule.trimEnd().replaceAll("\n", "\n    ")}\n`;
}

/** Each names the one before nine times. */
function bombs(letters: readonly string[]): readonly string[] {
  return letters.slice(1).map((letter, at) => {
    const before = Array(9)
      .fill(`*${letters[at] ?? ""}`)
      .join(",");
    return `${letter}: &${letter} [${before}]`;
  });
}
