import { existsSync, readFileSync } from "node:fs";
import { relative } from "node:path";
import { root } from "./paths.mjs";

/**
 * Parses a Vitest JSON report: numbers of passed and failed tests, and each test's name, milliseconds and
 * whether it failed. A file that
 * did not load counts as one failure.
 */
export function readVitest(file, isGood) {
  const report = readReport(file);
  const files = report?.testResults ?? [];
  const notLoaded = files.filter(
    ({ status, assertionResults }) => status === "failed" && assertionResults.length === 0,
  );
  const failed = (report?.numFailedTests ?? 0) + notLoaded.length;
  const tests = files.flatMap(({ name, assertionResults }) =>
    assertionResults.map(({ fullName, duration, status }) => ({
      name: `${relative(root, name ?? "")} › ${fullName}`,
      ms: duration ?? 0,
      isFailed: status === "failed",
    })),
  );
  return {
    ...atLeastOne({ passed: report?.numPassedTests ?? 0, failed }, isGood && files.length > 0),
    tests,
  };
}

/** Parses a Playwright JSON report likewise. */
export function readPlaywright(file, isGood) {
  const report = readReport(file);
  const { expected = 0, unexpected = 0, flaky = 0 } = report?.stats ?? {};
  const tests = specsOf(report ?? {}).map(({ file: spec, title, tests: runs }) => ({
    name: `e2e/${spec} › ${title}`,
    ms: runs.flatMap(({ results }) => results).reduce((sum, { duration }) => sum + duration, 0),
    isFailed: runs.some(({ status }) => status === "unexpected" || status === "flaky"),
  }));
  return { ...atLeastOne({ passed: expected, failed: unexpected + flaky }, isGood), tests };
}

function specsOf({ suites = [], specs = [] }) {
  return [...specs, ...suites.flatMap(specsOf)];
}

function readReport(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : undefined;
}

/** A runner that fails without a failed test counts as one failure. */
function atLeastOne({ passed, failed }, isGood) {
  return { passed, failed: isGood ? failed : Math.max(failed, 1) };
}
