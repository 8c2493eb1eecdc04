import { linkCases } from "@/lib/cases/link-cases";
import { compareOpenings } from "@/lib/evaluators/same-issue/compare-openings";
import {
  readCustomerCases,
  readOpenings,
  type CustomerCase,
  type CustomerLinks,
} from "@/lib/store/customer-links";
import type { Database } from "@/lib/store/database";
import type { QueueEntry } from "@/lib/store/queue";
import type { DerivationContext } from "./derivation-context";

/** Links a customer's cases anew. @returns what is to be stored */
export async function linkDirtyCustomer(
  db: Database,
  entry: QueueEntry,
  { settings }: DerivationContext,
): Promise<CustomerLinks> {
  const cases = await readCustomerCases(db, entry.key);
  const openings = isAskedOf(cases) ? await readOpenings(db, entry.key) : new Map<string, never>();
  const told = cases.map((each) => ({ ...each, opening: openings.get(each.caseId) ?? [] }));
  return { entry, links: linkCases(told, settings, compareOpenings) };
}

/** Words are read where an intent is missing: most customers have one case, and most cases an intent. */
function isAskedOf(cases: readonly CustomerCase[]): boolean {
  return cases.length > 1 && cases.some(({ intent }) => intent === null);
}
