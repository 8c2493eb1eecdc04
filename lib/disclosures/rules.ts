import { z } from "zod";
import { disclosureRuleSchema, type DisclosureRule } from "./rule";
import { aiIdentityRules } from "./rules/ai-identity";
import { consumerRules } from "./rules/consumer";
import { recordingRules } from "./rules/recording";

/** Every shipped rule; which of them are on is a setting. Add a file and a line here. */
export const disclosureRules: readonly DisclosureRule[] = z
  .array(disclosureRuleSchema)
  .parse([...aiIdentityRules, ...recordingRules, ...consumerRules]);

/** The rule with an id; null if there is none. */
export function findRule(id: string): DisclosureRule | null {
  return disclosureRules.find((rule) => rule.id === id) ?? null;
}
