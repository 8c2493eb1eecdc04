import { isDeepStrictEqual } from "node:util";
import { readBeginnings } from "@/lib/cases/read-beginnings";
import { areCasesJoined, joinDisclosures } from "@/lib/disclosures/find-disclosures";
import type { CustomerFact } from "@/lib/domain/disclosures/customer-fact";
import type { Settings } from "@/lib/domain/settings/settings";
import type { CustomerCase, CustomerLinks, CustomerToLink } from "@/lib/store/cases/customer-links";
import type { CaseDisclosures } from "@/lib/store/cases/write-disclosures";
import { isKnown, withDisclosures } from "./judge-rules";
import { mapInOrder } from "@/lib/domain/in-order";

/**
 * Evaluates anew the disclosures of a customer's cases that other cases can change: of the changed cases, and of those
 * with a contact after a change. Nothing is read unless a rule that is on looks across cases.
 * @returns the cases whose disclosures differ from what is stored
 */
export async function joinCases(
  customer: CustomerToLink,
  settings: Settings,
): Promise<CustomerLinks["disclosures"]> {
  const { cases, changes } = customer;
  if (!areCasesJoined(settings)) return [];
  if (cases === null) return "alone";
  const changed = new Set(changes?.map(({ caseId }) => caseId));
  const changedUs = Math.min(...(changes?.map(({ contactUs }) => contactUs) ?? [0]));
  const facts = new Map(
    await mapInOrder(cases, async (each) => [each.key, await factsOf(customer, each)]),
  );
  const affected = cases.filter(
    ({ caseId, lastContactUs }) => changed.has(caseId) || (lastContactUs ?? 0) >= changedUs,
  );
  const joined = await mapInOrder(affected, (each) => {
    const others = cases.flatMap(({ key }) => (key === each.key ? [] : (facts.get(key) ?? [])));
    return joinCase(customer, each, others, settings);
  });
  return joined.filter((each) => each !== null);
}

/** A duplicate that was merged into another case tells nothing of its own. */
async function factsOf(
  customer: CustomerToLink,
  each: CustomerCase,
): Promise<readonly CustomerFact[]> {
  if (each.mergedInto !== null) return [];
  return (await customer.readKnowledge(each.key))?.customerFacts ?? [];
}

/** @returns null if nothing differs from what is stored */
async function joinCase(
  customer: CustomerToLink,
  { caseId }: CustomerCase,
  ofCustomer: readonly CustomerFact[],
  settings: Settings,
): Promise<CaseDisclosures | null> {
  const stored = await customer.readJudged(caseId);
  if (stored === null || !isKnown(stored)) return null;
  const { knowledge } = stored;
  const derived = { ...stored.derived, messages: readBeginnings(stored.derived.messages) };
  const disclosures = joinDisclosures(knowledge.disclosures, derived, settings, ofCustomer);
  if (isDeepStrictEqual(disclosures, knowledge.disclosures)) return null;
  return withDisclosures(stored, disclosures);
}
