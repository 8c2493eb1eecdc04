import type { Pagination } from "@/lib/format/address/paginate";
import type { IngestQuery } from "./url";

export type BatchView = {
  readonly id: number;
  readonly source: string;
  readonly receivedUs: number;
  readonly accepted: number;
  readonly duplicate: number;
  readonly rejected: number;
  readonly refusals: number;
  readonly isChosen: boolean;
  /** Where its refusals are shown; null where nothing was refused. */
  readonly rejectsHref: string | null;
};

export type RejectView = {
  readonly id: number;
  readonly place: string;
  readonly reason: string;
  readonly spans: number;
};

/** What the Ingest page shows. */
export type IngestPageModel = {
  readonly title: string;
  readonly query: IngestQuery;
  readonly batches: readonly BatchView[];
  readonly pagination: Pagination;
  /** The chosen batch and why parts of it were refused; null where none is chosen. */
  readonly chosen: {
    readonly rejects: readonly RejectView[];
    /** True where more were refused than are listed. */
    readonly isCut: boolean;
  } | null;
};
