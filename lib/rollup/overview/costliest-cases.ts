import { isResolved, outcomes } from "@/lib/domain/outcome";
import { meanOf } from "@/lib/stats/sums";
import type { CaseTable } from "../case-table/case-table";
import type { Cell } from "./cell-sums";
import { sumsByType } from "./sums-by-type";

/** A case that took more contacts than cases of its type do, and was not resolved. */
export type CostlyCase = {
  readonly key: number;
  readonly contacts: number;
  /** The mean of the mature cases of its type. */
  readonly expected: number;
};

const failedOf = Uint8Array.from(outcomes, (each) => Number(isResolved(each) === false));

/**
 * The cases with the most contacts beyond what their type needs, among those not resolved.
 * @param keys of the cases, `cells` of the same; @param most how many to tell
 */
export function costliestCases(
  { columns, dictionaries }: CaseTable,
  keys: Uint32Array,
  cells: readonly Cell[],
  most: number,
): readonly CostlyCase[] {
  const means = sumsByType(cells);
  const expectedOf = Float64Array.from(dictionaries.type.values, ({ type }) => {
    const sums = means.get(type?.[0] ?? "");
    return sums === undefined ? NaN : meanOf(sums);
  });
  const found: CostlyCase[] = [];
  const { outcome, touchpoints, type } = columns;
  let least = 0;
  for (let index = 0; index < keys.length; index += 1) {
    const key = keys[index] ?? 0;
    if (failedOf[outcome[key] ?? 0] !== 1) continue;
    const contacts = touchpoints[key] ?? 0;
    const expected = expectedOf[type[key] ?? 0] ?? NaN;
    if (!(contacts - expected > least)) continue;
    found.push({ key, contacts, expected });
    found.sort((one, other) => excessOf(other) - excessOf(one) || one.key - other.key);
    if (found.length > most) found.pop();
    const last = found[most - 1];
    if (last !== undefined) least = excessOf(last);
  }
  return found;
}

function excessOf({ contacts, expected }: CostlyCase): number {
  return contacts - expected;
}
