import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { createScratch, runCli } from "@/lib/testing/run-cli";
import { runCommand } from "@/lib/testing/run-command";

const scratch = createScratch();
afterAll(scratch.remove);

const end = "2026-11-18T12:00:00Z";

const data = scratch.folder();

it("finishes a demo that was cut short, with the end that was fixed then", async () => {
  const plan = { seed: 7, endUs: Date.parse(end) * 1000, isComplete: false };
  writeFileSync(join(data, "demo.json"), JSON.stringify(plan));
  const { code, stdout } = await runCli(["demo", "--json"], { data });
  expect(code).toBe(0);
  expect((JSON.parse(stdout) as { readonly cases: number }).cases).toBeGreaterThan(500);
  const kept: unknown = JSON.parse(readFileSync(join(data, "demo.json"), "utf8"));
  expect(kept).toEqual({ ...plan, isComplete: true });
});

it("fills the demo workspace once, and never the main one", async () => {
  expect(existsSync(join(data, "main.db"))).toBe(false);
  const again = await runCommand(["demo", "--end", end, "--json"], { data });
  expect(JSON.parse(again.stdout)).toEqual({
    workspace: "demo",
    end: "2026-11-18T12:00:00.000Z",
    cases: 0,
  });

  const other = await runCommand(["demo", "--end", "2026-11-19T12:00:00Z"], { data });
  expect([other.code, other.stderr]).toEqual([2, expect.stringContaining("demo.json")]);
});
