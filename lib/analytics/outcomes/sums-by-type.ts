import { addSums, type Sums } from "@/lib/stats/sums";
import type { Cell } from "./cell-sums";

/** The contacts of mature cases by type, over all first channels. */
export function sumsByType(cells: readonly Cell[]): ReadonlyMap<string, Sums> {
  const sums = new Map<string, Sums>();
  for (const { type, contacts } of cells) {
    sums.set(type, addSums([sums.get(type) ?? addSums([]), contacts]));
  }
  return sums;
}
