import type { CaseRow } from "../rows/case-row";

/** What the table of cases in memory holds of a case. */
export type CaseTableRow = Omit<
  CaseRow,
  "caseId" | "interactions" | "handoffs" | "spans" | "closureMethod"
> & {
  /** The store's key of the case, a small whole number. */
  readonly key: number;
  readonly repeatUs: number | null;
};
