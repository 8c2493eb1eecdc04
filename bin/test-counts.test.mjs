import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { countPlaywright, countVitest } from "./tools/test-counts.mjs";

const folder = mkdtempSync(join(tmpdir(), "throughline-counts-"));
const file = join(folder, "report.json");
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it("counts a test file that did not load as a failure", () => {
  const testResults = [
    { status: "failed", assertionResults: [] },
    { status: "failed", assertionResults: [{ status: "failed" }] },
  ];
  writeFileSync(file, JSON.stringify({ numPassedTests: 4, numFailedTests: 1, testResults }));
  expect(countVitest(file, false)).toEqual({ passed: 4, failed: 2 });
});

it("counts a test that passed only on a second try as a failure", () => {
  writeFileSync(file, JSON.stringify({ stats: { expected: 3, unexpected: 1, flaky: 1 } }));
  expect(countPlaywright(file, false)).toEqual({ passed: 3, failed: 2 });
});

it("counts a runner that left no report as a failure", () => {
  expect(countVitest(join(folder, "none.json"), false)).toEqual({ passed: 0, failed: 1 });
  expect(countPlaywright(join(folder, "none.json"), false)).toEqual({ passed: 0, failed: 1 });
});
