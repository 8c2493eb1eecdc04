import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { connect } from "@/db/connect";
import { asLines } from "@/lib/testing/spans/otlp";
import { createScratch, runCli } from "@/lib/testing/run-cli";
import { runCommand } from "@/lib/testing/run-command";
import { isLong } from "@/lib/testing/runs";
import { seededRandom } from "@/lib/testing/seeded-random";
import { bundleServer, startServer, type TestServer } from "@/lib/testing/start-server";
import { syntheticExport } from "@/lib/testing/spans/synthetic-export";
import { withTestWorkspace } from "@/lib/testing/test-workspace";
import { workspacePath } from "./worker/data-folder";

const killsPerFolder = 2;
const kills = isLong ? 50 : 4;
const scratch = createScratch();
const made = syntheticExport(21, 80);
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

describe("a file ingest that is killed", () => {
  it("ends in the same digest when it is run again to the end", async () => {
    const random = seededRandom(1);
    const finished = scratch.folder();
    await runCli(["ingest", file], { data: finished });
    const wholeBytes = bytesIn(finished);
    let killed = 0;
    for (let round = 0; round < kills / killsPerFolder; round += 1) {
      const data = scratch.folder();
      for (let kill = 0; kill < killsPerFolder; kill += 1) {
        const enough = bytesIn(data) + wholeBytes * (0.1 + random.below(60) / 100);
        let watch: NodeJS.Timeout | undefined;
        const { code } = await runCli(["ingest", file], {
          data,
          onStart: (child) => {
            watch = setInterval(() => bytesIn(data) >= enough && child.kill("SIGKILL"), 2);
          },
        });
        clearInterval(watch);
        if (code === null) killed += 1;
      }
      expect(await runCli(["ingest", file], { data })).toMatchObject({ code: 0 });
      expect(await digestOf(data)).toBe(whole);
    }
    expect(killed).toBeGreaterThan(0);
  });
});

/** Size of the files that a process has written so far. */
function bytesIn(data: string): number {
  const files = existsSync(data) ? readdirSync(data) : [];
  return files.reduce(
    (sum, name) => sum + (statSync(join(data, name), { throwIfNoEntry: false })?.size ?? 0),
    0,
  );
}

describe("a server that is killed while senders post", () => {
  it.each([1, 2, 3])("has every span that got a 200 (%i)", async (seed) => {
    const data = scratch.folder();
    const running = await startServer(server, data);
    const enough = 20 + seededRandom(seed).below(600);
    const acknowledged: string[] = [];
    const senders = [0, 1, 2, 3].map(async (sender) => {
      for (const request of made.requests.filter((_, index) => index % 4 === sender)) {
        if (!(await post(running, request))) return;
        acknowledged.push(...spanIdsOf(request));
        if (acknowledged.length >= enough) await running.kill();
      }
    });
    await Promise.all(senders);
    expect(acknowledged.length).toBeGreaterThanOrEqual(enough);
    expect(acknowledged.length).toBeLessThan(made.spanCount);
    const stored = new Set(storedSpanIds(data));
    expect(acknowledged.filter((id) => !stored.has(id))).toEqual([]);
    const again = await runCli(["ingest", file], { data });
    expect(again).toMatchObject({ code: 0 });
    expect(await digestOf(data)).toBe(whole);
  });
});

describe("another process that holds the write lock for four seconds", () => {
  it("delays ingest by file and HTTP, which then lose nothing, and delays no read", async () => {
    const data = scratch.folder();
    const running = await startServer(server, data);
    const [first, ...others] = made.requests;
    if (first === undefined) throw new Error("The export is empty.");
    expect(await post(running, first)).toBe(true);
    const holder = connect(workspacePath("main", data), "writer");
    const reader = connect(workspacePath("main", data), "reader");
    holder.exec("BEGIN IMMEDIATE");
    const ingest = runCli(["ingest", file, "--json"], { data });
    const posted = post(running, others[0] ?? first);
    const untilMs = performance.now() + 4000;
    while (performance.now() < untilMs) {
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
    const answers = await Promise.all(made.requests.map((request) => post(running, request)));
    expect(answers.every(Boolean)).toBe(true);
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

function storedSpanIds(data: string): string[] {
  const connection = connect(workspacePath("main", data), "writer");
  const rows = connection
    .prepare<[], { id: string }>(
      "SELECT t.trace_id || '/' || s.span_id AS id FROM spans s JOIN traces t ON t.id = s.trace",
    )
    .all();
  connection.close();
  return rows.map(({ id }) => id);
}

function spanIdsOf(request: object): string[] {
  const ids = /"traceId":"([0-9a-f]+)","spanId":"([0-9a-f]+)"/g;
  return [...JSON.stringify(request).matchAll(ids)].map(
    ([, traceId, spanId]) => `${traceId ?? ""}/${spanId ?? ""}`,
  );
}
