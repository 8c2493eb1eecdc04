import { spawnSync } from "node:child_process";
import { expect, it } from "vitest";
import { requireShared } from "@/lib/testing/shared/require-shared";

it("the gate's share of real conversations equals the labels' with the oracle, and with ours is within its error", () => {
  requireShared("data/dev/resolution.tau.jsonl.gz");
  const { status, stdout, stderr } = spawnSync(process.execPath, ["bench/real-gate.mjs"], {
    encoding: "utf8",
  });
  expect(stderr).not.toContain("Error");
  expect(status).toBe(0);
  expect(stdout).toContain("200 items of 125 tasks, 150 on two channels");
  expect(stdout.match(/^the gate's share equals the labels': yes$/gm)).toHaveLength(2);
  // Contacts' words and expected actions, both ways.
  expect(
    stdout.match(/^the labels' share of the scored is in the corrected interval: yes$/gm),
  ).toHaveLength(4);
});
