import { linkCases } from "@/lib/cases/link-cases";
import { readCustomerCases, writeCustomerLinks } from "@/lib/store/customer-links";
import type { Database } from "@/lib/store/database";
import type { QueueEntry } from "@/lib/store/queue";
import type { DerivationContext } from "./derivation-context";

/**
 * Links a customer's cases anew and stores what it found.
 * @returns false where they changed meanwhile
 */
export async function linkDirtyCustomer(
  db: Database,
  entry: QueueEntry,
  { settings }: DerivationContext,
): Promise<boolean> {
  const links = linkCases(await readCustomerCases(db, entry.key), settings);
  return writeCustomerLinks(db, entry, links);
}
