import { test } from "@playwright/test";

/**
 * Ends the running test, or all tests of the hook that calls this, which then count as skipped. Only this leaves out an
 * end-to-end test.
 * @param reason what is missing, as the report prints it
 */
export function cannotTest(reason: string): never {
  test.skip(true, reason);
  throw new Error(`Only a running test can be skipped: ${reason}`);
}
