import { isDomainError } from "@/lib/domain/domain-error";

/**
 * An error's text for a log: our own messages hold no personal data; of other errors, whose message
 * may quote it, only the name and the code, such as "Error (ENOSPC)".
 */
export function describeError(error: unknown): string {
  if (isDomainError(error)) return error.message;
  if (!(error instanceof Error)) return "unknown error";
  const code = "code" in error ? String(error.code) : "";
  return /^[A-Z][A-Z0-9_]*$/u.test(code) ? `${error.name} (${code})` : error.name;
}
