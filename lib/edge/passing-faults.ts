import { AsyncLocalStorage } from "node:async_hooks";
import { isDomainError, mayPass } from "@/lib/domain/domain-error";

/** What is known of an answer until it begins to be sent. */
type Answer = { hasPassingFault: boolean };

declare global {
  // The server in front of the app and the app are separate bundles in one process.
  var throughlineAnswer: AsyncLocalStorage<Answer> | undefined;
}

/** Calls what answers a request; faults that it notes are noted in `answer`. */
export function whileAnswering<T>(answer: Answer, work: () => T): T {
  globalThis.throughlineAnswer ??= new AsyncLocalStorage();
  return globalThis.throughlineAnswer.run(answer, work);
}

/** Notes an error that the app met while it answers a request. */
export function noteFault(error: unknown): void {
  const answer = globalThis.throughlineAnswer?.getStore();
  if (answer !== undefined && isDomainError(error) && mayPass(error)) answer.hasPassingFault = true;
}
