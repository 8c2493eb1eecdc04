import { isDomainError } from "@/lib/domain/domain-error";

/**
 * An error's text for a log: our own messages hold no personal data; of other errors, whose message
 * may quote it, only the name.
 */
export function describeError(error: unknown): string {
  if (isDomainError(error)) return error.message;
  return error instanceof Error ? error.name : "unknown error";
}
