import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { root } from "./tools/paths.mjs";
import { readPlaywright, readVitest } from "./tools/test-report.mjs";

const folder = mkdtempSync(join(tmpdir(), "throughline-report-"));
const file = join(folder, "report.json");
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it("counts a test file that did not load as a failure", () => {
  const testResults = [
    { status: "failed", assertionResults: [] },
    { status: "failed", assertionResults: [{ status: "failed" }] },
  ];
  writeFileSync(file, JSON.stringify({ numPassedTests: 4, numFailedTests: 1, testResults }));
  expect(readVitest(file, false)).toMatchObject({ passed: 4, failed: 2 });
});

it("counts a test that passed only on a second try as a failure", () => {
  writeFileSync(file, JSON.stringify({ stats: { expected: 3, unexpected: 1, flaky: 1 } }));
  expect(readPlaywright(file, false)).toMatchObject({ passed: 3, failed: 2 });
});

it("counts a runner that left no report as a failure", () => {
  expect(readVitest(join(folder, "none.json"), false)).toEqual({ passed: 0, failed: 1, tests: [] });
  expect(readPlaywright(join(folder, "none.json"), false)).toEqual({
    passed: 0,
    failed: 1,
    tests: [],
  });
});

it("counts a run that found no test as a failure", () => {
  writeFileSync(file, JSON.stringify({ numPassedTests: 0, numFailedTests: 0, testResults: [] }));
  expect(readVitest(file, true)).toEqual({ passed: 0, failed: 1, tests: [] });
});

it("reports each test's name, duration and whether it failed", () => {
  const assertionResults = [{ status: "failed", fullName: "a case stays", duration: 12 }];
  writeFileSync(
    file,
    JSON.stringify({ testResults: [{ name: join(root, "lib/a.test.ts"), assertionResults }] }),
  );
  expect(readVitest(file, true).tests).toEqual([
    { name: "lib/a.test.ts › a case stays", ms: 12, isFailed: true },
  ]);

  const specs = [
    {
      ...{ file: "a.spec.ts", title: "opens" },
      tests: [{ status: "flaky", results: [{ duration: 7 }, { duration: 5 }] }],
    },
  ];
  writeFileSync(file, JSON.stringify({ suites: [{ suites: [{ specs }] }] }));
  expect(readPlaywright(file, true).tests).toEqual([
    { name: "e2e/a.spec.ts › opens", ms: 12, isFailed: true },
  ]);
});
