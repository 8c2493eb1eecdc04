import type { HashTombstone } from "@/lib/domain/privacy/tombstone";
import type { WorkspaceName } from "@/lib/domain/workspace";
import { eraseIdsFromAudit } from "@/lib/store/access/erase-ids";
import { openWriter } from "@/lib/store/open-database";
import type { Database } from "@/lib/store/port";
import {
  eraseCustomer,
  planErasure,
  readErasedUs,
  type Erasure,
  type ErasureRequest,
} from "@/lib/store/erasure/erase-data";
import { accessPath } from "../worker/data-folder";
import type { IntakePreparation } from "./preparation";

export { eraseCustomer, planErasure, readErasedUs };
export type { Erasure };

/** A customer's id as it is stored: masked where it is personal. */
export function storedCustomerId(typed: string, { masker }: IntakePreparation): string {
  return masker.text.mask(typed, { keyHint: "customer_id" }).text;
}

/** What the audit calls a customer: nobody without the workspace's key can tell who it is. */
export function customerReference(customerId: string, hashTombstone: HashTombstone): string {
  return `customer ${hashTombstone("customer", customerId).slice(0, 16)}`;
}

export type ErasureEverywhere = ErasureRequest & {
  readonly workspace: WorkspaceName;
  /** See `customerReference`. */
  readonly reference: string;
};

const patienceMs = 10_000;

/**
 * Erases a customer in a workspace, in one transaction, and its ids in the audit and its file: there first, as they are
 * only known while something is stored, and again for what was audited meanwhile. Ended at any time it can be done again.
 */
export async function eraseEverywhere(
  db: Database,
  { workspace, reference, ...request }: ErasureEverywhere,
  auditPath = accessPath(),
): Promise<Erasure> {
  const audit = await openWriter(auditPath, patienceMs, "access");
  const entry = {
    actor: "server",
    network: "loopback",
    action: "ids-erased",
    workspace,
    target: reference,
    before: null,
  } as const;
  const eraseIds = ({ ids }: Erasure) =>
    eraseIdsFromAudit(audit, workspace, new Set(ids), entry, request.nowUs);
  try {
    await eraseIds(await planErasure(db, request));
    const erased = await eraseCustomer(db, request);
    await eraseIds(erased);
    await audit.rewrite();
    return erased;
  } finally {
    await audit.close();
  }
}
