import { DomainError } from "@/lib/domain/domain-error";
import type { HashTombstone } from "@/lib/domain/privacy/tombstone";
import type { ChangeAnswer, ErasureChange } from "@/lib/domain/settings/workspace-change";
import type { WorkspaceName } from "@/lib/domain/workspace";
import type { Database } from "@/lib/store/port";
import { eraseEverywhere } from "../intake/erase-customer";

type ErasureContext = {
  readonly db: Database;
  readonly workspace: WorkspaceName;
  readonly hashTombstone: HashTombstone;
  /** Microseconds since 1970. */
  readonly nowUs: number;
};

/**
 * Erases a customer in the workspace and its ids in the audit. What is derived follows, and the bytes in the file
 * are taken out once that is done (`startTidying`).
 * @throws DomainError with a sentence for the user: nothing is stored of the customer
 */
export async function applyErasure(
  { db, workspace, hashTombstone, nowUs }: ErasureContext,
  { customerId, reference }: ErasureChange,
): Promise<ChangeAnswer> {
  const request = { customerId, hashTombstone, nowUs, workspace, reference };
  const { spans, records } = await eraseEverywhere(db, request);
  if (spans + records === 0) {
    throw new DomainError("not-found", "Nothing is stored of this customer any more.");
  }
  return { id: null };
}
