import { TestRunner } from "vitest";

/**
 * Ends the running test, which then counts as skipped. Only this leaves out a test; of end-to-end tests its namesake there.
 * Not for concurrent tests: Vitest doesn't say which one of them calls.
 * @param reason what is missing, as the report prints it
 */
export function cannotTest(reason: string): never {
  const test = TestRunner.getCurrentTest();
  if (test === undefined) throw new Error(`Only a running test can be skipped: ${reason}`);
  // The note of a skip is not in Vitest's JSON report; the test's metadata is.
  Object.assign(test.meta, { cannotTest: reason });
  return test.context.skip(reason);
}
