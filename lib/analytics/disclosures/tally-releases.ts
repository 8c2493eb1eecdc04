import type { Channel } from "@/lib/domain/trace/channel";
import type { FilteredCases } from "../ask/filtered-cases";
import type { CaseTable } from "../case-table/case-table";
import { rowsOf } from "../case-table/child-table";
import { isNotGiven } from "../facets/child-traits";

/** What is counted; null: any. */
export type ReleaseFilter = { readonly rule: string | null; readonly on: Channel | null };

/** The disclosures of the contacts of one release. */
export type DisclosureRelease = {
  /** Null: the contacts name none. */
  readonly release: string | null;
  /** The start of its first contact. */
  readonly firstUs: number;
  readonly given: number;
  readonly notGiven: number;
  readonly notEvaluable: number;
};

/** Counts disclosures by the release of their contact, in order of the releases' first contacts. */
export function tallyReleases(
  cases: FilteredCases & { readonly table: CaseTable },
  filter: ReleaseFilter,
): readonly DisclosureRelease[] {
  return cases.once(`releases ${JSON.stringify(filter)}`, () => {
    const { table, selection } = cases;
    return tallyRows(table, selection().keys, filter);
  });
}

function tallyRows(
  { disclosures, names }: CaseTable,
  keys: Uint32Array,
  { rule, on }: ReleaseFilter,
): readonly DisclosureRelease[] {
  const { codes, combinations } = disclosures.dimensionGroups.disclosures;
  const kinds = combinations.values.map((each) => {
    if ((rule ?? each.rule) !== each.rule || (on ?? each.channel) !== each.channel) return null;
    if (each.status === "not_evaluable") return "notEvaluable";
    return isNotGiven(each.status) ? "notGiven" : "given";
  });
  const { release } = disclosures.amounts;
  const { atUs } = disclosures.instants;
  const found = new Map<number, Counts>();
  for (const row of rowsOf(disclosures, keys)) {
    const kind = kinds[codes[row] ?? 0];
    if (kind === null || kind === undefined) continue;
    const number = release[row] ?? NaN;
    const own = found.get(number) ?? { firstUs: Infinity, given: 0, notGiven: 0, notEvaluable: 0 };
    found.set(number, own);
    own[kind] += 1;
    own.firstUs = Math.min(own.firstUs, atUs[row] ?? 0);
  }
  return [...found]
    .map(([number, counts]) => ({ release: names.values[number] ?? null, ...counts }))
    .sort((one, other) => one.firstUs - other.firstUs);
}

type Counts = { firstUs: number; given: number; notGiven: number; notEvaluable: number };
