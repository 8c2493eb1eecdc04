import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { createScratch } from "@/lib/testing/run-cli";
import { runCommand } from "@/lib/testing/run-command";

const scratch = createScratch();
afterAll(() => scratch.remove());

const rule = `id: our-fees
title: Say what it costs
jurisdictions: ["*"]
source: Our policy 7
severity: high
trigger: always
channels: [chat]
speaker: agent
elements:
  - { key: fee, mode: verbatim, any_of: ["\\\\bfee of\\\\b"] }
`;

describe("throughline rules", () => {
  it("checks files and says where what is wrong", async () => {
    const data = scratch.folder();
    const good = scratch.file("good.yaml", rule);
    const bad = scratch.file("bad.yaml", rule.replace("high", "urgent"));
    expect(await runCommand(["rules", "check", good, bad], { data })).toEqual({
      code: 1,
      stdout: expect.stringMatching(/good\.yaml: 1 .*\n.*bad\.yaml: 0 /u) as string,
      stderr: expect.stringMatching(/bad\.yaml:5: rule our-fees, severity .*“urgent”/u) as string,
    });
    expect((await runCommand(["rules", "check", `${good}.none`], { data })).code).toBe(2);
  });

  it("publishes no rule of a file in which one is wrong, and names every problem", async () => {
    const data = scratch.folder();
    await runCommand(["migrate"], { data });
    const rules = (...args: string[]) => runCommand(["rules", ...args], { data });
    const other = rule.replace("our-fees", "our-prices");
    const wrong = [rule.replace("high", "urgent"), other, other].map((each) =>
      each.replace(/^(?=.)/gmu, "  ").replace("  id", "- id"),
    );
    const file = scratch.file("three.yaml", wrong.join(""));
    for (const [args, last] of [
      [["--publish"], "Nothing was published"],
      [[], "Nothing of it can be published"],
    ] as const) {
      const { code, stdout, stderr } = await rules("import", file, ...args);
      expect([code, stdout]).toEqual([1, ""]);
      expect(stderr.split("\n").map((line) => line.replace(`${file}:`, ""))).toEqual([
        expect.stringMatching(/^5: rule our-fees, severity .* critical, high, medium, low\.$/u),
        expect.stringMatching(/^21: rule our-prices, id .*twice/u),
        expect.stringContaining(`${last}: 2 problems`),
        "",
      ]);
    }
    expect((await rules("export")).stdout).not.toContain("our-prices");
    expect((await runCommand(["verify-audit"], { data })).stdout).toMatch(/^0 rows/u);
  });

  it("publishes only when told to, without personal data, audited, and takes its own export without a change", async () => {
    const data = scratch.folder();
    await runCommand(["migrate"], { data });
    const rules = (...args: string[]) => runCommand(["rules", ...args], { data });
    const personal = scratch.file("personal.yaml", rule.replace("costs", "costs ann@example.com"));
    const unfit = await rules("import", personal, "--publish");
    expect([unfit.code, unfit.stdout]).toEqual([1, ""]);
    expect(unfit.stderr).toMatch(
      /:2: rule our-fees, title holds personal data \(email\): write.*\n.*: Nothing was published: 1 problem is/u,
    );
    const notice = `notices:
  - channel: voice
    gives: call-is-recorded
    medium: ivr
    from: 2026-01-01
    stated_by: the call centre
    text: Write to ann@example.com
`;
    const second = await rules("import", scratch.file("notice.yaml", notice), "--publish");
    expect(second.stderr).toMatch(/:7: notices\.0\.text holds personal data/u);
    const first = scratch.file("first.yaml", `${rule}default_on: true\n`);
    const trial = await rules("import", first);
    expect(trial.stdout).toContain("our-fees: new, version 1, turned on.\n");
    expect(trial.stdout).toContain("add --publish");
    const published = await rules("import", first, "--publish");
    expect(published.stdout).toBe("our-fees: new, version 1, turned on.\nPublished 1 change.\n");

    const exported = join(scratch.folder(), "rules.yaml");
    await rules("export", "--all", exported);
    const text = readFileSync(exported, "utf8");
    expect(text).toContain("id: our-fees\n    version: 1\n");
    const again = await rules("import", exported, "--publish");
    expect(again).toEqual({
      code: 0,
      stdout: expect.stringContaining("Nothing differs") as string,
      stderr: "",
    });

    const stale = scratch.file("stale.yaml", text.replace("Say what it costs", "Name the price"));
    const refused = await rules("import", stale, "--publish");
    expect(refused.code).toBe(1);
    expect(refused.stderr).toMatch(/rule our-fees, version 1 .*not higher/u);
    expect((await runCommand(["verify-audit"], { data })).stdout).toMatch(/^1 rows, unbroken/);
  });
});
