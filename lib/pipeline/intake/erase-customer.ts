import type { HashTombstone } from "@/lib/domain/privacy/tombstone";
import type { WorkspaceName } from "@/lib/domain/workspace";
import { eraseIdsFromAudit } from "@/lib/store/access/erase-ids";
import { openWriter } from "@/lib/store/open-database";
import {
  eraseCustomer,
  planErasure,
  readErasedUs,
  type Erasure,
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

export type AuditErasure = {
  readonly workspace: WorkspaceName;
  /** See `customerReference`. */
  readonly reference: string;
  readonly ids: readonly string[];
  /** Microseconds since 1970. */
  readonly nowUs: number;
};

const patienceMs = 10_000;

/** Takes an erased customer's ids out of the audit and its file. Repeatable. */
export async function eraseFromAudit(
  { workspace, reference, ids, nowUs }: AuditErasure,
  path = accessPath(),
): Promise<void> {
  const db = await openWriter(path, patienceMs, "access");
  try {
    const entry = {
      actor: "server",
      network: "loopback",
      action: "ids-erased",
      workspace,
      target: reference,
      before: null,
    } as const;
    const rows = await eraseIdsFromAudit(db, workspace, new Set(ids), entry, nowUs);
    if (rows > 0) await db.rewrite();
  } finally {
    await db.close();
  }
}
