import type { Channel } from "@/lib/domain/trace/channel";
import type { PlainTable } from "@/lib/analytics/charts/chart-model";
import type { Pagination } from "@/lib/format/address/paginate";

/** A persona or scenario as a list of its fields. */
export type RecordView = {
  /** "Persona", "Scenario" */
  readonly kind: string;
  readonly name: string;
  readonly fields: readonly { readonly name: string; readonly text: string }[];
};

/** A case of the cohort: what is replayed, and what should come of it. */
export type CohortItemView = {
  readonly id: string;
  /** The production case that it was made of; null: it came from a file. */
  readonly source: { readonly caseId: string; readonly href: string } | null;
  readonly channels: readonly Channel[];
  /** "" if not stated, as below. */
  readonly stratum: string;
  readonly expected: string;
  /** The customer or scenario that it shares with others. */
  readonly cluster: string;
  readonly situation: string;
  readonly opening: readonly { readonly channel: Channel; readonly text: string }[];
  readonly records: readonly RecordView[];
};

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
