import { outcomes } from "@/lib/domain/case/outcome";
import { slaStateOf } from "../case-table/sla-columns";
import type { Snapshot } from "../ask/snapshot";
import { latestOf } from "../select/latest-of";
import { caseTies, compareTies } from "../select/tie-order";

/** By code of an outcome: 1 where the case is open. */
const isOpen = Uint8Array.from(outcomes, (each) =>
  Number(each === "in_progress" || each === "reopened"),
);
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
  const { outcome: outcomeOf } = columns;
  const { first, count } = promises;
  const { dueUs } = promises.instants;
  const { combinations, codes } = promises.dimensionGroups.promises;
  const isOverdue = combinations.values.map(({ state }) => state === "overdue");
  const isPromised = combinations.values.map(({ state }) => state === "open");
  const hasDue = (key: number) => {
    const begin = first[key] ?? 0;
    for (let place = begin; place < begin + (count[key] ?? 0); place += 1) {
      const code = codes[place] ?? 0;
      if (isOverdue[code] === true) return true;
      if (isPromised[code] === true && (dueUs[place] ?? Infinity) <= dueUntilUs) return true;
    }
    return false;
  };
  const hasClock = (key: number) => {
    const clock = slaStateOf(columns, key, about.asOfUs);
    return clock === "risk" || clock === "overdue";
  };
  const found: number[] = [];
  for (const key of selection().keys) {
    const outcome = outcomeOf[key] ?? mergedOutcome;
    if (outcome === mergedOutcome) continue;
    if (isOpen[outcome] === 1 || hasDue(key) || hasClock(key)) found.push(key);
  }
  if (found.length <= most) return { keys: found, isCapped: false };
  const ties = caseTies(table);
  const latest = latestOf(found, columns.lastContactUs, most);
  latest.sort((one, other) => compareTies(ties, one, other));
  return { keys: latest.slice(0, most), isCapped: true };
}
