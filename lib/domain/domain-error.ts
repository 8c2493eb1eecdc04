export type DomainErrorCode =
  "invalid-input" | "not-found" | "not-allowed" | "busy" | "too-large" | "unsupported";

/** A mistake of the person or program that called us; the message says what is wrong, where, and what to do. */
export class DomainError extends Error {
  constructor(
    readonly code: DomainErrorCode,
    message: string,
  ) {
    super(message);
    this.name = "DomainError";
  }
}

/**
 * Tells a `DomainError` from every other error, also one that another bundle of this process made:
 * the server's start-up and its routes are bundled apart and hold a class each.
 */
export function isDomainError(error: unknown): error is DomainError {
  return error instanceof Error && error.name === "DomainError" && "code" in error;
}
