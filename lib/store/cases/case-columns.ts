import type { InferSelectModel } from "drizzle-orm";
import { cases } from "@/db/schema";
import type { CaseRow } from "@/lib/analytics/rows/case-row";
import { rowCodec, type SqlValue } from "../row-codec";
import { readChildRows, type ChildName, type ChildRows } from "./child-rows";
import type { Connection } from "../port";

/** A case's stored row, with the links to its customer's other cases. */
export type StoredCaseRow = CaseRow & {
  readonly repeatUs: number | null;
  readonly repeatCaseId: string | null;
};

/** The same with some kinds of children. */
export type CaseRowWith<Name extends ChildName> = Omit<StoredCaseRow, ChildName> &
  Pick<ChildRows, Name>;

/** All that is stored of a case. */
export const caseCodec = rowCodec(cases);

/** Columns for a case's page and the worker only. */
export const ofOneCase = [
  ...(["closureBecause", "closureQuotes", "caseEvents", "findings"] as const),
  ...(["intentConfidence", "intentBecause", "derivedWith"] as const),
] as const;

const rowOfLists = rowCodec(cases, [...ofOneCase, "changed"]);

/** The columns of `readCaseRows`, in SQL. */
export const caseRowColumns = rowOfLists.select;

/**
 * Reads cases as lists need them.
 * @param tuples each of `caseRowColumns`
 * @param names the kinds of children that are read with them
 */
export async function readCaseRows<Name extends ChildName>(
  connection: Connection,
  tuples: readonly (readonly SqlValue[])[],
  names: readonly Name[],
): Promise<{ readonly key: number; readonly row: CaseRowWith<Name> }[]> {
  const read = tuples.map((values) => rowOfLists.read(values));
  const childrenOf = await readChildRows(
    connection,
    read.map(({ key }) => key),
    names,
  );
  return read.map(({ key, ...row }) => ({ key, row: { ...row, ...childrenOf(key) } }));
}

/** Columns written by derivation only; linking its customer's cases writes the rest. */
export const derivedCaseCodec = rowCodec(cases, ["key", "repeatUs", "repeatCaseId"]);

export type FullCaseRow = InferSelectModel<typeof cases>;
