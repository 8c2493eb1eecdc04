import { DomainError } from "@/lib/domain/domain-error";
import type { Scope } from "@/lib/domain/people/permission";
import { caseVisibility } from "@/lib/store/cases/case-scope";
import type { Database } from "@/lib/store/database";

/** A workspace as somebody sees it. */
export type SeenDatabase = {
  readonly db: Database;
  /** Null where every case is seen. */
  readonly scope: Scope | null;
};

/** @throws DomainError "not-found" where there is no such case, and in the same words where it is beyond the scope */
export async function requireCase({ db, scope }: SeenDatabase, caseId: string): Promise<void> {
  if ((await caseVisibility(db, scope, caseId)) === "seen") return;
  throw new DomainError("not-found", `There is no case ${caseId}; check the id.`);
}
