import type { Reject } from "@/lib/domain/trace/finding";
import type { StorableSpan } from "@/lib/domain/trace/storable-span";
import type { UnkeptLogs } from "@/lib/ingest/formats/logs/logged-events";
import type { SpanItem } from "@/lib/ingest/prepare-item";
import type { TracesJob } from "../../worker/worker-protocol";

/** Start parameters of a preparer thread. */
export type PreparerTask = {
  /** The data folder, whose key pseudonyms are made with. */
  readonly folder: string;
};

/** The bytes of one request as they were sent, decompressed. */
export type Body = Pick<TracesJob, "chunks" | "encoding" | "signal">;

/** Some spans to prepare, or a small body to decode and prepare. */
export type PreparerRequest = {
  readonly work:
    | { readonly type: "items"; readonly items: readonly SpanItem[] }
    | { readonly type: "body"; readonly body: Body };
  /** JSON of the workspace's settings: parsed again only where it differs from the last. */
  readonly settings: string;
};

/** What a body holds, prepared. */
export type PreparedBody = {
  readonly spans: readonly StorableSpan[];
  readonly rejects: readonly Reject[];
  /** Spans of single audio or video frames. */
  readonly frames: number;
  readonly unkept: UnkeptLogs;
};

/** The answer to one request. */
export type PreparerReply =
  | { readonly type: "prepared"; readonly prepared: PreparedBody }
  /** The body cannot be decoded; the sentence says why. */
  | { readonly type: "undecodable"; readonly reason: string }
  /** An error of ours; the message holds no personal data. */
  | { readonly type: "failed"; readonly message: string };
