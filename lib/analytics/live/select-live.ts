import { outcomes } from "@/lib/domain/case/outcome";
import { slaStateOf } from "../case-table/sla-columns";
import type { Snapshot } from "../ask/snapshot";

const openOutcomes: ReadonlySet<number> = new Set([
  outcomes.indexOf("in_progress"),
  outcomes.indexOf("reopened"),
]);
const mergedOutcome = outcomes.indexOf("duplicate");

/**
 * Keys of the cases that may need a person: still in progress or reopened, with a clock that runs out or did, or with
 * a promise that is due or overdue; if there are too many, those of the latest contact.
 * @param dueUntilUs promises due by then, microseconds since 1970
 * @param most so many at most
 */
export function selectLive(
  { table, selection, about }: Snapshot,
  dueUntilUs: number,
  most: number,
): { readonly keys: readonly number[]; readonly isCapped: boolean } {
  const { columns, promises } = table;
  const hasDue = (key: number) => {
    const first = promises.first[key] ?? 0;
    const { combinations, codes } = promises.dimensionGroups.promises;
    for (let place = first; place < first + (promises.count[key] ?? 0); place += 1) {
      const state = combinations.values[codes[place] ?? 0]?.state;
      if (state === "overdue") return true;
      if (state === "open" && (promises.instants.dueUs[place] ?? Infinity) <= dueUntilUs)
        return true;
    }
    return false;
  };
  const found: number[] = [];
  for (const key of selection().keys) {
    const outcome = columns.outcome[key] ?? mergedOutcome;
    if (outcome === mergedOutcome) continue;
    const clock = slaStateOf(columns, key, about.asOfUs);
    const isFound =
      openOutcomes.has(outcome) || clock === "risk" || clock === "overdue" || hasDue(key);
    if (isFound) found.push(key);
  }
  if (found.length <= most) return { keys: found, isCapped: false };
  const lastOf = (key: number) => columns.lastContactUs[key] ?? 0;
  found.sort((one, other) => lastOf(other) - lastOf(one) || one - other);
  return { keys: found.slice(0, most), isCapped: true };
}
