import { linkCases, relinkCases, type IsReturn } from "@/lib/cases/links/link-cases";
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
import type { Database } from "@/lib/store/port";
import type { QueueEntry } from "@/lib/store/queue";
import type { DerivationContext } from "./derivation-context";
import { joinCases } from "./join-cases";
import { someInOrder } from "@/lib/domain/in-order";

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
  const joined = await readCustomerToLink(db, entry.key, casesMax, async (customer) => ({
    links: await linksOf(customer, settings),
    disclosures: await joinCases(customer, settings),
  }));
  return { entry, ...joined };
}

async function linksOf(
  customer: CustomerToLink,
  settings: Settings,
): Promise<CustomerLinks["links"]> {
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
  const issueOf = async (key: number, ordinal: number): Promise<ContactIssue> => {
    const place = `${String(key)} ${String(ordinal)}`;
    const issue = known.get(place) ?? readContactIssue(await readContact(key, ordinal));
    known.set(place, issue);
    return issue;
  };
  return async (earlier, contacts, later, { ordinal }) =>
    await someInOrder(contacts, async (each) =>
      isSameIssue(await issueOf(earlier.key, each.ordinal), await issueOf(later.key, ordinal)),
    );
}
