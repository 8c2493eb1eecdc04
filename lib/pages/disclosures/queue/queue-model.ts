import type { ChartLink } from "@/lib/analytics/charts/chart-model";
import type { Pagination } from "@/lib/format/address/paginate";
import type { FilterTabs, FindingLine, FindingPanel } from "../disclosures-model";
import type { QueueQuery } from "./url";

/** The model of a reviewer's queue. */
export type QueueModel = {
  readonly query: QueueQuery;
  readonly asOfUs: number;
  readonly isWorkspaceEmpty: boolean;
  /** "14 findings wait for you, 3 of them overdue." */
  readonly title: string;
  /** The choices of each filter, with how many findings each leaves. */
  readonly filters: readonly FilterTabs[];
  readonly lines: readonly FindingLine[];
  readonly pagination: Pagination;
  readonly panel: FindingPanel | null;
  /** Samples whose findings the viewer can review a second time. */
  readonly seconds: readonly ChartLink[];
  /** Decisions whose finding is gone; null: none. */
  readonly detached: {
    readonly title: string;
    readonly lines: readonly {
      readonly id: number;
      readonly caseId: string;
      readonly atUs: number;
      /** "not found by Recording notice, version 2". */
      readonly finding: string;
      /** "confirmed by Ann Berg". */
      readonly decision: string;
    }[];
  } | null;
  /** How due dates come about. */
  readonly foot: string;
};
