export type DomainErrorCode =
  | "invalid-input"
  | "not-found"
  | "not-allowed"
  | "busy"
  | "too-large"
  | "unsupported"
  /** The disk is full, or gives errors: it can pass by itself. */
  | "unavailable"
  /** A file of the data folder is damaged: it has to be replaced. */
  | "damaged";

/**
 * A mistake of the calling user or program, or a state of the machine; the message says what is wrong, where, and what
 * to do.
 */
export class DomainError extends Error {
  constructor(
    readonly code: DomainErrorCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = "DomainError";
  }
}

/**
 * Whether an error is a `DomainError`, also of another bundle of this process: the server's start-up and its routes
 * each have a class of their own.
 */
export function isDomainError(error: unknown): error is DomainError {
  return error instanceof Error && error.name === "DomainError" && "code" in error;
}
