import { isResolved, outcomes } from "@/lib/domain/outcome";
import type { Proportion } from "@/lib/stats/newcombe-difference";
import { unsaid } from "../case-facets";
import type { CaseTable } from "../case-table/case-table";
import type { Cell } from "./cell-sums";
import { firsts } from "./tally-cases";

/** The mature cases of one kind that the same releases served. */
export type ReleaseCell = Pick<Cell, "type" | "first"> & {
  /** Several where a case went on under the next one; none where nobody named one. */
  readonly releases: readonly string[];
  readonly rate: Proportion;
};

const matureOf = Uint8Array.from(outcomes, (each) => Number(isResolved(each) !== null));
const resolvedOf = Uint8Array.from(outcomes, (each) => Number(isResolved(each) === true));

/** Cuts the kinds of cases by release: each mature case is in one cell. One pass. @param keys of the cases */
export function releaseCells(table: CaseTable, keys: Uint32Array): readonly ReleaseCell[] {
  const { columns, dictionaries } = table;
  const types = dictionaries.type.values.length;
  const groups = dictionaries.releases.values.length;
  const firstOf = Uint8Array.from(dictionaries.journey.values, (values) =>
    firsts.indexOf(firsts.find((each) => each === values.first?.[0]) ?? unsaid),
  );
  const mature = new Uint32Array(types * firsts.length * groups);
  const resolved = new Uint32Array(mature.length);
  const { outcome, releases, type, journey } = columns;
  for (let index = 0; index < keys.length; index += 1) {
    const key = keys[index] ?? 0;
    const ended = outcome[key] ?? 0;
    const kind = (type[key] ?? 0) * firsts.length + (firstOf[journey[key] ?? 0] ?? 0);
    const place = kind * groups + (releases[key] ?? 0);
    mature[place] = (mature[place] ?? 0) + (matureOf[ended] ?? 0);
    resolved[place] = (resolved[place] ?? 0) + (resolvedOf[ended] ?? 0);
  }
  return dictionaries.type.values.flatMap((typed, typeNumber) =>
    firsts.flatMap((first, at) =>
      dictionaries.releases.values.flatMap((named, group) => {
        const place = (typeNumber * firsts.length + at) * groups + group;
        const rate = { hits: resolved[place] ?? 0, of: mature[place] ?? 0 };
        const own = (named.release ?? []).filter((release) => release !== unsaid);
        const kind = { type: typed.type?.[0] ?? unsaid, first };
        return rate.of === 0 ? [] : [{ ...kind, releases: own, rate }];
      }),
    ),
  );
}
