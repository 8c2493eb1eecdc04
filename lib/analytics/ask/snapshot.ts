import type { CaseTable } from "../case-table/case-table";
import type { CaseFilter } from "../select/select-cases";
import type { ShownPeriod } from "../filter/shown-period";
import type { VersionStart } from "../prompts/version-starts";
import type { CaseOrder } from "../select/sort-cases";
import type { FilteredCases } from "./filtered-cases";

/** The facts about the data that every page shows. Instants are microseconds since 1970. */
export type SnapshotFacts = {
  /** The instant of all results, microseconds since 1970. */
  readonly asOfUs: number;
  readonly period: ShownPeriod | null;
  /** When the oldest case was opened; null where there is none. */
  readonly oldestUs: number | null;
  /** The newest instant of any case; null where there is none. */
  readonly newestUs: number | null;
  /** True where there is no case at all; false where the scope hides all. */
  readonly isWorkspaceEmpty: boolean;
};

/**
 * The cases of a query, unpaged, at one instant and of one version of the data. Its functions throw once the read that
 * it was made for has returned.
 */
export type Snapshot = FilteredCases & {
  readonly table: CaseTable;
  readonly order: CaseOrder;
  readonly about: SnapshotFacts;
  /** The display zone, whose days the period's are. */
  readonly timeZone: string;
  /** The same filters over another period; null: of all time. */
  readonly over: (period: ShownPeriod | null) => FilteredCases;
  /** The other facets' filters, of all time. */
  readonly ever: (query: Pick<CaseFilter, "facets" | "metric">) => FilteredCases;
  /** When versions of prompts and releases first occur in all visible cases. */
  readonly versionStarts: () => readonly VersionStart[];
};
