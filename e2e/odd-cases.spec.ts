import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { nowUs } from "@/lib/clock/server";
import { flawsOf } from "./flaws-of";
import { oddCases, oddRequests, unassignedTraceId } from "./odd-cases";
import { startOwnServer, type OwnServer } from "./own-server";
import { expect, test } from "./test";

let server: OwnServer | undefined;
const folder = mkdtempSync(join(tmpdir(), "throughline-odd-"));

test.beforeAll(async () => {
  const file = join(folder, "odd.jsonl");
  const lines = oddRequests(nowUs()).map((request) => JSON.stringify(request));
  writeFileSync(file, lines.join("\n"));
  server = await startOwnServer([file]);
});
test.afterAll(async () => {
  await server?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const addresses = [
  ...oddCases.map(({ caseId }) => `/cases/${caseId}`),
  `/traces/${unassignedTraceId}`,
  "/cases",
  "/data-health",
  "/quality",
  "/metrics",
  "/quality/context_retention",
];

for (const address of addresses) {
  // 640 px is the width of 1280 at 200 % zoom.
  test(`${address} holds odd data without flaw, and never scrolls sideways`, async ({ page }) => {
    const response = await page.goto(`${server?.url ?? ""}${address}`);
    expect(response?.status()).toBe(200);
    expect(await flawsOf(page)).toEqual([]);
    for (const width of [1280, 640, 390]) {
      await page.setViewportSize({ width, height: 900 });
      const beyond = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(beyond, `${String(width)} px`).toBe(0);
    }
  });
}
