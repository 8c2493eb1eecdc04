import { requiredStatuses, type RequiredStatus } from "@/lib/domain/case/case-disclosure";
import { reviewStates, type ReviewState } from "@/lib/domain/quality/disclosure-review";
import { channels, type Channel } from "@/lib/domain/trace/channel";
import { agentsValues } from "../facets/case-facets";
import type { ContactAgents } from "../rows/contact-row";
import { likeness, type DisclosureRow } from "../rows/disclosure-row";
import { createDimensionGroup, type DimensionGroup } from "./coding";
import { hashOf } from "./hash-of";
import { numberName, type Names } from "./names";
import { createChildTable, firstCapacity, putRows, type ChildTable } from "./child-table";

export type DisclosureValues = {
  readonly rule: string;
  readonly channel: Channel;
  readonly status: RequiredStatus;
  readonly agents: ContactAgents;
  readonly review: ReviewState;
};

/** Dimension values of a contact's disclosure rule. */
export type DisclosureDimensions = { readonly disclosures: DisclosureValues };

const disclosureColumns = {
  instants: { atUs: (row: DisclosureRow) => row.atUs },
  integers: {
    ordinal: (row: DisclosureRow) => row.ordinal,
    interaction: (row: DisclosureRow) => row.interaction,
    release: (row: DisclosureRow, names: Names) => numberName(names, row.release),
    reviewer: (row: DisclosureRow, names: Names) => numberName(names, row.reviewer),
  },
  amounts: { likeness: (row: DisclosureRow) => likenessOf(row) },
};

/** A hash of a `likeness` in 24 bits, which a column holds exactly. */
export function hashLikeness(of: string): number {
  return hashOf(of) >>> 8;
}

/** NaN where nothing says that two are alike. */
function likenessOf(row: DisclosureRow): number {
  const of = likeness(row);
  return of === null ? NaN : hashLikeness(of);
}

export type DisclosureTable = ChildTable<
  keyof typeof disclosureColumns.instants,
  keyof typeof disclosureColumns.integers,
  keyof typeof disclosureColumns.amounts,
  DisclosureDimensions
>;

export function createDisclosureTable(): DisclosureTable {
  return createChildTable(disclosureColumns, {
    disclosures: createDimensionGroup(firstCapacity),
  });
}

/** Replaces a case's disclosures. */
export function putDisclosures(
  table: DisclosureTable,
  names: Names,
  key: number,
  rows: readonly DisclosureRow[],
): void {
  const first = putRows(table, disclosureColumns, key, rows, names);
  const { disclosures } = table.dimensionGroups;
  rows.forEach((row, index) => {
    disclosures.codes[first + index] = numberDisclosure(disclosures, names, row);
  });
}

/** As `numberer` does, for rules that settings may add to. */
function numberDisclosure(
  { combinations: { ids, values } }: DimensionGroup<DisclosureValues>,
  names: Names,
  { rule, channel, status, agents, review }: DisclosureRow,
): number {
  const places = [
    { at: channels.indexOf(channel), size: channels.length },
    { at: requiredStatuses.indexOf(status), size: requiredStatuses.length },
    { at: agentsValues.indexOf(agents), size: agentsValues.length },
    { at: reviewStates.indexOf(review), size: reviewStates.length },
  ];
  let code = numberName(names, rule);
  for (const { at, size } of places) code = code * size + at;
  const known = ids.get(code);
  if (known !== undefined) return known;
  ids.set(code, values.length);
  return values.push({ rule, channel, status, agents, review }) - 1;
}
