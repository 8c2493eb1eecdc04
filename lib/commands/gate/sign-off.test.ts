import { afterAll, expect, it } from "vitest";
import { loadRun } from "@/lib/pages/releases/load-run";
import { runCodec } from "@/lib/pages/releases/url";
import { resolvedFirst } from "@/lib/testing/gate-rows";
import { createScratch } from "@/lib/testing/run-cli";
import { runCommand } from "@/lib/testing/run-command";
import { gateItems, inDataFolder, storeCohort, storeRun } from "@/lib/testing/stored-runs";
import { locationIn } from "@/lib/testing/postgres/folder-database";

const scratch = createScratch();
afterAll(() => scratch.remove());

it("throughline gate --sign-off lets a person answer for exactly one verdict", async () => {
  const data = scratch.folder();
  const store = (run: string, resolved: number) =>
    inDataFolder(data, async (db) => {
      const cohort = await storeCohort(db, "golden-200", gateItems(200));
      await storeRun(db, { run, release: "v15", cohort }, resolvedFirst(resolved));
    });
  await store("v15-a", 170);
  const policy = scratch.file("gate.yaml", "minimum: 0.78\nnot_proven: sign_off\n");
  const gate = (...args: readonly string[]) => runCommand(["gate", ...args], { data });
  const judge = (run: string, ...more: readonly string[]) =>
    gate("--cohort", "golden-200", "--candidate", run, "--policy", policy, ...more);
  const sign = (run: string, reason: string) =>
    gate("--sign-off", run, "--name", "Jane Doe", "--reason", reason);
  const reason = "5% of the traffic first; call me on +44 20 7946 0958.";

  const waiting = await judge("v15-a");
  expect(waiting.code).toBe(1);
  expect(waiting.stderr).toContain("--sign-off v15-a --name NAME");
  for (const unsaid of [await gate("--sign-off", "v15-a"), await sign("v15-a", " ")]) {
    expect([unsaid.code, unsaid.stderr]).toEqual([2, expect.stringMatching(/who .*why/u)]);
  }
  const signed = await sign("v15-a", reason);
  expect([signed.code, signed.stderr]).toEqual([0, ""]);
  expect(signed.stdout).toMatch(
    /^v15-a of v15: .*Jane Doe on \d{4}-\d\d-\d\d: 5% of the traffic first; call me on <PHONE:/u,
  );
  expect((await sign("v15-a", reason)).stderr).toContain("already");

  const shipped = await judge("v15-a");
  expect([shipped.code, shipped.stderr]).toEqual([0, ""]);
  expect(shipped.stdout).toMatch(/^PASS, signed off: v15 .* 1\n[^]*by Jane Doe on /u);
  const junit = await judge("v15-a", "--format", "junit");
  expect(junit.stdout).toContain(' failures="0" errors="0"');
  const json: unknown = JSON.parse((await judge("v15-a", "--format", "json")).stdout);
  expect(json).toMatchObject({
    ...{ verdict: "pass_not_proven", exitCode: 0, signOff: { name: "Jane Doe" } },
  });
  const explained = await gate("--explain", "v15-a");
  expect(explained.code).toBe(0);
  expect(explained.stdout).toMatch(/identical byte for byte\.\n\nPASS, signed off: v15 on/u);
  const path = locationIn(data, "main");
  const page = await loadRun({ path, isDemo: false }, "v15-a", runCodec.defaultValue, new Map());
  expect(page?.judged?.badge.words).toBe("Passed, signed off");
  expect(page?.judged?.signOff).toContain("Jane Doe");
  expect(page?.attempts[0]).toMatchObject({ asksForSignOff: false });

  await store("v15-b", 171);
  expect((await judge("v15-b")).code).toBe(1);
  expect((await sign("v15", reason)).stderr).toContain("verdicts on v15-a, v15-b; name the run");
  expect((await runCommand(["verify-audit"], { data })).stdout).toMatch(/^5 rows, unbroken/u);
});

it("throughline gate --sign-off refuses what does not wait for a person", async () => {
  const data = scratch.folder();
  await inDataFolder(data, async (db) => {
    const cohort = await storeCohort(db, "golden-200", gateItems(200));
    await storeRun(db, { run: "bad", release: "v15", cohort }, resolvedFirst(150));
  });
  const policy = scratch.file("gate.yaml", "minimum: 0.78\nnot_proven: sign_off\n");
  const gate = (...args: readonly string[]) => runCommand(["gate", ...args], { data });
  await gate("--cohort", "golden-200", "--candidate", "bad", "--policy", policy);
  const { code, stderr } = await gate("--sign-off", "bad", "--name", "J", "--reason", "hurry");
  expect(code).toBe(2);
  expect(stderr).toContain("not proven");
});
