import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { root } from "./tools/paths.mjs";
import { listSkipped, readPlaywright, readVitest } from "./tools/test-report.mjs";

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
  const nothing = { passed: 0, failed: 1, skipped: 0, tests: [] };
  expect(readVitest(join(folder, "none.json"), false)).toEqual(nothing);
  expect(readPlaywright(join(folder, "none.json"), false)).toEqual(nothing);
});

it("counts a run that found no test as a failure", () => {
  writeFileSync(file, JSON.stringify({ numPassedTests: 0, numFailedTests: 0, testResults: [] }));
  expect(readVitest(file, true)).toEqual({ passed: 0, failed: 1, skipped: 0, tests: [] });
});

it("reports each test's name, duration and whether it failed", () => {
  const assertionResults = [{ status: "failed", fullName: "a case stays", duration: 12 }];
  writeFileSync(
    file,
    JSON.stringify({ testResults: [{ name: join(root, "lib/a.test.ts"), assertionResults }] }),
  );
  expect(readVitest(file, true).tests).toEqual([
    { name: "lib/a.test.ts › a case stays", ms: 12, isFailed: true, skippedFor: null },
  ]);

  const specs = [
    {
      ...{ file: "a.spec.ts", title: "opens" },
      tests: [{ status: "flaky", results: [{ duration: 7 }, { duration: 5 }] }],
    },
  ];
  writeFileSync(file, JSON.stringify({ suites: [{ suites: [{ specs }] }] }));
  expect(readPlaywright(file, true).tests).toEqual([
    { name: "e2e/a.spec.ts › opens", ms: 12, isFailed: true, skippedFor: null },
  ]);
});

it("counts skipped tests and lists them by reason", () => {
  const meta = { cannotTest: "x is missing" };
  const assertionResults = [
    { status: "passed", fullName: "runs", duration: 1, meta: {} },
    { status: "skipped", fullName: "needs x", duration: 1, meta },
    { status: "skipped", fullName: "follows a hook that failed", meta: {} },
  ];
  const name = join(root, "lib/a.test.ts");
  writeFileSync(
    file,
    JSON.stringify({ numPassedTests: 1, testResults: [{ name, assertionResults }] }),
  );
  const unit = readVitest(file, true);
  expect(unit).toMatchObject({ passed: 1, failed: 0, skipped: 2 });

  const specs = [["skip", "x is missing"], ["slow"]].map(([type, description], at) => ({
    ...{ file: "a.spec.ts", title: `opens ${at}` },
    tests: [{ status: "skipped", annotations: [{ type, description }], results: [] }],
  }));
  writeFileSync(file, JSON.stringify({ suites: [{ specs }] }));
  const e2e = readPlaywright(file, true);
  expect(e2e).toMatchObject({ passed: 0, failed: 0, skipped: 2 });

  expect(listSkipped([...unit.tests, ...e2e.tests])).toEqual([
    "\nSkipped:",
    "2: no reason is given",
    "   lib/a.test.ts › follows a hook that failed",
    "   e2e/a.spec.ts › opens 1",
    "2: x is missing",
    "   lib/a.test.ts › needs x",
    "   e2e/a.spec.ts › opens 0",
  ]);
  expect(listSkipped([])).toEqual([]);
});

it("reads the reason that a test of Vitest's gives", () => {
  const reporters = ["--reporter=json", `--outputFile=${file}`];
  writeFileSync(
    join(folder, "a.test.ts"),
    `import { it } from "vitest";
     import { cannotTest } from "${join(root, "lib/testing/cannot-test.ts")}";
     it("needs x", () => { cannotTest("x is missing"); throw new Error("It went on."); });`,
  );
  const args = [join(root, "node_modules/vitest/vitest.mjs"), "run", "--root", folder];
  spawnSync(process.execPath, [...args, ...reporters], { cwd: folder });
  expect(readVitest(file, true)).toMatchObject({
    ...{ passed: 0, failed: 0, skipped: 1 },
    tests: [{ skippedFor: "x is missing" }],
  });
});
