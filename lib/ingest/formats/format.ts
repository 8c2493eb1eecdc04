import type { CaseRecord } from "@/lib/domain/case/case-record";
import type { ReadColumns } from "@/lib/domain/settings/read-columns";
import type { DataFinding, Reject } from "@/lib/domain/trace/finding";
import type { LoggedEvent } from "@/lib/domain/trace/logged-event";
import type { SourceSpan } from "@/lib/domain/trace/span";

/** A decoded item. `place` is its position, for people. */
export type DecodedItem =
  | {
      readonly type: "span";
      readonly span: SourceSpan;
      readonly place: string;
      readonly findings: readonly DataFinding[];
    }
  | {
      readonly type: "event";
      readonly event: LoggedEvent;
      readonly place: string;
      readonly findings: readonly DataFinding[];
    }
  | { readonly type: "record"; readonly record: CaseRecord; readonly place: string }
  /** Once, before a table's rows. */
  | { readonly type: "columns"; readonly columns: ReadColumns }
  | { readonly type: "reject"; readonly reject: Reject };

export type Format = {
  /** The name in tables, flags and URLs. */
  readonly name: string;
  readonly title: string;
  /** Recognises the format by content. `head`: the first bytes after gunzip, at most 64 KiB. */
  readonly recognise: (head: Uint8Array) => boolean;
  /** For an unrecognised head that resembles this format: a sentence about what is missing; else null. */
  readonly explain?: (head: Uint8Array) => string | null;
  /**
   * Decodes the bytes as they arrive, one object in memory at a time, in batches of moderate size.
   * Never throws for malformed bytes: they become rejects.
   */
  readonly decode: (bytes: AsyncIterable<Uint8Array>) => AsyncIterable<readonly DecodedItem[]>;
};

/** Maximum size of one line or object, in bytes or UTF-16 units; a larger one is refused. */
export const objectLengthMax = 64 * 1024 * 1024;

/** Items of a large request that are decoded at once. */
export const partLength = 64;
