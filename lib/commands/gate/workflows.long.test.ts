import { spawnSync } from "node:child_process";
import { chmodSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { createScratch } from "@/lib/testing/run-cli";

const scratch = createScratch();
afterAll(() => scratch.remove());

const blocks = [...readFileSync("docs/gate.md", "utf8").matchAll(/```yaml\n(.*?)```/gsu)]
  .map(([, text]): unknown => parse(text ?? ""))
  .filter((block) => typeof block === "object");
const texts = z.record(z.string(), z.string());
const github = z
  .object({
    jobs: z.object({
      gate: z.object({ env: texts, steps: z.array(z.object({ run: z.string().optional() })) }),
    }),
  })
  .array()
  .parse(blocks.filter((block) => block !== null && "jobs" in Object(block)));
const gitlab = z
  .object({ "release-gate": z.object({ variables: texts, script: z.array(z.string()) }) })
  .array()
  .parse(blocks.filter((block) => block !== null && "release-gate" in Object(block)));

const replay = `#!/bin/sh
exec node -e '
for (const line of require("fs").readFileSync(process.argv[1], "utf8").trim().split("\\n")) {
  const { id: item, channels } = JSON.parse(line);
  if (item === process.env.LEFT_OUT) continue;
  const say = (role, content) => ({ role, content });
  const messages = [say("customer", "Where is it?"), say("agent", "On Monday.")];
  for (const [at, channel] of channels.entries())
    console.log(JSON.stringify({ item, channel, leg: at + 1, messages }));
}' "$1"
`;

/** A checkout of a team: a cohort, a policy, its replay, and what that printed on main. */
function checkout(): string {
  const folder = scratch.folder();
  const write = (name: string, text: string) => {
    writeFileSync(join(folder, name), text);
  };
  const cases = ["a", "b", "c"].map((id) => JSON.stringify({ id, channels: ["chat", "voice"] }));
  write("golden-200.jsonl", cases.join("\n"));
  write("gate.yaml", "minimum: 0.78\n");
  write("replay-cohort.sh", replay);
  chmodSync(join(folder, "replay-cohort.sh"), 0o755);
  symlinkSync(process.cwd(), join(folder, "throughline"));
  run(folder, "mkdir runs; ./replay-cohort.sh golden-200.jsonl > runs/main.jsonl", {});
  return folder;
}

function run(cwd: string, script: string, env: Readonly<Record<string, string>>) {
  const options = { cwd, env: { ...process.env, ...env }, encoding: "utf8" as const };
  const { status, stdout, stderr } = spawnSync("bash", ["-e", "-c", script], options);
  return { status, stdout, stderr };
}

/** A step without what a runner fetches: it is there. */
const ours = (script: string) => !/\bgh pr |npm ci/u.test(script);

it("runs GitHub's steps as they are written, and counts what it tries again", () => {
  const [{ jobs: { gate } } = { jobs: { gate: { env: {}, steps: [] } } }] = github;
  const folder = checkout();
  const attempt = (id: string, leftOut: string) => {
    const fill = (text: string) =>
      text
        .replaceAll("${{ github.event.pull_request.number }}", "17")
        .replaceAll("${{ github.run_id }}", id)
        .replaceAll("${{ github.run_attempt }}", "1");
    const given = Object.entries(gate.env).map(([name, text]) => [name, fill(text)] as const);
    const more = { GITHUB_STEP_SUMMARY: "summary.md", LEFT_OUT: leftOut };
    const env = { ...Object.fromEntries(given), ...more };
    const steps = gate.steps.flatMap(({ run: script }) => script ?? []).filter(ours);
    return steps.map((script) => run(folder, fill(script), env).status);
  };
  // three cases are too few to decide by: exit code 2
  expect(attempt("1", "b")).toEqual([0, 2]);
  expect(attempt("2", "")).toEqual([0, 2]);
  const read = (name: string) => readFileSync(join(folder, name), "utf8");
  expect(read("gate.md")).toMatch(/^### INVALID: pr-17 on golden-200, attempt 2\n/u);
  expect(read("summary.md")).toContain("attempt 1");
  expect(read("gate.xml")).toContain('<testsuite name="INVALID: pr-17 on golden-200, attempt 2"');
});

it("runs GitLab's script as it is written", () => {
  const [{ "release-gate": job } = { "release-gate": { variables: {}, script: [] } }] = gitlab;
  const folder = checkout();
  const env = { ...job.variables, CI_MERGE_REQUEST_IID: "9", CI_JOB_ID: "4" };
  const { status, stdout } = run(folder, job.script.filter(ours).join("\n"), env);
  expect(stdout).toContain("INVALID: mr-9 on golden-200, attempt 1\n");
  expect(status).toBe(2);
  expect(readFileSync(join(folder, "gate.xml"), "utf8")).toMatch(/^<\?xml .*errors="[1-9]/su);
});
