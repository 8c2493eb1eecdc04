import type { Handoff } from "@/lib/domain/case/case";

/** True where the customer came back in another contact on their own, so that nobody handed them over. */
export function isOwnReturn({ initiator, fromInteraction, toInteraction }: Handoff): boolean {
  return initiator === "customer" && fromInteraction !== toInteraction;
}
