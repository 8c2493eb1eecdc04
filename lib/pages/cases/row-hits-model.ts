import type { RowHit } from "@/lib/analytics/search/row-hit";

/** What a search found in the cases of one page of the list, by case id. */
export type RowHits = ReadonlyMap<string, RowHit>;
