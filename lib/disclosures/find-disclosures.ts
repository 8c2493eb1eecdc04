import type { DerivedCase, Message } from "@/lib/domain/case/case";
import type { CaseDisclosure } from "@/lib/domain/case/case-disclosure";
import type { Settings } from "@/lib/domain/settings/settings";
import type { DisclosureRuleSettings } from "@/lib/domain/disclosures/rule-settings";
import type { DisclosedContact, KnownFacts } from "./contact";
import { evaluateOverCase } from "./evaluate-over-case";
import { noticesOfChannel, noticesOfEvents } from "./notices";
import { rulesThatAreOn } from "./rules";
import type { GivenEarlier } from "./scope";

/** The members of a case that its disclosures depend on. */
type DisclosedCase = Pick<DerivedCase, "messages" | "interactions" | "region"> &
  Partial<Pick<DerivedCase, "intent" | "inferredIntent" | "risk" | "caseEvents">>;

/**
 * Evaluates each rule that is on, on each contact of a case.
 * @param givenEarlier what the customer's earlier cases gave; null: not known
 * @returns by contact, then by rule
 */
export function findDisclosures(
  derived: DisclosedCase,
  { disclosureRules }: Pick<Settings, "disclosureRules">,
  givenEarlier: readonly GivenEarlier[] | null = null,
): readonly CaseDisclosure[] {
  const contacts = contactsOf(derived, disclosureRules);
  const byRule = rulesThatAreOn(disclosureRules).map((rule) =>
    evaluateOverCase(rule, contacts, givenEarlier),
  );
  return contacts.flatMap((_, at) => byRule.flatMap((findings) => findings[at] ?? []));
}

/** A case's contacts as rules are evaluated on them, with what the workspace states. */
export function contactsOf(
  derived: DisclosedCase,
  { notices = [], facts = {} }: Pick<DisclosureRuleSettings, "notices" | "facts">,
): readonly DisclosedContact[] {
  const { interactions, messages, region, intent, inferredIntent, risk } = derived;
  const known: KnownFacts = {
    intent: intent ?? inferredIntent?.intent ?? null,
    risk: risk ?? null,
    workspace: facts,
    areAssumed: false,
  };
  const messagesByContact = interactions.map((): Message[] => []);
  for (const message of messages) messagesByContact[message.interaction]?.push(message);
  return interactions.map((interaction) => ({
    interaction,
    messages: messagesByContact[interaction.ordinal] ?? [],
    region,
    startUs: interaction.startUs,
    notices: [
      ...noticesOfEvents(derived.caseEvents ?? [], interaction.ordinal),
      ...noticesOfChannel(notices, interaction.channel, interaction.startUs),
    ],
    facts: known,
  }));
}
