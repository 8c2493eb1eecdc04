/** Canonical form of an intent: equal for "Refund Request", "refund_request" and "refundRequest". */
export function intentSpelling(intent: string): string {
  return intent
    .replaceAll(/([a-z\d])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .split(/[\s_\-./:]+/)
    .filter((word) => word !== "")
    .sort()
    .join(" ");
}
