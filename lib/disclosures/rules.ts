import { z } from "zod";
import { disclosureRuleSchema, type DisclosureRule } from "@/lib/domain/disclosures/rule";
import type { Severities } from "@/lib/domain/disclosures/severity";
import type { DisclosureRuleSettings, WorkspaceRule } from "@/lib/domain/disclosures/rule-settings";
import { aiIdentityRules } from "./rules/ai-identity";
import { consumerRules } from "./rules/consumer";
import { debtRules } from "./rules/debts";
import { messageRules } from "./rules/messages";
import { paymentRules } from "./rules/payments";
import { recordingRules } from "./rules/recording";

/** Every shipped rule; which of them are on is a setting. Add a file and a line here. */
export const disclosureRules: readonly DisclosureRule[] = z
  .array(disclosureRuleSchema)
  .parse([
    ...aiIdentityRules,
    ...recordingRules,
    ...debtRules,
    ...messageRules,
    ...paymentRules,
    ...consumerRules,
  ]);

/** Every rule of a workspace: the shipped ones, edited or not, then its own. */
export function workspaceRules({ on, own }: DisclosureRuleSettings): readonly WorkspaceRule[] {
  const ownById = new Map(own.map((each) => [each.rule.id, each]));
  const shipped = disclosureRules.map((rule) => ({
    ...(ownById.get(rule.id) ?? { rule, published: null }),
    shipped: rule,
  }));
  const others = own
    .filter(({ rule }) => findRule(rule.id) === null)
    .map((each) => ({ ...each, shipped: null }));
  return [...shipped, ...others].map((each) => ({ ...each, isOn: on.includes(each.rule.id) }));
}

/** How bad it is if a rule's disclosure is not given, of every rule of a workspace. */
export function ruleSeverities(settings: DisclosureRuleSettings): Severities {
  return new Map(workspaceRules(settings).map(({ rule }) => [rule.id, rule.severity]));
}

/** The rules that are on, in the order of the settings. */
export function rulesThatAreOn({ on, own }: DisclosureRuleSettings): readonly DisclosureRule[] {
  return on.flatMap((id) => own.find(({ rule }) => rule.id === id)?.rule ?? findRule(id) ?? []);
}

/** The shipped rule with an id; null if there is none. */
export function findRule(id: string): DisclosureRule | null {
  return disclosureRules.find((rule) => rule.id === id) ?? null;
}
