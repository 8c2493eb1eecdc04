import type { Scope } from "@/lib/domain/people/permission";
import { may } from "@/lib/domain/people/permission";
import type { StoredAlertRule } from "@/lib/domain/alerts/alert-rule";
import { readAccounts } from "@/lib/store/access/accounts";
import { isDatabaseThere } from "@/lib/store/location";
import { openReader } from "@/lib/store/open-database";

/** What a rule's owner may see, and their address; the address is null for a visitor of the demo. */
export type AlertOwner = { readonly scope: Scope | null; readonly email: string | null };

/** Finds the owner of a rule; null: they may not have alerts any more. */
export type OwnerOf = (rule: Pick<StoredAlertRule, "owner" | "isOfVisitor">) => AlertOwner | null;

/** Reads who may have alerts. @param path of the database of accounts */
export async function readOwners(path: string): Promise<OwnerOf> {
  const owners = new Map<string, AlertOwner>();
  if (isDatabaseThere(path)) {
    const db = openReader(path);
    try {
      for (const { publicId, role, scope, email, disabledUs } of await readAccounts(db)) {
        const isAllowed = may({ role, scope, isDemo: false }, "manage-alerts");
        if (disabledUs === null && isAllowed) owners.set(publicId, { scope, email });
      }
    } finally {
      await db.close();
    }
  }
  return ({ owner, isOfVisitor }) =>
    isOfVisitor ? { scope: null, email: null } : (owners.get(owner) ?? null);
}
