import { isDeepStrictEqual } from "node:util";
import { readBeginnings } from "@/lib/cases/read-beginnings";
import { areCasesJoined, joinDisclosures } from "@/lib/disclosures/find-disclosures";
import type { CustomerFact } from "@/lib/domain/disclosures/customer-fact";
import type { Settings } from "@/lib/domain/settings/settings";
import type { CustomerCase, CustomerLinks, CustomerToLink } from "@/lib/store/cases/customer-links";
import type { CaseDisclosures } from "@/lib/store/cases/write-disclosures";
import { isKnown, withDisclosures } from "./judge-rules";

/**
 * Evaluates anew the disclosures of a customer's cases that other cases can change: of the changed cases, and of those
 * with a contact after a change. Nothing is read unless a rule that is on looks across cases.
 * @returns the cases whose disclosures differ from what is stored
 */
export function joinCases(
  customer: CustomerToLink,
  settings: Settings,
): CustomerLinks["disclosures"] {
  const { cases, changes } = customer;
  if (!areCasesJoined(settings)) return [];
  if (cases === null) return "alone";
  const changed = new Set(changes?.map(({ caseId }) => caseId));
  const changedUs = Math.min(...(changes?.map(({ contactUs }) => contactUs) ?? [0]));
  const facts = new Map(cases.map((each) => [each.key, factsOf(customer, each)]));
  return cases
    .filter(({ caseId, lastContactUs }) => changed.has(caseId) || (lastContactUs ?? 0) >= changedUs)
    .flatMap((each) => {
      const others = cases.flatMap(({ key }) => (key === each.key ? [] : (facts.get(key) ?? [])));
      return joinCase(customer, each, others, settings) ?? [];
    });
}

/** A duplicate that was merged into another case tells nothing of its own. */
function factsOf(customer: CustomerToLink, each: CustomerCase): readonly CustomerFact[] {
  if (each.mergedInto !== null) return [];
  return customer.readKnowledge(each.key)?.customerFacts ?? [];
}

/** @returns null if nothing differs from what is stored */
function joinCase(
  customer: CustomerToLink,
  { caseId }: CustomerCase,
  ofCustomer: readonly CustomerFact[],
  settings: Settings,
): CaseDisclosures | null {
  const stored = customer.readJudged(caseId);
  if (stored === null || !isKnown(stored)) return null;
  const { knowledge } = stored;
  const derived = { ...stored.derived, messages: readBeginnings(stored.derived.messages) };
  const disclosures = joinDisclosures(knowledge.disclosures, derived, settings, ofCustomer);
  if (isDeepStrictEqual(disclosures, knowledge.disclosures)) return null;
  return withDisclosures(stored, disclosures);
}
