import { linkCases, relinkCases, type IsReturn } from "@/lib/cases/link-cases";
import { customerCasesMax } from "@/lib/domain/case/group-limits";
import type { Settings } from "@/lib/domain/settings/settings";
import {
  isSameIssue,
  readContactIssue,
  type ContactIssue,
} from "@/lib/evaluators/same-issue/compare-contacts";
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
  const isReturn = isReturnOf(customer);
  return changes === null
    ? linkCases(cases, settings, isReturn)
    : relinkCases(cases, changes, settings, isReturn);
}

/** Compares a contact with some of the earlier case; reads each contact's words once, and only of those compared. */
function isReturnOf({ readContact }: CustomerToLink): IsReturn<CustomerCase> {
  const known = new Map<string, ContactIssue>();
  const issueOf = (key: number, ordinal: number): ContactIssue => {
    const place = `${String(key)} ${String(ordinal)}`;
    const issue = known.get(place) ?? readContactIssue(readContact(key, ordinal));
    known.set(place, issue);
    return issue;
  };
  return (earlier, contacts, later, { ordinal }) =>
    contacts.some((each) =>
      isSameIssue(issueOf(earlier.key, each.ordinal), issueOf(later.key, ordinal)),
    );
}
