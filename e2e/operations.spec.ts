import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { request as httpRequest, type ClientRequest } from "node:http";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { nowUs } from "@/lib/clock/server";
import { otlpRequest } from "@/lib/testing/spans/otlp";
import { makeToken, signInByRequest } from "./accounts";
import { openEventStream } from "./event-stream";
import { freePort } from "./free-port";
import { writeLargeExport } from "./large-export";
import { startOwnServer, type OwnServer } from "./own-server";
import { changeStored, readStored } from "./stored";
import { expect, test } from "./test";

/** What Prometheus sends. */
const scrape =
  "application/openmetrics-text;version=1.0.0;q=0.6,text/plain;version=0.0.4;q=0.5,*/*;q=0.1";

/** 2026-01-05T08:00:00Z. */
const firstUs = 1_767_600_000_000_000;

let server: OwnServer;

test.beforeEach(async () => {
  server = await startOwnServer([], { accounts: "none" });
});
test.afterEach(async () => {
  await server.stop();
});

test("/readyz is refused for a while, with a sentence, where a workspace has an older schema", async () => {
  const readiness = async () => {
    const answer = await fetch(`${server.url}/readyz`);
    return [answer.status, await answer.text()];
  };
  await expect.poll(readiness).toEqual([200, "ready"]);
  await changeStored(server.data, "main", "DELETE FROM __drizzle_migrations WHERE id > 1");
  const unready = await fetch(`${server.url}/readyz`);
  expect([unready.status, unready.headers.get("retry-after")]).toEqual([503, "2"]);
  expect(await unready.text()).toBe(
    'The workspace "main" has an older schema; run: throughline migrate\n',
  );
  expect((await fetch(`${server.url}/readyz?pages`)).status).toBe(503);
});

test("metrics count what was sent and derived, and name no case or customer", async () => {
  expect((await post(1)).status).toBe(200);
  expect((await post(1)).status).toBe(200);
  const read = async () => {
    const answer = await fetch(`${server.url}/metrics`, { headers: { accept: scrape } });
    expect(answer.headers.get("content-type")).toBe("text/plain; version=0.0.4; charset=utf-8");
    return answer.text();
  };
  await expect.poll(read).toContain('throughline_queue_entries{workspace="main"} 0\n');
  const text = await read();
  for (const line of [
    'throughline_spans_total{source="http",result="accepted"} 1',
    'throughline_spans_total{source="http",result="duplicate"} 1',
    'throughline_http_requests_total{group="ingest",status="2xx"} 2',
    'throughline_queue_failed_entries{workspace="main"} 0',
    "throughline_worker_problems_total 0",
  ])
    expect(text).toContain(`${line}\n`);
  for (const name of [
    'throughline_derivation_settled_total{workspace="main"}',
    "nodejs_eventloop_lag_p50_seconds",
    "nodejs_eventloop_lag_p99_seconds",
    "process_resident_memory_bytes",
    "process_start_time_seconds",
  ])
    expect(Number(text.split(`\n${name} `)[1]?.split("\n")[0])).toBeGreaterThan(0);
  expect(text).not.toMatch(/case-1|customer-1/u);
});

test("once there are accounts metrics need a token that may ingest, and /metrics stays a page", async ({
  playwright,
}) => {
  const request = await playwright.request.newContext({
    storageState: { cookies: [], origins: [] },
  });
  await signInByRequest(request, server, "admin");
  const page = await request.get(`${server.url}/metrics`);
  expect(page.headers()["content-type"]).toContain("text/html");
  await request.dispose();
  const read = async (headers: Readonly<Record<string, string>>) =>
    (await fetch(`${server.url}/metricsz`, { headers })).status;
  const bearer = (secret: string) => ({ authorization: `Bearer ${secret}` });
  expect(await read({})).toBe(401);
  expect(await read(bearer(await makeToken(server.data, "--may", "export")))).toBe(403);
  expect(await read(bearer(await makeToken(server.data)))).toBe(200);
});

test("a server that is stopped answers what it has in hand, ends live pages and loses nothing", async ({
  playwright,
}) => {
  const request = await playwright.request.newContext({
    storageState: { cookies: [], origins: [] },
  });
  await signInByRequest(request, server, "admin");
  const secret = await makeToken(server.data);
  const stream = await openEventStream(server.url, request);
  const held = await holdBody(1_000_000, secret);
  const acknowledged: number[] = [];
  const senders = [1, 2, 3, 4].map(async (sender) => {
    for (let index = sender; ; index += 4) {
      const answer = await post(index, secret).catch(() => null);
      if (answer === null) return;
      expect(answer.status).toBe(200);
      acknowledged.push(index);
    }
  });
  await expect.poll(() => acknowledged.length).toBeGreaterThan(40);
  const gone = once(server.process, "exit");
  server.process.kill("SIGTERM");
  await Promise.all([stream.ended, ...senders]);
  held.end(bodyOf(1_000_000));
  const [answer] = (await once(held, "response")) as [{ readonly statusCode: number }];
  expect(answer.statusCode).toBe(200);
  expect(await gone).toEqual([0, null]);
  const stored = new Set(await storedNumbers());
  expect([1_000_000, ...acknowledged].filter((index) => !stored.has(index))).toEqual([]);
  expect(server.log()).not.toContain("Stopped before");
  await request.dispose();
});

