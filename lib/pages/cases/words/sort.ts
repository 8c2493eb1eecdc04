import type { CaseSortKey } from "@/lib/analytics/filter/cases-query";

/** Sort columns as text within a sentence. */
export const sortWords: Readonly<Record<CaseSortKey, string>> = {
  last_contact: "last contact",
  opened: "opening",
  touchpoints: "contacts",
  handoffs: "context kept at handoffs",
  messages: "messages",
  worst_score: "worst score",
  outcome: "outcome",
  type: "type",
  risk: "risk",
  csat: "CSAT",
  case: "case",
};

type Order = readonly [ascending: string, descending: string];

const byTime: Order = ["oldest first", "newest first"];
const bySize: Order = ["fewest first", "most first"];
const byName: Order = ["A to Z", "Z to A"];

const orders: Readonly<Record<CaseSortKey, Order>> = {
  last_contact: byTime,
  opened: byTime,
  touchpoints: bySize,
  handoffs: ["least kept first", "most kept first"],
  messages: bySize,
  worst_score: ["worst first", "best first"],
  outcome: ["most urgent first", "least urgent first"],
  type: byName,
  risk: ["lowest first", "highest first"],
  csat: ["lowest first", "highest first"],
  case: byName,
};

/** Sort directions as text: "newest first". */
export function sortOrderWords(sort: CaseSortKey, direction: "asc" | "desc"): string {
  return orders[sort][direction === "asc" ? 0 : 1];
}
