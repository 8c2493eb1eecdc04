import { DomainError } from "@/lib/domain/domain-error";
import type { Scope } from "@/lib/domain/people/permission";
import { caseVisibility } from "@/lib/store/cases/case-scope";
import type { Database } from "@/lib/store/port";

/** A workspace limited to a user's scope. */
export type SeenDatabase = {
  readonly db: Database;
  /** Null: all cases are visible. */
  readonly scope: Scope | null;
};

/** @throws DomainError "not-found" if the case does not exist or is outside the scope, in the same words */
export async function requireCase({ db, scope }: SeenDatabase, caseId: string): Promise<void> {
  if ((await caseVisibility(db, scope, caseId)) === "seen") return;
  throw new DomainError("not-found", `There is no case ${caseId}; check the id.`);
}
