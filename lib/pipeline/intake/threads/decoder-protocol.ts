import type { DecodedItem } from "@/lib/ingest/formats/format";
import type { UnkeptLogs } from "@/lib/ingest/formats/logs/logged-events";
import type { Body } from "./preparer-protocol";

/** The thread takes its chunks out. */
export type BodyToOpen = Omit<Body, "chunks"> & { readonly chunks: Uint8Array[] };

/** Opens a body or a file, asks for its next items, or forgets it. */
export type DecoderRequest =
  | { readonly type: "open"; readonly id: number; readonly body: BodyToOpen }
  | { readonly type: "open-file"; readonly id: number; readonly path: string }
  | { readonly type: "next"; readonly id: number }
  | { readonly type: "close"; readonly id: number };

/** The answer to a request, or how far a file was read. */
export type DecoderReply =
  | { readonly type: "read"; readonly id: number; readonly bytes: number }
  /** A body can be decoded whole; of a file nothing was read yet. */
  | { readonly type: "opened"; readonly id: number }
  | { readonly type: "undecodable"; readonly id: number; readonly reason: string }
  | { readonly type: "items"; readonly id: number; readonly items: readonly DecodedItem[] }
  | { readonly type: "end"; readonly id: number; readonly unkept: UnkeptLogs }
  /** An error of ours; the message holds no personal data. */
  | { readonly type: "failed"; readonly id: number; readonly message: string };
