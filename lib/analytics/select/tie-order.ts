import type { CaseTable } from "../case-table/case-table";
import type { ChildTable } from "../case-table/child-table";

/** Orders what is otherwise equal, the lowest first: by the first of some finite values, where that is equal by the next. */
export type Ties = readonly ((key: number) => number)[];

/** Of a case without a contact: after every instant. */
const never = Number.MAX_SAFE_INTEGER;

/** The latest contact first, then by a hash of the id: keys depend on the order in which cases were derived. */
export function caseTies({ columns: { tie, lastContactUs } }: Pick<CaseTable, "columns">): Ties {
  const lastOf = (key: number) => {
    const atUs = lastContactUs[key] ?? NaN;
    return atUs === atUs ? -atUs : never;
  };
  return [lastOf, (key) => tie[key] ?? 0];
}

/** By a hash of the id of their case; those of one case are equal. */
export function childTies(
  { columns: { tie } }: Pick<CaseTable, "columns">,
  { caseKey }: Pick<ChildTable, "caseKey">,
): Ties {
  return [(place) => tie[caseKey[place] ?? 0] ?? 0];
}

/** Below 0: the first comes first; 0: both are equal. */
export function compareTies(ties: Ties, one: number, other: number): number {
  for (const tieOf of ties) {
    const [own, its] = [tieOf(one), tieOf(other)];
    if (own !== its) return own < its ? -1 : 1;
  }
  return 0;
}
