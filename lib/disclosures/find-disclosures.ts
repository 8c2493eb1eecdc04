import type { DerivedCase, Message } from "@/lib/domain/case/case";
import type { CaseDisclosure } from "@/lib/domain/case/case-disclosure";
import type { Settings } from "@/lib/domain/settings/settings";
import { evaluateRule } from "./evaluate-rule";
import { findRule } from "./rules";

/**
 * Evaluates each rule that is on, on each contact of a case.
 * @returns by contact, then by rule
 */
export function findDisclosures(
  derived: Pick<DerivedCase, "messages" | "interactions" | "region">,
  { disclosureRules }: Pick<Settings, "disclosureRules">,
): readonly CaseDisclosure[] {
  const rules = disclosureRules.map(findRule).filter((rule) => rule !== null);
  const messagesByContact = derived.interactions.map((): Message[] => []);
  for (const message of derived.messages) messagesByContact[message.interaction]?.push(message);
  return derived.interactions.flatMap((interaction) => {
    const contact = {
      interaction,
      messages: messagesByContact[interaction.ordinal] ?? [],
      region: derived.region,
      startUs: interaction.startUs,
    };
    return rules.map((rule) => evaluateRule(rule, contact));
  });
}
