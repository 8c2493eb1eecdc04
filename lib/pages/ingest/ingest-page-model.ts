import type { Pagination } from "@/lib/format/address/paginate";
import type { IngestQuery } from "./url";

export type BatchView = {
  readonly id: number;
  readonly source: string;
  readonly receivedUs: number;
  readonly accepted: number;
  /** Spans kept in place of stored ones of the same ids that differ. */
  readonly overwritten: number;
  readonly duplicate: number;
  readonly rejected: number;
  /** Spans that differ from the stored ones of the same ids, which stand. */
  readonly differing: number;
  /** CRM records that were new. */
  readonly records: number;
  /** Log events with words of spans that were new. */
  readonly events: number;
  /** Spans and records of erased customers, which were not stored. */
  readonly erased: number;
  /** Those older than the retention, which were not stored. */
  readonly expired: number;
  /** Traces that were of production until its spans named a cohort's item. */
  readonly leftProduction: number;
  readonly refusals: number;
  readonly isChosen: boolean;
  /** Address of its rejected spans; null: none. */
  readonly rejectsHref: string | null;
};

export type RejectView = {
  readonly id: number;
  readonly place: string;
  readonly reason: string;
  readonly spans: number;
};

/** The model of the Ingest page. */
export type IngestPageModel = {
  readonly title: string;
  readonly query: IngestQuery;
  readonly batches: readonly BatchView[];
  readonly pagination: Pagination;
  /** The selected batch with its rejected spans; null: none selected. */
  readonly chosen: {
    readonly rejects: readonly RejectView[];
    /** True: the list is cut. */
    readonly isCut: boolean;
  } | null;
};
