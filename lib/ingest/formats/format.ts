import type { CaseRecord } from "@/lib/domain/case/case-record";
import type { DataFinding, Reject } from "@/lib/domain/trace/finding";
import type { SourceSpan } from "@/lib/domain/trace/span";

/** What a format makes of its bytes. `place` says where it stood, for a person. */
export type DecodedItem =
  | {
      readonly type: "span";
      readonly span: SourceSpan;
      readonly place: string;
      readonly findings: readonly DataFinding[];
    }
  | { readonly type: "record"; readonly record: CaseRecord; readonly place: string }
  | { readonly type: "reject"; readonly reject: Reject };

export type Format = {
  /** The name in tables, flags and URLs. */
  readonly name: string;
  /** The name for people. */
  readonly title: string;
  /** Recognises by content, not by name. `head`: the first bytes after gunzip, at most 64 KiB. */
  readonly recognise: (head: Uint8Array) => boolean;
  /** Of a head it did not recognise: what is missing, in a sentence; null where it is something else. */
  readonly explain?: (head: Uint8Array) => string | null;
  /**
   * Decodes as the bytes arrive, one object in memory at a time, in batches of moderate size.
   * Never throws for what the bytes are: what cannot be read becomes a reject.
   */
  readonly decode: (bytes: AsyncIterable<Uint8Array>) => AsyncIterable<readonly DecodedItem[]>;
};

/** What one line or object may measure, in bytes or UTF-16 units; a larger one is refused. */
export const objectLengthMax = 64 * 1024 * 1024;
