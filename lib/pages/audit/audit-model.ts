import type { AuditRow } from "@/lib/domain/people/audit";

/** A row of the page. */
export type ShownAuditRow = Omit<AuditRow, "seq" | "hash" | "previousHash"> & {
  /** Null: see `AuditRows`. */
  readonly seq: number | null;
};

export type AuditRows = {
  readonly rows: readonly ShownAuditRow[];
  readonly total: number;
  /**
   * The viewer can still make second reviews: what others decided on those findings is left out, and rows have no
   * numbers, whose gaps would tell how often somebody decided.
   */
  readonly isBlind: boolean;
};
