import type { PlainTable } from "@/lib/analytics/charts/chart-model";
import type { Pagination } from "@/lib/format/address/paginate";
import type { CohortItemView } from "./cohort-item-model";

/** The model of a cohort's page. */
export type CohortModel = {
  readonly name: string;
  /** Null: not frozen yet. */
  readonly frozen: {
    readonly version: number;
    readonly sha256: string;
    readonly atUs: number;
  } | null;
  readonly lede: string;
  /** How it was drawn; "" if it was not. */
  readonly drawn: string;
  readonly warnings: readonly string[];
  readonly certainty: readonly string[];
  /** Null: no case. */
  readonly strata: PlainTable | null;
  readonly items: readonly CohortItemView[];
  readonly pagination: Pagination;
};
