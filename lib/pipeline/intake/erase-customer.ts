import {
  eraseCustomer,
  planErasure,
  readErasedUs,
  type Erasure,
} from "@/lib/store/erasure/erase-data";
import type { HashTombstone } from "@/lib/domain/privacy/tombstone";
import type { IntakePreparation } from "./preparation";

export { sweepRemoved } from "@/lib/store/erasure/sweep";
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