test("a file being read when the server is stopped is read again, and no attempt at it is counted", async ({
  playwright,
}, info) => {
  const request = await playwright.request.newContext({
    storageState: { cookies: [], origins: [] },
  });
  await signInByRequest(request, server, "admin");
  const file = info.outputPath("large.jsonl");
  const size = { bytes: 3_000_000, prefix: "a", nowMs: nowUs() / 1000 };
  const spans = await writeLargeExport(file, size);
  const id = "b".repeat(32);
  const kept = await request.post(`${server.url}/api/uploads`, {
    headers: { origin: server.url, "x-upload-id": id, "x-file-name": "large.jsonl" },
    data: readFileSync(file),
  });
  expect(kept.status()).toBe(201);
  await expect.poll(storedSpans).toBeGreaterThan(0);
  const gone = once(server.process, "exit");
  server.process.kill("SIGTERM");
  expect(await gone).toEqual([0, null]);
  expect(await storedSpans()).toBeLessThan(spans);
  const facts = readFileSync(join(server.data, "uploads", `${id}.json`), "utf8");
  expect(JSON.parse(facts)).toMatchObject({ id, attempts: 0 });
  await server.restart();
  await expect.poll(storedSpans, { timeout: 60_000 }).toBe(spans);
  await request.dispose();
});

test("the container's health check tells a server that answers from none", async () => {
  const check = async (port: string) => {
    const script = join(process.cwd(), "bin", "check-health.mjs");
    const child = spawn(process.execPath, [script], { env: { ...process.env, PORT: port } });
    const said = text(child.stderr);
    const [code] = (await once(child, "exit")) as [number];
    return [code, await said];
  };
  expect(await check(new URL(server.url).port)).toEqual([0, ""]);
  const port = String(await freePort());
  const why = `The server on port ${port} cannot be asked: ECONNREFUSED.\n`;
  expect(await check(port)).toEqual([1, why]);
});

test("a second signal ends a server at once", async () => {
  const held = await holdBody(1, "");
  held.on("error", () => undefined);
  const logged = server.log().length;
  await expect
    .poll(() => {
      server.process.kill("SIGTERM");
      return server.process.exitCode;
    })
    .toBe(1);
  // It did not wait for the body, nor for the end of the time that it gives it.
  expect(server.log().slice(logged)).toContain('"event":"server-stopping"');
  expect(server.log().slice(logged)).not.toContain('"event":"server-stopped');
});

function bodyOf(index: number): string {
  const id = index.toString(16);
  const span = {
    traceId: id.padStart(32, "0"),
    spanId: id.padStart(16, "0"),
    startUs: firstUs + index * 1000,
    attributes: {
      case_id: `case-${String(index)}`,
      customer_id: `customer-${String(index)}`,
      channel: "chat",
      "message.role": "customer",
      "message.content": "Where is my viola?",
    },
  };
  return JSON.stringify(otlpRequest([span]));
}

function headersOf(secret: string): Record<string, string> {
  const authorization = secret === "" ? {} : { authorization: `Bearer ${secret}` };
  return { "content-type": "application/json", ...authorization };
}

function post(index: number, secret = ""): Promise<Response> {
  const init = { method: "POST", headers: headersOf(secret), body: bodyOf(index) };
  return fetch(`${server.url}/v1/traces`, init);
}

/** Begins a request and resolves once the server has it in hand; its body is still to be sent. */
async function holdBody(index: number, secret: string): Promise<ClientRequest> {
  const headers = {
    ...headersOf(secret),
    expect: "100-continue",
    "content-length": String(bodyOf(index).length),
  };
  const held = httpRequest(`${server.url}/v1/traces`, { method: "POST", headers });
  held.flushHeaders();
  await once(held, "continue");
  return held;
}

async function storedSpans(): Promise<number> {
  return (await storedNumbers()).length;
}

async function storedNumbers(): Promise<number[]> {
  const ids = await readStored<string>(server.data, "main", "SELECT span_id FROM spans");
  return ids.map((id) => Number.parseInt(id, 16));
}
