import { expect, it } from "vitest";
import { disclosureRules } from "@/lib/disclosures/rules";
import { changedSettings } from "@/lib/domain/settings/changed-settings";
import { defaultSettings } from "@/lib/domain/settings/settings";
import { auditOfChange } from "./audit-of-change";

it("names the version of each rule that a change publishes, and no other change so", () => {
  const [rule] = disclosureRules;
  if (rule === undefined) throw new Error("No rule is shipped.");
  const published = { atUs: 1, by: "ann" };
  const edited = (...versions: readonly number[]) => ({
    ...defaultSettings,
    disclosureRules: {
      ...defaultSettings.disclosureRules,
      own: versions.map((version) => ({ rule: { ...rule, version }, published })),
    },
  });
  const audited = (before: typeof defaultSettings, settings: typeof defaultSettings) => {
    const { action, target } = auditOfChange(
      { kind: "settings", ...changedSettings(before, settings) },
      null,
    );
    return [action, target];
  };
  expect(audited(edited(8), edited(9))).toEqual(["rules-changed", `${rule.id} version 9`]);
  const off = { ...edited(9), disclosureRules: { ...edited(9).disclosureRules, on: [] } };
  expect(audited(edited(9), off)).toEqual(["rules-changed", null]);
  const idle = { ...edited(9), closeIdleDays: { ...defaultSettings.closeIdleDays, voice: 9 } };
  expect(audited(edited(8), idle)).toEqual(["settings-changed", undefined]);
});

it("says in words what a sample was drawn from, without what was searched for", () => {
  const draw = (filter: string) => {
    const sample = { seed: 7, filter, population: 40, items: [] };
    const { target, after } = auditOfChange({ kind: "sample-drawn", sample, actor: "ann" }, null);
    return [target, after];
  };
  expect(draw("from=2026-09-01&to=2026-09-30&risk=high&rule=sms-opt-out&on=sms")).toEqual([
    expect.stringMatching(/^SMS opt-out on SMS, .*high.* 1 Sept 2026 – 30 Sept 2026$/u),
    { kind: "sample-drawn", seed: 7, population: 40, findings: 0 },
  ]);
  // Words that somebody searched for may name a person, and are no part of it.
  const [target] = draw("period=all&q=anna+berg&rule=sms-opt-out");
  expect(target).toMatch(/^SMS opt-out, .* any time$/u);
  const [recent] = draw("period=90d&rule=sms-opt-out");
  expect(recent).toMatch(/^SMS opt-out, .* 90 days/u);
});
