import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { connect } from "@/db/connect";
import { asLines } from "@/lib/testing/spans/otlp";
import { createScratch, runCli } from "@/lib/testing/run-cli";
import { runCommand } from "@/lib/testing/run-command";
import { bundleServer, startServer, type TestServer } from "@/lib/testing/start-server";
import { syntheticExport } from "@/lib/testing/spans/synthetic-export";
import { withTestWorkspace } from "@/lib/testing/test-workspace";
import { locationIn } from "@/lib/testing/postgres/folder-database";

const scratch = createScratch();
const made = syntheticExport(21, 30);
const file = scratch.file("export.jsonl", asLines(made.requests));
let whole = "";
let server = "";

beforeAll(async () => {
  server = await bundleServer(scratch.folder());
  whole = await withTestWorkspace(async (workspace) => {
    await workspace.ingestRequests(made.requests);
    return workspace.digest();
  });
});
afterAll(() => scratch.remove());

describe("another process that holds the write lock for four seconds", () => {
  it("delays ingest by file and HTTP, which then lose nothing, and delays no read", async () => {
    const data = scratch.folder();
    const running = await startServer(server, data);
    const [first, ...others] = made.requests;
    if (first === undefined) throw new Error("The export is empty.");
    expect(await post(running, first)).toBe(true);
    const holder = connect(locationIn(data, "main"), "writer");
    const reader = connect(locationIn(data, "main"), "reader");
    holder.exec("BEGIN IMMEDIATE");
    const ingest = runCli(["ingest", file, "--json"], { data });
    const posted = post(running, others[0] ?? first);
    for (let time = 0; time < 80; time += 1) {
      // This thread holds the lock: a read that waits for it fails as busy.
      reader.prepare("SELECT count(*) FROM spans").get();
      await wait(50);
    }
    holder.exec("ROLLBACK");
    holder.close();
    expect(await posted).toBe(true);
    const { code, stdout } = await ingest;
    expect(code).toBe(0);
    const { accepted, duplicate } = JSON.parse(stdout) as { accepted: number; duplicate: number };
    expect(accepted + duplicate).toBe(made.spanCount);
    expect(await digestOf(data)).toBe(whole);
    reader.close();
    await running.kill();
  });
});

describe("several processes at once", () => {
  it("ingest the same file into a new workspace and agree", async () => {
    const data = scratch.folder();
    const ingests = [1, 2].map(() => runCli(["ingest", file, "--json"], { data }));
    const results = await Promise.all(ingests);
    expect(results.map(({ code, stderr }) => ({ code, stderr }))).toEqual([
      { code: 0, stderr: "" },
      { code: 0, stderr: "" },
    ]);
    const accepted = results.map(
      ({ stdout }) => (JSON.parse(stdout) as { accepted: number }).accepted,
    );
    expect(accepted.reduce((sum, count) => sum + count, 0)).toBe(made.spanCount);
    expect(await digestOf(data)).toBe(whole);
  });

  it("ingest a file while a server derives, and say what that file touched", async () => {
    const data = scratch.folder();
    const running = await startServer(server, data);
    const { stdout } = await runCli(["ingest", file, "--json"], { data });
    expect(JSON.parse(stdout)).toMatchObject({
      accepted: made.spanCount,
      cases: made.channels.size,
      unassigned: 0,
    });
    await running.kill();
  });

  it("export while a server derives, and miss nothing that got a 200", async () => {
    const data = scratch.folder();
    const running = await startServer(server, data);
    // A server that refuses a body before it has read it may cut the connection: an exporter sends it again.
    const send = async (request: object) => {
      while (!(await post(running, request))) await wait(100);
    };
    await Promise.all(made.requests.map(send));
    expect(await digestOf(data)).toBe(whole);
    await running.kill();
  });
});

/** @returns true for HTTP 200; false if the server was busy or is down */
async function post({ url }: TestServer, request: object): Promise<boolean> {
  const headers = { "content-type": "application/json" };
  for (;;) {
    const body = JSON.stringify(request);
    const response = await fetch(url, { method: "POST", headers, body }).catch(() => null);
    if (response === null) return false;
    await response.arrayBuffer().catch(() => null);
    if (response.status !== 503) return response.status === 200;
    await wait(100);
  }
}

async function digestOf(data: string): Promise<string> {
  const { stdout } = await runCommand(["export", "digest"], { data });
  return stdout.trim();
}
