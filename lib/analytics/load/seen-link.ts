import type { Scope } from "@/lib/domain/people/permission";
import { caseVisibility } from "@/lib/store/cases/case-scope";
import type { Database } from "@/lib/store/database";

/** The id of another case that a case leads to, or null where whoever looks may not know of that one. */
export async function seenLink(
  db: Database,
  scope: Scope | null,
  caseId: string | null,
): Promise<string | null> {
  if (scope === null || caseId === null) return caseId;
  return (await caseVisibility(db, scope, caseId)) === "seen" ? caseId : null;
}
