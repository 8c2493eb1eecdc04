import type { Lines } from "./lines";
import { accountOpenings } from "./openings-account";
import { billingOpenings } from "./openings-billing";
import { deliveryOpenings } from "./openings-delivery";
import { outageOpenings } from "./openings-outage";
import { refundOpenings } from "./openings-refund";

const openings: Readonly<Record<string, Lines>> = {
  ...accountOpenings,
  ...billingOpenings,
  ...deliveryOpenings,
  ...outageOpenings,
  ...refundOpenings,
};

/**
 * Customers' first messages by intent.
 * @throws Error for an unknown intent
 */
export function openingsFor(intent: string): Lines {
  const lines = openings[intent];
  if (lines === undefined) throw new Error(`Nobody begins about ${intent}.`);
  return lines;
}
