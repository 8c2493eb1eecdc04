import type { CaseTable } from "../case-table/case-table";
import type { CaseFilter } from "../select/select-cases";
import type { ShownPeriod } from "../filter/shown-period";
import type { VersionStart } from "../prompts/version-starts";
import type { CaseOrder } from "../select/sort-cases";
import type { FilteredCases } from "./filtered-cases";

/** What every page says of what it shows. Instants are microseconds since 1970. */
export type SnapshotFacts = {
  /** What is told is as of this instant. */
  readonly asOfUs: number;
  readonly period: ShownPeriod | null;
  /** The newest instant of any case; null where there is none. */
  readonly newestUs: number | null;
  /** True where nobody has a case; false where somebody sees none of those there are. */
  readonly isWorkspaceEmpty: boolean;
};

/**
 * The cases that a query lists, all pages, as of one instant and one version of the data. Its functions answer
 * until the request that it was read for goes on, and throw afterwards.
 */
export type Snapshot = FilteredCases & {
  readonly table: CaseTable;
  readonly order: CaseOrder;
  readonly about: SnapshotFacts;
  /** The display zone, whose days the period's are. */
  readonly timeZone: string;
  /** What the same filters leave of other days; null: of all time. */
  readonly over: (period: ShownPeriod | null) => FilteredCases;
  /** What other facets leave of all time. */
  readonly ever: (query: Pick<CaseFilter, "facets" | "metric">) => FilteredCases;
  /** When versions of prompts and releases were first heard in all cases that are seen. */
  readonly versionStarts: () => readonly VersionStart[];
};
