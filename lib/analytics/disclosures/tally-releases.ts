import type { Channel } from "@/lib/domain/trace/channel";
import type { FilteredCases } from "../ask/filtered-cases";
import type { CaseTable } from "../case-table/case-table";
import type { DisclosureValues } from "../case-table/disclosure-table";
import { countByRelease } from "../counts/count-by-release";
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
    const { disclosures, names } = cases.table;
    const { codes, combinations } = disclosures.dimensionGroups.disclosures;
    const kinds = {
      count: 3,
      ofCode: Int8Array.from(combinations.values, (each) => kindOf(each, filter)),
    };
    const { release } = disclosures.integers;
    const { atUs } = disclosures.instants;
    const rows = cases.listed().places("disclosures");
    const found = countByRelease(names, rows, { codes, release, atUs }, kinds);
    return found.map(({ counts: [given = 0, notGiven = 0, notEvaluable = 0], ...each }) => ({
      ...each,
      ...{ given, notGiven, notEvaluable },
    }));
  });
}

/** Given 0, not given 1, not evaluable 2; -1 where the filter does not leave it. */
function kindOf(
  { rule, channel, status }: DisclosureValues,
  { rule: ofRule, on }: ReleaseFilter,
): number {
  if ((ofRule ?? rule) !== rule || (on ?? channel) !== channel) return -1;
  if (status === "not_evaluable") return 2;
  return isNotGiven(status) ? 1 : 0;
}
