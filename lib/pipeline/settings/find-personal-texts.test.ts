import { describe, expect, it } from "vitest";
import { disclosureRules } from "@/lib/disclosures/rules";
import type { DisclosureRule } from "@/lib/domain/disclosures/rule";
import { findPersonalTexts } from "./find-personal-texts";

function problemsOf(rule: DisclosureRule): readonly string[] {
  const drafts = [{ rule, version: null, isOn: null, line: 1 }];
  return findPersonalTexts({ drafts, stated: {} }).map(({ field, words }) => `${field}: ${words}`);
}

describe("personal data in rules", () => {
  it("is in none of the shipped rules", () => {
    expect(disclosureRules.length).toBeGreaterThan(20);
    expect(disclosureRules.flatMap(problemsOf)).toEqual([]);
  });

  it("is a postal address, but not the section of a law", () => {
    const [rule] = disclosureRules;
    if (rule === undefined) throw new Error("no rule is shipped");
    for (const source of [
      "Cal. Civ. Code § 1798.100",
      "Tex. Bus. & Com. Code §§ 305.053, 306.002",
    ]) {
      expect(problemsOf({ ...rule, source })).toEqual([]);
    }
    expect(problemsOf({ ...rule, source: "Ann, 12 Elm Street, Springfield, § 3" })).toEqual([
      expect.stringMatching(/^source: holds personal data \(address\)/u),
    ]);
  });
});
