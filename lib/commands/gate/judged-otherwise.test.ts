import { readFileSync } from "node:fs";
import { afterAll, expect, it } from "vitest";
import { cohortRows, jsonLines, outcomeRows, resolvedFirst } from "@/lib/testing/gate-rows";
import { createScratch } from "@/lib/testing/run-cli";
import { runCommand } from "@/lib/testing/run-command";

const scratch = createScratch();
afterAll(() => scratch.remove());

const data = scratch.folder();
const record = `${scratch.folder()}/records.jsonl`;
const cohort = scratch.file("golden-200.jsonl", jsonLines(cohortRows(210, 150)));
const run = (name: string, resolved: readonly boolean[]) =>
  scratch.file(name, jsonLines(outcomeRows(resolved)));
// 110 of the 150 over two channels, and all on one channel, are resolved
const candidate = run("v15.jsonl", [...resolvedFirst(110, 150), ...resolvedFirst(60, 60)]);
const baseline = run("v14.jsonl", [...resolvedFirst(112, 150), ...resolvedFirst(60, 60)]);
const worse = run("v14-again.jsonl", [...resolvedFirst(108, 150), ...resolvedFirst(60, 60)]);

async function judge(policy: string, ...more: readonly string[]) {
  const given = { cohort, candidate, policy: scratch.file("gate.yaml", policy), record };
  const options = Object.entries(given).flatMap(([name, value]) => [`--${name}`, value]);
  const { stdout, code } = await runCommand(["gate", ...options, ...more], { data });
  // Beside what decided, on the third line.
  const remark = /Judged before .*$/u.exec(stdout.split("\n")[2] ?? "")?.[0];
  return { code, remark, title: stdout.split("\n")[0] };
}

it("says that a release was blocked by other terms before it passed", async () => {
  const bar = "minimum: 0.78\n";
  expect(await judge(bar, "--baseline", baseline)).toEqual({
    code: 1,
    remark: undefined,
    title: expect.stringMatching(/^BLOCK: .* 1$/u) as string,
  });
  expect(await judge("minimum: 0.7\n", "--baseline", baseline)).toEqual({
    code: 0,
    remark: expect.stringMatching(/: BLOCK \([^,]+ 78% and is 70%\)\.$/u) as string,
    title: expect.stringMatching(/^PASS, not proven: .* 1$/u) as string,
  });
  const wide = await judge("minimum: 0.78\nscope: all\n", "--baseline", worse);
  expect(wide.remark).toMatch(
    /: PASS, not proven \(.* 70% and is 78%, the scope .*, the baseline .*\); BLOCK \(the scope .*, the baseline .*\)\.$/u,
  );
  const again = readFileSync(record, "utf8");
  expect((await judge(bar, "--baseline", baseline)).remark).toBeUndefined();
  expect(readFileSync(record, "utf8")).toBe(again);
  const { code, stdout } = await runCommand(["gate", "--explain", record], { data });
  expect([code, stdout]).toEqual([0, expect.stringContaining("byte for byte")]);
});

it("counts attempts on a file of the cohort that was changed", async () => {
  const changed = scratch.file("golden-200.jsonl", jsonLines(cohortRows(209, 150)));
  const outcomes = run("v15.jsonl", [...resolvedFirst(120, 150), ...resolvedFirst(59, 59)]);
  const options = ["--cohort", changed, "--candidate", outcomes, "--record", record];
  const { stdout } = await runCommand(["gate", ...options, "--min", "0.78"], { data });
  expect(stdout).toMatch(/^PASS, not proven: v15 .* 2\n/u);
  expect(stdout).toContain("the cohort was another version");
});
