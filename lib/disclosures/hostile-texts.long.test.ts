import { expect, it } from "vitest";
import { evaluateRules } from "@/lib/testing/hostile/evaluate-rules";
import { hostileTexts } from "@/lib/testing/hostile/texts";
import { disclosureRules } from "./rules";

it.each(hostileTexts)("every rule comes to its findings: $name", ({ of }) => {
  const findings = evaluateRules(of(10_000));
  // One of each rule in each of the two contacts.
  expect(findings.map(({ length }) => length)).toEqual(disclosureRules.map(() => 2));
});
