import {
  personalPlaces,
  piiKinds,
  type PersonalPlace,
  type PiiKind,
} from "@/lib/domain/privacy/personal-values";
import { channels, type Channel } from "@/lib/domain/trace/channel";
import { MISSING } from "../facets/case-facets";
import type { PiiRow } from "../rows/pii-row";
import { createDimensionGroup, type DimensionGroup } from "./coding";
import { numberName, type Names } from "./names";
import { createChildTable, firstCapacity, putRows, type ChildTable } from "./child-table";

export type PiiValues = {
  readonly isLeaked: boolean;
  readonly type: PiiKind;
  readonly place: PersonalPlace;
  readonly channel: Channel;
  /** The tool or attribute, as `addressName` gives it, or `MISSING`. */
  readonly source: string;
  /** Of leaked values: the first of its span. */
  readonly isSpansFirst: boolean;
};

/** Dimension values of a personal value. */
export type PiiDimensions = { readonly pii: PiiValues };

const piiColumns = {
  instants: { atUs: (row: PiiRow) => row.atUs },
  integers: { release: (row: PiiRow, names: Names) => numberName(names, row.release) },
  amounts: {},
};

export type PiiTable = ChildTable<
  keyof typeof piiColumns.instants,
  keyof typeof piiColumns.integers,
  never,
  PiiDimensions
>;

export function createPiiTable(): PiiTable {
  return createChildTable(piiColumns, { pii: createDimensionGroup(firstCapacity) });
}

/** Replaces a case's personal values. */
export function putPii(table: PiiTable, names: Names, key: number, rows: readonly PiiRow[]): void {
  const first = putRows(table, piiColumns, key, rows, names);
  const { pii } = table.dimensionGroups;
  rows.forEach((row, index) => {
    pii.codes[first + index] = numberPii(pii, names, row);
  });
}

/** As `numberer` does, for tools and attributes of any name. */
function numberPii(
  { combinations: { ids, values } }: DimensionGroup<PiiValues>,
  names: Names,
  { isLeaked, type, place, channel, source, isSpansFirst }: PiiRow,
): number {
  const kind = type ?? "unnamed";
  const places = [
    { at: Number(isLeaked), size: 2 },
    { at: piiKinds.indexOf(kind), size: piiKinds.length },
    { at: personalPlaces.indexOf(place), size: personalPlaces.length },
    { at: channels.indexOf(channel), size: channels.length },
    { at: Number(isSpansFirst), size: 2 },
  ];
  let code = source === null ? 0 : numberName(names, source) + 1;
  for (const { at, size } of places) code = code * size + at;
  const known = ids.get(code);
  if (known !== undefined) return known;
  ids.set(code, values.length);
  const named = source === null ? MISSING : (names.values[numberName(names, source)] ?? MISSING);
  return values.push({ isLeaked, type: kind, place, channel, source: named, isSpansFirst }) - 1;
}
