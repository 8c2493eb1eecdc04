import "@/lib/testing/requests/next-globals";
import { closeSync, copyFileSync, openSync, writeSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { nowUs } from "@/lib/clock/server";
import { workspaceCookieName } from "@/lib/format/layout/workspace";
import { fillFolder } from "@/lib/testing/fill-folder";
import { signInAs, testOrigin, tokenFor, type CallerHeaders } from "@/lib/testing/requests/callers";
import { stopThreads } from "@/lib/testing/requests/stop-threads";
import { withinRequest } from "@/lib/testing/requests/within-request";
import { createScratch } from "@/lib/testing/run-cli";
import { supportCase } from "@/lib/testing/spans/support-case";
import { GET as getCsv } from "../cases.csv/route";
import { GET as getMetrics } from "../metricsz/route";
import { GET } from "./route";

const scratch = createScratch();
const folder = scratch.folder();
let person: CallerHeaders = {};

beforeAll(async () => {
  vi.stubEnv("THROUGHLINE_DATA", folder);
  const messages = [{ who: "customer", text: "Where is my order?" }] as const;
  const request = supportCase({ caseId: "c-1", idSuffix: "c1", startUs: nowUs(), messages });
  await fillFolder(folder, JSON.stringify(request));
  copyFileSync(join(folder, "main.db"), join(folder, "demo.db"));
  damage(join(folder, "demo.db"));
  person = await signInAs("admin", nowUs());
});
afterAll(async () => {
  await stopThreads();
  vi.unstubAllEnvs();
  scratch.remove();
});

/** Overwrites a file from its beginning. */
function damage(path: string): void {
  const file = openSync(path, "r+");
  writeSync(file, Buffer.alloc(8192, 0xa5), 0, 8192, 0);
  closeSync(file);
}

type Route = (request: Request) => Promise<Response>;

async function ask(route: Route, path: string, headers: CallerHeaders = {}) {
  const request = new Request(`${testOrigin}${path}`, { headers });
  const answer = await withinRequest(request, "action", () => route(request));
  return { status: answer.status, text: await answer.text() };
}

const ofDemo = {
  status: 503,
  text: expect.stringMatching(
    /The file demo\.db in the data folder is damaged.*docs\/operations/u,
  ) as unknown,
};
const ready = { status: 200, text: "ready" };

it("speaks of the workspace that is asked for: a damaged demo does not take the server away", async () => {
  await expect.poll(() => ask(GET, "/readyz")).toEqual(ready);
  expect(await ask(GET, "/readyz?workspace=main")).toEqual(ready);
  expect(await ask(GET, "/readyz?workspace=demo")).toEqual(ofDemo);
  expect(await ask(GET, "/readyz?workspace=other")).toEqual({
    status: 404,
    text: expect.stringMatching(/workspace=main .*workspace=demo/u) as string,
  });
});

it("speaks of the workspace that a page shows where the page asks", async () => {
  const choosing = (name: string) => ({
    ...person,
    cookie: `${person["cookie"] ?? ""}; ${workspaceCookieName}=${name}`,
  });
  expect(await ask(GET, "/readyz?pages", person)).toEqual(ready);
  expect(await ask(GET, "/readyz?pages", choosing("main"))).toEqual(ready);
  expect(await ask(GET, "/readyz?pages", choosing("demo"))).toEqual(ofDemo);
  const cases = await ask(getCsv, "/cases.csv?period=all", choosing("main"));
  expect([cases.status, cases.text.split("\n")[1]]).toEqual([200, expect.stringMatching(/^c-1,/u)]);
  await expect(ask(getCsv, "/cases.csv", choosing("demo"))).rejects.toMatchObject({
    digest: "storage-damaged",
  });
});

it("metrics go on naming both workspaces", async () => {
  const { text } = await ask(getMetrics, "/metricsz", await tokenFor(["ingest"], nowUs()));
  expect(text.match(/^throughline_workspace_readable.*$/gmu)).toEqual([
    'throughline_workspace_readable{workspace="main"} 1',
    'throughline_workspace_readable{workspace="demo"} 0',
  ]);
  expect(text).toContain('throughline_queue_entries{workspace="main"} 0');
});

it("a damaged workspace that takes what is sent makes the server unready", async () => {
  damage(join(folder, "main.db"));
  await expect
    .poll(() => ask(GET, "/readyz"))
    .toMatchObject({ status: 503, text: expect.stringContaining("main.db") as unknown });
});
