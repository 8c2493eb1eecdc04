import { isDomainError } from "@/lib/domain/domain-error";
import { errorCode } from "./error-code";

/**
 * An error's text for a log: our own messages hold no personal data; of other errors, whose message
 * may quote it, only the name and the code, such as "Error (ENOSPC)".
 */
export function describeError(error: unknown): string {
  if (isDomainError(error)) return error.message;
  if (!(error instanceof Error)) return "unknown error";
  const code = errorCode(error);
  return code === null ? error.name : `${error.name} (${code})`;
}
