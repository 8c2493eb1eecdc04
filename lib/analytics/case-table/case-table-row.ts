import type { CaseRow } from "../rows/case-row";

/** A case as the table in memory holds it. */
export type CaseTableRow = Omit<CaseRow, "interactions" | "handoffs" | "closureMethod"> & {
  /** The store's key of the case, a small whole number. */
  readonly key: number;
  readonly repeatUs: number | null;
  /** Who served it, people and AI, as the traces name them, each once. */
  readonly agentIds: readonly string[];
};
