import type { DerivedCase, Message } from "@/lib/domain/case/case";
import type { CaseDisclosure } from "@/lib/domain/case/case-disclosure";
import type { DisclosureRule } from "@/lib/domain/disclosures/rule";
import { looksAcrossCases } from "@/lib/domain/disclosures/rule-reach";
import type { Settings } from "@/lib/domain/settings/settings";
import type { CustomerFact } from "@/lib/domain/disclosures/customer-fact";
import type { StatedFacts } from "@/lib/domain/disclosures/rule-settings";
import type { DisclosedContact, KnownFacts } from "./contact";
import { customerFactsOf, evaluateOverCase } from "./evaluate-over-case";
import { noticesOfChannel, noticesOfEvents } from "./notices";
import { placedRegion } from "./places/read-region";
import { rulesThatAreOn } from "./rules";

/** The members of a case that its disclosures depend on. */
type DisclosedCase = Pick<DerivedCase, "messages" | "interactions" | "region"> &
  Partial<Pick<DerivedCase, "intent" | "inferredIntent" | "risk" | "caseEvents">>;

/**
 * Evaluates each rule that is on, on each contact of a case.
 * @param ofCustomer what the customer's other cases say; null: not known
 * @returns by contact, then by rule
 */
export function findDisclosures(
  derived: DisclosedCase,
  { disclosureRules }: Pick<Settings, "disclosureRules">,
  ofCustomer: readonly CustomerFact[] | null = null,
): readonly CaseDisclosure[] {
  const contacts = contactsOf(derived, disclosureRules);
  const byRule = rulesThatAreOn(disclosureRules).map((rule) =>
    evaluateOverCase(rule, contacts, ofCustomer),
  );
  return contacts.flatMap((_, at) => byRule.flatMap((findings) => findings[at] ?? []));
}

/**
 * A case's findings by the rules that are on now: those of the kept rules as they were found, the others judged anew.
 * @param findings all of the case's, by the rules that were on before
 * @returns as `findDisclosures`
 */
export function renewDisclosures(
  findings: readonly CaseDisclosure[],
  derived: DisclosedCase,
  { disclosureRules }: Pick<Settings, "disclosureRules">,
  isKept: (rule: DisclosureRule) => boolean,
): readonly CaseDisclosure[] {
  const contacts = contactsOf(derived, disclosureRules);
  const found = new Map(findings.map((each) => [keyOf(each), each]));
  const byRule = rulesThatAreOn(disclosureRules).map((rule) =>
    isKept(rule)
      ? contacts.map(({ interaction: { ordinal } }) =>
          found.get(keyOf({ rule: rule.id, interaction: ordinal })),
        )
      : evaluateOverCase(rule, contacts, null),
  );
  return contacts.flatMap((_, at) => byRule.flatMap((each) => each[at] ?? []));
}

/** True if a rule that is on needs to know the customer's other cases. */
export function areCasesJoined({ disclosureRules }: Pick<Settings, "disclosureRules">): boolean {
  return rulesThatAreOn(disclosureRules).some(looksAcrossCases);
}

/** What a case tells its customer's other cases; none unless a rule that is on asks for it. */
export function findCustomerFacts(
  derived: DisclosedCase,
  { disclosureRules }: Pick<Settings, "disclosureRules">,
): readonly CustomerFact[] {
  const rules = rulesThatAreOn(disclosureRules).filter(looksAcrossCases);
  if (rules.length === 0) return [];
  const contacts = contactsOf(derived, disclosureRules);
  return rules.flatMap((rule) => customerFactsOf(rule, contacts));
}

/** A case's findings with those renewed that the customer's other cases can change. */
export function joinDisclosures(
  findings: readonly CaseDisclosure[],
  derived: DisclosedCase,
  { disclosureRules }: Pick<Settings, "disclosureRules">,
  ofCustomer: readonly CustomerFact[] | null,
): readonly CaseDisclosure[] {
  const contacts = contactsOf(derived, disclosureRules);
  const renewed = new Map(
    rulesThatAreOn(disclosureRules)
      .filter(looksAcrossCases)
      .flatMap((rule) => evaluateOverCase(rule, contacts, ofCustomer))
      .map((each) => [keyOf(each), each]),
  );
  return findings.map((each) => renewed.get(keyOf(each)) ?? each);
}

function keyOf({ rule, interaction }: Pick<CaseDisclosure, "rule" | "interaction">): string {
  return `${String(interaction)} ${rule}`;
}

/** A case's contacts as rules are evaluated on them, with what the workspace states. */
export function contactsOf(
  derived: DisclosedCase,
  { notices = [], facts = {}, regions = {} }: StatedFacts,
): readonly DisclosedContact[] {
  const { interactions, messages, intent, inferredIntent, risk } = derived;
  const region = placedRegion(derived.region, regions);
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
