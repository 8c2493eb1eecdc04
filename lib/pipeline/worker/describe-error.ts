import { isDomainError } from "@/lib/domain/domain-error";

/** An error as a log may hold it: our own messages name no personal data, another's may quote what it choked on. */
export function describeError(error: unknown): string {
  if (isDomainError(error)) return error.message;
  return error instanceof Error ? error.name : "unknown error";
}
