import type { Scope } from "@/lib/domain/people/permission";
import { caseVisibility } from "@/lib/store/cases/case-scope";
import type { Database } from "@/lib/store/port";

/** The id of a linked case, or null where it is outside the scope. */
export async function seenLink(
  db: Database,
  scope: Scope | null,
  caseId: string | null,
): Promise<string | null> {
  if (scope === null || caseId === null) return caseId;
  return (await caseVisibility(db, scope, caseId)) === "seen" ? caseId : null;
}
