import { DomainError } from "@/lib/domain/domain-error";
import type { VerdictChange } from "@/lib/domain/gate/stored-verdict";
import type { ChangeAnswer } from "@/lib/domain/settings/workspace-change";
import { deleteVerdict } from "@/lib/store/gate/verdicts";
import type { CaseChangeContext } from "./apply-case-change";

/** Deletes what a verdict says; its attempt stays counted. @throws DomainError with a sentence for the user */
export const verdictChangeAppliers = {
  "verdict-deleted": async (
    { db, nowUs }: CaseChangeContext,
    { id, actor }: VerdictChange,
  ): Promise<ChangeAnswer> => {
    const isDeleted = await db.write((connection) => deleteVerdict(connection, id, actor, nowUs));
    if (isDeleted) return { id: null };
    throw new DomainError("not-found", "This verdict was deleted already; load the page again.");
  },
};
