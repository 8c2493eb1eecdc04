export type DomainErrorCode =
  | "invalid-input"
  | "not-found"
  | "not-allowed"
  /** What it was planned from was changed meanwhile: it has to be planned anew. */
  | "outdated"
  | "busy"
  | "too-large"
  | "unsupported"
  /** The disk is full, or gives errors: it can pass by itself. */
  | "unavailable"
  /** What is stored is damaged, or not for this program: somebody has to mend it. */
  | "damaged";

/**
 * Faults that a page says in words of its own: all that its error boundary gets of an error is the digest.
 * `lib/format/storage-words.ts` has the words.
 */
export type PageFault =
  | "storage-unavailable"
  | "storage-damaged"
  /** As its owner and rights are: somebody has to change them. */
  | "storage-refused"
  | "database-unavailable"
  /** As the settings are, or the database's: somebody has to change them. */
  | "database-refused"
  | "tables-unready"
  | "reader-starting";

/**
 * A mistake of the calling user or program, or a state of the machine; the message says what is wrong, where, and what
 * to do.
 */
export class DomainError extends Error {
  declare readonly digest?: PageFault;

  /** @param options `fault`: what a page says of it; absent: that it failed, with a number for the log */
  constructor(
    readonly code: DomainErrorCode,
    message: string,
    { fault, ...options }: ErrorOptions & { readonly fault?: PageFault | undefined } = {},
  ) {
    super(message, options);
    this.name = "DomainError";
    if (fault !== undefined) this.digest = fault;
  }
}

const passing: ReadonlySet<unknown> = new Set<PageFault>([
  "storage-unavailable",
  "database-unavailable",
  "tables-unready",
  "reader-starting",
]);

/** Whether what was refused may be done by itself in a while, such as once a database is there again. */
export function mayPass({ code, digest }: DomainError): boolean {
  return code === "busy" || isPassingFault(digest);
}

/** Whether it is the name of a fault that may pass by itself. */
export function isPassingFault(name: unknown): boolean {
  return passing.has(name);
}

/**
 * Whether an error is a `DomainError`, also of another bundle of this process: the server's start-up and its routes
 * each have a class of their own.
 */
export function isDomainError(error: unknown): error is DomainError {
  return error instanceof Error && error.name === "DomainError" && "code" in error;
}
