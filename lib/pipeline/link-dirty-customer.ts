import { linkCases } from "@/lib/cases/link-cases";
import { readCustomerCases, type CustomerLinks } from "@/lib/store/customer-links";
import type { Database } from "@/lib/store/database";
import type { QueueEntry } from "@/lib/store/queue";
import type { DerivationContext } from "./derivation-context";

/** Links a customer's cases anew. @returns what is to be stored */
export async function linkDirtyCustomer(
  db: Database,
  entry: QueueEntry,
  { settings }: DerivationContext,
): Promise<CustomerLinks> {
  return { entry, links: linkCases(await readCustomerCases(db, entry.key), settings) };
}
