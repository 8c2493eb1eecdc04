import { linkCases, relinkCases, type IssueLikeness } from "@/lib/cases/link-cases";
import { customerCasesMax } from "@/lib/domain/case/group-limits";
import type { Settings } from "@/lib/domain/settings/settings";
import { nameTwoPeople } from "@/lib/evaluators/facts/is-of-another";
import { compareOpenings } from "@/lib/evaluators/same-issue/compare-openings";
import {
  readCustomerToLink,
  type CustomerCase,
  type CustomerLinks,
  type CustomerToLink,
} from "@/lib/store/cases/customer-links";
import type { Database } from "@/lib/store/database";
import type { QueueEntry } from "@/lib/store/queue";
import type { DerivationContext } from "./derivation-context";
import { joinCases } from "./join-cases";

/**
 * Recomputes the links between a customer's changed cases, and the disclosures that depend on other cases.
 * @returns the rows to store
 */
export function linkDirtyCustomer(
  db: Database,
  entry: QueueEntry,
  { settings }: DerivationContext,
): Promise<CustomerLinks> {
  return linkCustomer(db, entry, settings, customerCasesMax);
}

/**
 * As `linkDirtyCustomer` for all given cases.
 * @param casesMax with more cases than this none is linked
 */
export async function linkCustomer(
  db: Database,
  entry: QueueEntry,
  settings: Settings,
  casesMax: number,
): Promise<CustomerLinks> {
  const joined = await readCustomerToLink(db, entry.key, casesMax, (customer) => ({
    links: linksOf(customer, settings),
    disclosures: joinCases(customer, settings),
  }));
  return { entry, ...joined };
}

function linksOf(customer: CustomerToLink, settings: Settings): CustomerLinks["links"] {
  const { cases, changes } = customer;
  if (cases === null) return "none";
  const likeness = likenessOf(customer);
  return changes === null
    ? linkCases(cases, settings, likeness)
    : relinkCases(cases, changes, settings, likeness);
}

/** Reads opening texts once per case, and only of cases that follow each other soon with no other intent. */
function likenessOf({ openingOf }: CustomerToLink): IssueLikeness<CustomerCase> {
  const known = new Map<number, readonly string[]>();
  const opening = ({ key }: CustomerCase): readonly string[] => {
    const texts = known.get(key) ?? openingOf(key);
    known.set(key, texts);
    return texts;
  };
  return (one, other) => {
    const [a, b] = [opening(one), opening(other)];
    // One customer id may stand for several people; another one's issue is another.
    return nameTwoPeople(a, b) ? 0 : compareOpenings(a, b);
  };
}
