import type { DomainErrorCode, PageFault } from "@/lib/domain/domain-error";

/** Asks the reader thread for what a loader, or the next piece of what a stream, returns. */
export type ReadRequest =
  | ({ readonly type: "load"; readonly id: number; readonly loader: string } & LoaderCall)
  | ({ readonly type: "open"; readonly id: number; readonly stream: string } & LoaderCall)
  | { readonly type: "next" | "close"; readonly id: number };

type LoaderCall = {
  readonly args: readonly unknown[];
  /** The IANA time zone in which instants are written. */
  readonly zone: string;
};

/** Asks the reader to keep what its next start would have to read anew, and to end its thread. Has no reply. */
export type ReaderRequest = ReadRequest | { readonly type: "stop" };

/** `value` of a piece of a stream is an `IteratorResult`. */
export type ReaderReply =
  | { readonly type: "read"; readonly id: number; readonly value: unknown }
  | ({ readonly type: "refused"; readonly id: number } & Refusal)
  /** What else was thrown, for the log. Between threads an error loses its code. */
  | {
      readonly type: "failed";
      readonly id: number;
      readonly error: Error;
      readonly code: string | null;
    };

/** What a `DomainError` is made of. */
export type Refusal = {
  readonly code: DomainErrorCode;
  readonly message: string;
  readonly fault: PageFault | undefined;
};
