import type { StorableSpan } from "@/lib/domain/trace/storable-span";
import type { SpanItem } from "@/lib/ingest/prepare-item";

/** Start parameters of a preparer thread. */
export type PreparerTask = {
  /** The data folder, whose key pseudonyms are made with. */
  readonly folder: string;
};

/** Some spans to prepare. */
export type PreparerRequest = {
  readonly items: readonly SpanItem[];
  /** JSON of the workspace's settings: parsed again only where it differs from the last. */
  readonly settings: string;
};

/** The answer to each request, in their order. */
export type PreparerReply =
  | { readonly type: "prepared"; readonly spans: readonly StorableSpan[] }
  /** An error of ours; the message holds no personal data. */
  | { readonly type: "failed"; readonly message: string };
