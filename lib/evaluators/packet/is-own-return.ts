import type { Handoff } from "@/lib/domain/case/case";

/** True if the customer came back in another contact on their own, without a transfer. */
export function isOwnReturn({ initiator, fromInteraction, toInteraction }: Handoff): boolean {
  return initiator === "customer" && fromInteraction !== toInteraction;
}
