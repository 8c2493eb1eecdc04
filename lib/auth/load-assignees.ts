import "server-only";
import type { Viewer } from "@/lib/domain/people/permission";
import type { Assignee } from "@/lib/pages/live/live-model";
import { readAccounts } from "@/lib/store/access/accounts";
import { accessDb } from "./access-db";

/** Whom a viewer may give a case to: themselves first, then every account in use; a visitor of the demo sees none. */
export async function loadAssignees(viewer: Viewer): Promise<readonly Assignee[]> {
  const self = { id: viewer.actor, name: "You" };
  if (viewer.isDemo) return [self];
  const accounts = (await readAccounts(await accessDb())).filter(
    ({ publicId, disabledUs }) => publicId !== viewer.actor && disabledUs === null,
  );
  return [self, ...accounts.map(({ publicId, name }) => ({ id: publicId, name }))];
}
