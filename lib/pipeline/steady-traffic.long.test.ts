import { setTimeout as wait } from "node:timers/promises";
import { afterAll, expect, it } from "vitest";
import { openWriter } from "@/lib/store/open-database";
import { readQueueState } from "@/lib/store/queue";
import { createScratch, runCli } from "@/lib/testing/run-cli";
import { bundleServer, startServer } from "@/lib/testing/start-server";
import { syntheticExport } from "@/lib/testing/spans/synthetic-export";
import { withTestWorkspace } from "@/lib/testing/test-workspace";
import { locationIn } from "@/lib/testing/postgres/folder-database";

const perSecond = 20;
const seconds = 60;
const scratch = createScratch();
afterAll(() => scratch.remove());

it("derives as fast as a sender of 20 requests a second sends, and to the same digest", async () => {
  const requests = syntheticExport(61, 900).requests.slice(0, perSecond * seconds);
  expect(requests).toHaveLength(perSecond * seconds);
  const data = scratch.folder();
  const server = await startServer(await bundleServer(scratch.folder()), data);
  const reader = await openWriter(locationIn(data, "main"));
  const depths: number[] = [];
  const startMs = performance.now();
  for (const [index, request] of requests.entries()) {
    await wait(Math.max(0, startMs + (index * 1000) / perSecond - performance.now()));
    const headers = { "content-type": "application/json" };
    const body = JSON.stringify(request);
    const response = await fetch(server.url, { method: "POST", headers, body });
    expect(response.status).toBe(200);
    if (index % perSecond === 0) depths.push((await readQueueState(reader)).depth);
  }
  const early = Math.max(...depths.slice(5, 15));
  const late = depths.slice(-5).reduce((sum, depth) => sum + depth, 0) / 5;
  console.log(`Backlog, second by second: ${depths.join(" ")}`);
  expect(late).toBeLessThanOrEqual(early);
  const { stdout } = await runCli(["export", "digest"], { data });
  await server.kill();
  await reader.close();
  const alone = await withTestWorkspace(async (workspace) => {
    await workspace.ingestRequests(requests);
    return workspace.digest();
  });
  expect(stdout.trim()).toBe(alone);
});
