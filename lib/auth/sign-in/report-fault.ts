import { isDomainError } from "@/lib/domain/domain-error";
import { describeError } from "@/lib/log/describe-error";
import { logEvent } from "@/lib/log/log-event";

/**
 * Does a part of signing in whose errors next-auth puts into the page's address, by their message.
 * @throws Error whose message is the fault's name, or "failed"; what it was is logged
 */
export async function reportFault<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    logEvent("sign-in-failed", { why: describeError(error), error });
    const fault = isDomainError(error) ? error.digest : undefined;
    throw new Error(fault ?? "failed", { cause: error });
  }
}
