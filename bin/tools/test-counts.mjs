import { existsSync, readFileSync } from "node:fs";

/** Passed and failed tests of a Vitest JSON report; a file that did not load counts as one failure. */
export function countVitest(file, isGood) {
  const report = readReport(file);
  const notLoaded = (report?.testResults ?? []).filter(
    ({ status, assertionResults }) => status === "failed" && assertionResults.length === 0,
  );
  const failed = (report?.numFailedTests ?? 0) + notLoaded.length;
  return atLeastOne({ passed: report?.numPassedTests ?? 0, failed }, isGood);
}

/** Passed and failed tests of a Playwright JSON report. */
export function countPlaywright(file, isGood) {
  const { expected = 0, unexpected = 0, flaky = 0 } = readReport(file)?.stats ?? {};
  return atLeastOne({ passed: expected, failed: unexpected + flaky }, isGood);
}

function readReport(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : undefined;
}

/** A runner that ends badly without a failed test has failed all the same. */
function atLeastOne({ passed, failed }, isGood) {
  return { passed, failed: isGood ? failed : Math.max(failed, 1) };
}
