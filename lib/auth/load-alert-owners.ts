import "server-only";
import { may } from "@/lib/domain/people/permission";
import type { AlertOwners } from "@/lib/pages/alerts/alerts-model";
import { readAccounts } from "@/lib/store/access/accounts";
import { accessDb } from "./access-db";

/** Names of accounts by public id, with whether they may have alerts. */
export async function loadAlertOwners(): Promise<AlertOwners> {
  const accounts = await readAccounts(await accessDb());
  return new Map(
    accounts.map(({ publicId, name, role, scope, disabledUs }) => {
      const isAllowed = disabledUs === null && may({ role, scope, isDemo: false }, "manage-alerts");
      return [publicId, { name, isAllowed }];
    }),
  );
}
