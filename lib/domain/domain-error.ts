export type DomainErrorCode = "invalid-input" | "not-found" | "busy" | "too-large" | "unsupported";

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
