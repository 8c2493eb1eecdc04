import { existsSync, readFileSync } from "node:fs";
import { relative } from "node:path";
import { root } from "./paths.mjs";

/**
 * Parses a Vitest JSON report: numbers of passed, failed and skipped tests, and each test's name, milliseconds, whether
 * it failed, and why it was skipped (else null). A file that did not load counts as one failure.
 */
export function readVitest(file, isGood) {
  const report = readReport(file);
  const files = report?.testResults ?? [];
  const notLoaded = files.filter(
    ({ status, assertionResults }) => status === "failed" && assertionResults.length === 0,
  );
  const failed = (report?.numFailedTests ?? 0) + notLoaded.length;
  const tests = files.flatMap(({ name, assertionResults }) =>
    assertionResults.map(({ fullName, duration, status, meta }) => ({
      name: `${relative(root, name ?? "")} › ${fullName}`,
      ms: duration ?? 0,
      isFailed: status === "failed",
      skippedFor: status === "skipped" ? (meta?.cannotTest ?? noReason) : null,
    })),
  );
  const counts = { passed: report?.numPassedTests ?? 0, failed, skipped: countSkipped(tests) };
  return { ...atLeastOne(counts, isGood && files.length > 0), tests };
}

/** Parses a Playwright JSON report likewise. */
export function readPlaywright(file, isGood) {
  const report = readReport(file);
  const { expected = 0, unexpected = 0, flaky = 0 } = report?.stats ?? {};
  const tests = specsOf(report ?? {}).map(({ file: spec, title, tests: runs }) => ({
    name: `e2e/${spec} › ${title}`,
    ms: runs.flatMap(({ results }) => results).reduce((sum, { duration }) => sum + duration, 0),
    isFailed: runs.some(({ status }) => status === "unexpected" || status === "flaky"),
    skippedFor: skippedFor(runs.find(({ status }) => status === "skipped")),
  }));
  const counts = { passed: expected, failed: unexpected + flaky, skipped: countSkipped(tests) };
  return { ...atLeastOne(counts, isGood), tests };
}

/** Lines of a list of the skipped tests, by reason; none if there are none. */
export function listSkipped(tests) {
  const skipped = tests.filter(({ skippedFor: reason }) => reason !== null);
  const reasons = [...new Set(skipped.map(({ skippedFor: reason }) => reason))].sort();
  const lines = reasons.flatMap((reason) => {
    const names = skipped.filter((test) => test.skippedFor === reason).map(({ name }) => name);
    return [`${names.length}: ${reason}`, ...names.map((name) => `   ${name}`)];
  });
  return lines.length > 0 ? ["\nSkipped:", ...lines] : [];
}

/** As where a hook before the test failed. */
const noReason = "no reason is given";

/** Why a run of Playwright's was skipped; null where it was not. */
function skippedFor(run) {
  if (run === undefined) return null;
  return run.annotations.find(({ type }) => type === "skip")?.description ?? noReason;
}

function countSkipped(tests) {
  return tests.filter((test) => test.skippedFor !== null).length;
}

function specsOf({ suites = [], specs = [] }) {
  return [...specs, ...suites.flatMap(specsOf)];
}

function readReport(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : undefined;
}

/** A runner that fails without a failed test counts as one failure. */
function atLeastOne({ failed, ...others }, isGood) {
  return { ...others, failed: isGood ? failed : Math.max(failed, 1) };
}
