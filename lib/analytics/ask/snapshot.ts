import type { CaseTable } from "../case-table/case-table";
import type { CaseFilter } from "../select/select-cases";
import type { ShownPeriod } from "../filter/shown-period";
import type { VersionStart } from "../prompts/version-starts";
import type { CaseExtent } from "../select/case-extent";
import type { CaseOrder } from "../select/sort-cases";
import type { FilteredCases } from "./filtered-cases";

/**
 * The cases that a query lists, all pages, as of one instant and one version of the data. Its functions answer
 * until the request that it was read for goes on, and throw afterwards.
 */
export type Snapshot = FilteredCases & {
  readonly table: CaseTable;
  readonly order: CaseOrder;
  /** What is told is as of this instant, microseconds since 1970. */
  readonly asOfUs: number;
  readonly extent: CaseExtent | null;
  /** The newest instant of any case, microseconds since 1970; null where there is none. */
  readonly newestUs: number | null;
  readonly period: ShownPeriod | null;
  /** The display zone, whose days the period's are. */
  readonly timeZone: string;
  /** True where nobody has a case; false where somebody sees none of those there are. */
  readonly isWorkspaceEmpty: boolean;
  /** What the same filters leave of other days; null: of all time. */
  readonly over: (period: ShownPeriod | null) => FilteredCases;
  /** What other facets leave of all time. */
  readonly ever: (query: Pick<CaseFilter, "facets" | "metric">) => FilteredCases;
  /** When versions of prompts and releases were first heard in all cases that are seen. */
  readonly versionStarts: () => readonly VersionStart[];
};
