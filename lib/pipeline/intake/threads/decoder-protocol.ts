import type { DecodedItem } from "@/lib/ingest/formats/format";
import type { UnkeptLogs } from "@/lib/ingest/formats/logs/logged-events";
import type { Body } from "./preparer-protocol";

/** Opens a body, asks for its next items, or forgets it. */
export type DecoderRequest =
  | { readonly type: "open"; readonly id: number; readonly body: Body }
  | { readonly type: "next"; readonly id: number }
  | { readonly type: "close"; readonly id: number };

/** The answer to an `open` or a `next`. */
export type DecoderReply =
  /** It can be decoded whole. */
  | { readonly type: "opened"; readonly id: number }
  | { readonly type: "undecodable"; readonly id: number; readonly reason: string }
  | { readonly type: "items"; readonly id: number; readonly items: readonly DecodedItem[] }
  | { readonly type: "end"; readonly id: number; readonly unkept: UnkeptLogs }
  /** An error of ours; the message holds no personal data. */
  | { readonly type: "failed"; readonly id: number; readonly message: string };
