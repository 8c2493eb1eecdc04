import { idSegment } from "@/lib/format/id-segment";

/** The address of a customer's page. */
export function customerHref(customerId: string): string {
  return `/customers/${idSegment(customerId)}`;
}
