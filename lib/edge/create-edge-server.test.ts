import { once } from "node:events";
import type { IncomingHttpHeaders, Server, ServerResponse } from "node:http";
import { connect } from "node:net";
import { setImmediate } from "node:timers/promises";
import { afterEach, describe, expect, it, vi } from "vitest";
import { DomainError, type PageFault } from "@/lib/domain/domain-error";
import { sharePageRequests, yieldToPages } from "@/lib/pipeline/worker/page-requests";
import { createEdgeServer, type EdgeLimits } from "./create-edge-server";
import { noteFault } from "./passing-faults";

/** Longer than a test may take: nothing ends by itself, however slow the machine is. */
const hourMs = 3_600_000;
const limits: EdgeLimits = {
  ...{ headersMs: hourMs, requestMs: hourMs, idleMs: hourMs, keepAliveMs: hourMs },
  ...{ pageMs: hourMs, bodyMs: hourMs },
  ...{ connections: 10, perAddress: 2, perOwnAddress: 4 },
};
const noLimits: Partial<EdgeLimits> = {};
const shortMs = 300;
let server: Server;
let seen: IncomingHttpHeaders[] = [];
let proxyNotices = 0;
let bodiesMax = Infinity;

afterEach(() => {
  vi.useRealTimers();
  server.closeAllConnections();
  server.close();
  seen = [];
  proxyNotices = 0;
  bodiesMax = Infinity;
});

/** As the framework answers what it could not draw: what is told of an error is told without the answer. */
async function answerAway(fault: PageFault, response: ServerResponse): Promise<void> {
  await setImmediate();
  noteFault(new DomainError("unavailable", "It is away.", { fault }));
  await setImmediate();
  response.statusCode = 500;
  response.end("This page could not be drawn.");
}

type Served = {
  readonly hops?: number;
  readonly url?: string;
  readonly hosts?: readonly string[];
  readonly own?: Partial<EdgeLimits>;
  readonly usual?: boolean;
};

/** @returns the port */
async function serve({
  hops = 0,
  url = "http://127.0.0.1",
  hosts = [],
  own = noLimits,
  usual = false,
}: Served = {}): Promise<number> {
  const allowed = new Set(hosts);
  const reach = url.startsWith("https:") || hops > 0 ? "network" : "loopback";
  server = createEdgeServer(
    {
      ...{ url, reach, hosts: allowed, hops },
      onUncountedProxy: () => (proxyNotices += 1),
      isQueueFull: (inHand) => inHand >= bodiesMax,
    },
    (request, response) => {
      seen.push(request.headers);
      request.resume();
      if (request.url === "/late") {
        response.write("The first words,");
        setTimeout(() => response.end(" and the last."), 2 * shortMs);
      } else if (request.url === "/away") void answerAway("database-unavailable", response);
      else if (request.url === "/refused") void answerAway("database-refused", response);
      else if (request.url === "/broken") {
        response.statusCode = 500;
        response.end();
      } else if (request.url !== "/held") request.on("end", () => response.end("fine"));
      return Promise.resolve();
    },
    usual ? undefined : { ...limits, ...own },
  );
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  allowed.add(`127.0.0.1:${String(port)}`);
  return port;
}

/**
 * Sends raw bytes.
 * @returns everything received until the connection ended
 */
async function send(port: number, bytes: string): Promise<string> {
  const socket = connect(port, "127.0.0.1");
  socket.write(bytes);
  let answer = "";
  socket.on("data", (chunk: Buffer) => (answer += chunk.toString()));
  await once(socket, "close");
  return answer;
}

describe("the server in front of the app", () => {
  it("adds its headers to every answer, with another nonce each time", async () => {
    const port = await serve();
    const answers = await Promise.all(
      [1, 2].map(() => fetch(`http://127.0.0.1:${String(port)}/cases`)),
    );
    const policies = answers.map(({ headers }) => headers.get("content-security-policy") ?? "");
    expect(policies[0]).toMatch(/script-src 'self' 'nonce-[\w+/=]{20,}' 'strict-dynamic'/u);
    expect(policies[0]).not.toBe(policies[1]);
    expect(answers[0]?.headers.get("x-frame-options")).toBe("DENY");
    expect(answers[0]?.headers.get("strict-transport-security")).toBeNull();
  });

  it("adds them to refusals too, and hands nothing on", async () => {
    const port = await serve();
    const answer = await send(port, "GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n");
    expect(answer).toMatch(/^HTTP\/1\.1 421 /u);
    expect(answer).toContain("x-content-type-options: nosniff");
    expect(seen).toEqual([]);
  });

  it("says itself who sent a request, whatever the sender says", async () => {
    const port = await serve();
    const forged = {
      "x-throughline-address": "10.0.0.9",
      "x-throughline-path": "/audit",
      "x-nonce": "a",
      "content-security-policy": "script-src 'nonce-evil'",
    };
    await fetch(`http://127.0.0.1:${String(port)}/cases?channel=voice`, { headers: forged });
    expect(seen[0]).toMatchObject({
      "x-throughline-address": "127.0.0.1",
      "x-throughline-path": "/cases?channel=voice",
    });
    expect(seen[0]).not.toHaveProperty("x-nonce");
    expect(String(seen[0]?.["content-security-policy"])).not.toContain("evil");
  });

  it("trusts the configured number of proxies, and no address before them", async () => {
    const port = await serve({ hops: 1 });
    const headers = {
      "x-forwarded-for": "10.9.9.9, 192.0.2.7",
      "x-forwarded-host": "evil.example",
    };
    await fetch(`http://127.0.0.1:${String(port)}/`, { headers });
    expect(seen[0]?.["x-throughline-address"]).toBe("192.0.2.7");
    expect(seen[0]).not.toHaveProperty("x-forwarded-host");
  });

  it("keeps a connection without a request longer than load balancers do", async () => {
    const port = await serve({ usual: true });
    const answer = await fetch(`http://127.0.0.1:${String(port)}/`);
    expect(answer.headers.get("keep-alive")).toBe("timeout=75");
  });

  it("lets go of a sender whose headers do not come to an end", async () => {
    const port = await serve({ own: { headersMs: shortMs, requestMs: shortMs } });
    expect(await send(port, "GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX: ")).toMatch(
      /^(HTTP\/1\.1 408 |$)/u,
    );
  });

  it("lets go of a sender whose body stops", async () => {
    const port = await serve({ own: { headersMs: shortMs, requestMs: shortMs } });
    const head = `POST /v1/traces HTTP/1.1\r\nHost: 127.0.0.1:${String(port)}\r\nContent-Length: 100\r\n\r\n{`;
    expect(await send(port, head)).not.toContain("200 OK");
  });

  it("refuses bodies while many wait for the writer, and keeps the connection", async () => {
    const port = await serve();
    bodiesMax = 0;
    const body = "x".repeat(1_000_000);
    for (let time = 0; time < 3; time += 1) {
      const url = `http://127.0.0.1:${String(port)}/v1/traces`;
      const answer = await fetch(url, { method: "POST", body });
      expect([answer.status, answer.headers.get("retry-after")]).toEqual([503, "2"]);
      expect(answer.headers.get("connection")).not.toBe("close");
      expect(await answer.text()).toContain("send the same request again later");
    }
    expect(seen).toEqual([]);
    expect((await fetch(`http://127.0.0.1:${String(port)}/cases`)).status).toBe(200);
    bodiesMax = 1;
    const url = `http://127.0.0.1:${String(port)}/v1/logs`;
    expect((await fetch(url, { method: "POST", body })).status).toBe(200);
  });

  it("counts bodies from their headers on, and one that does not arrive for a while only", async () => {
    bodiesMax = 2;
    const port = await serve();
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    const head = "POST /v1/traces HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\nContent-Length: 2\r\n\r\n";
    const slow = [1, 2].map(() => connect(port, "127.0.0.1"));
    for (const socket of slow) socket.write(head.replace("PORT", String(port)));
    const url = `http://127.0.0.1:${String(port)}/v1/traces`;
    const post = async () => (await fetch(url, { method: "POST", body: "{}" })).status;
    await expect.poll(post).toBe(503);
    vi.advanceTimersByTime(hourMs);
    expect(await post()).toBe(200);
    for (const socket of slow) socket.end("{}");
    await Promise.all(slow.map((socket) => once(socket.resume(), "close")));
    expect(await post()).toBe(200);
  });

  it("answers 503 instead of 500 where what is away may be there again, each request for itself", async () => {
    const port = await serve();
    const paths = ["/away", "/refused", "/broken", "/cases"];
    const answers = await Promise.all(
      paths.map((path) => fetch(`http://127.0.0.1:${String(port)}${path}`)),
    );
    expect(answers.map(({ status, headers }) => [status, headers.get("retry-after")])).toEqual([
      [503, "2"],
      [500, null],
      [500, null],
      [200, null],
    ]);
  });

  it("holds up other work for a page, but not until a slow one is over", async () => {
    sharePageRequests();
    const port = await serve({ own: { pageMs: shortMs } });
    const ended = new AbortController();
    const { signal } = ended;
    const held = fetch(`http://127.0.0.1:${String(port)}/held`, { signal }).catch(() => null);
    await expect.poll(() => seen.length).toBe(1);
    await yieldToPages(hourMs);
    ended.abort();
    await held;
    await yieldToPages(hourMs);
  });

  it("does not cut off whoever waits for the rest of an answer, however long that takes", async () => {
    const port = await serve({ own: { idleMs: shortMs } });
    const answer = await fetch(`http://127.0.0.1:${String(port)}/late`);
    expect(await answer.text()).toBe("The first words, and the last.");
  });

  it("requires HTTPS of browsers only if it is reached by it", async () => {
    const port = await serve({ url: "https://cases.example.com" });
    const { headers } = await fetch(`http://127.0.0.1:${String(port)}/`);
    expect(headers.get("strict-transport-security")).toContain("max-age=");
    expect(headers.get("content-security-policy")).toContain("upgrade-insecure-requests");
  });

  it("reports once that an undeclared proxy forwards requests", async () => {
    const headers = { "x-forwarded-for": "192.0.2.7" };
    const served = await serve({ hops: 1 });
    await fetch(`http://127.0.0.1:${String(served)}/`, { headers });
    expect(proxyNotices).toBe(0);
    server.closeAllConnections();
    server.close();
    const untold = await serve({ url: "https://cases.example.com" });
    await fetch(`http://127.0.0.1:${String(untold)}/`);
    expect(proxyNotices).toBe(0);
    await fetch(`http://127.0.0.1:${String(untold)}/`, { headers });
    await fetch(`http://127.0.0.1:${String(untold)}/`, { headers });
    expect(proxyNotices).toBe(1);
  });
});

describe("what changes something, at whatever address,", () => {
  const form = "multipart/form-data; boundary=x";
  const variants: readonly (readonly [string, string])[] = [
    ...[
      "/cases",
      "/cases/C-1",
      "//cases",
      "/cases/",
      "/cases.",
      "/CASES",
      "/%63ases",
      "/cases?_rsc=1abc",
      "/cases.rsc",
      "/_next/data/x/cases.json",
      "/_not-found",
      "/de/cases",
      "/cases/v1/traces",
      "/cases/v1/traces/",
      "/settings/tracer/v1/traces",
      "/x/api/public/otel/v1/traces",
      "//v1/traces",
      "/./v1/traces",
      "/v1/../cases",
      "/v1//traces",
      "/v1/traces//",
      "/v1/traces.",
      "/v1/traces/x",
      "/v1/traces.rsc",
      "/v1/traces;x",
      "/v1/traces%2f",
      "/v1/%74races",
      "/V1/traces",
      "/v1/Traces",
      "/v1/traces%00",
      "/api/uploads",
      "/api/auth/signout",
      "/api/auth/callback/password",
      "http://127.0.0.1/v1/traces",
      "*",
      "\\v1\\traces",
    ].map((path) => [path, "text/plain;charset=UTF-8"] as const),
    ["/v1/traces", form],
    ["/v1/traces", form.toUpperCase()],
    ["/v1/traces", "application/x-www-form-urlencoded"],
  ];
  const origins = ["", "Origin: null\r\n", "Origin: http://evil.example\r\n"];

  it("must come from a page of this server", async () => {
    const port = await serve();
    const host = `127.0.0.1:${String(port)}`;
    const ask = (method: string, path: string, lines: string) =>
      send(
        port,
        `${method} ${path} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\nContent-Length: 0\r\n${lines}\r\n`,
      );
    const passed: string[] = [];
    for (const [path, type] of variants) {
      for (const origin of origins) {
        const answer = await ask("POST", path, `Content-Type: ${type}\r\n${origin}`);
        if (!/^HTTP\/1\.1 40[03] /u.test(answer)) passed.push(`${path} ${type} ${origin}`);
      }
    }
    const action = `Next-Action: ${"40ab".repeat(10)}\r\n`;
    for (const path of ["/v1/traces", "/cases", "/tracer/v1/traces?_rsc=1"]) {
      if (!(await ask("POST", path, action)).startsWith("HTTP/1.1 403 ")) passed.push(path);
    }
    expect(passed).toEqual([]);
    expect(seen).toEqual([]);
    for (const method of ["POST", "PUT", "PATCH", "DELETE"]) {
      expect(await ask(method, "/cases", "")).toContain("403 Forbidden");
      expect(await ask(method, "/cases", `Origin: http://${host}\r\n`)).toContain("200 OK");
    }
    for (const path of ["/v1/traces", "/tracer/v1/traces/", "/api/public/otel/v1/traces?x=1"]) {
      expect(await ask("POST", path, "Content-Type: application/json\r\n")).toContain("200 OK");
    }
  });
});

describe("connections", () => {
  /**
   * Opens a connection.
   * @returns whether it is kept alive after its first request
   */
  async function isKept(port: number, headers = ""): Promise<boolean> {
    const socket = connect(port, "127.0.0.1");
    socket.on("error", () => undefined);
    socket.write(`GET / HTTP/1.1\r\nHost: 127.0.0.1:${String(port)}\r\n${headers}\r\n`);
    return Promise.race([
      once(socket, "data").then(() => true),
      once(socket, "close").then(() => false),
    ]);
  }

  it("of one address are bounded, and free again when they end", async () => {
    const port = await serve();
    const first = await Promise.all([1, 2, 3, 4].map(() => isKept(port)));
    expect(first).toEqual([true, true, true, true]);
    expect(await isKept(port)).toBe(false);
    server.closeAllConnections();
    await expect.poll(() => isKept(port)).toBe(true);
  });

  it("behind proxies are not, but the requests of one address that are under way", async () => {
    const port = await serve({ hops: 1 });
    const head = `POST /v1/traces HTTP/1.1\r\nHost: 127.0.0.1:${String(port)}\r\n`;
    const open = (address: string) => {
      const socket = connect(port, "127.0.0.1");
      socket.on("error", () => undefined);
      socket.write(`${head}X-Forwarded-For: ${address}:4711\r\nContent-Length: 9\r\n\r\n`);
      return socket;
    };
    const [first] = ["192.0.2.7", "192.0.2.7", "192.0.2.8"].map(open);
    await expect.poll(() => seen.length).toBe(3);
    const forwarded = (address: string) =>
      fetch(`http://127.0.0.1:${String(port)}/`, { headers: { "x-forwarded-for": address } });
    const refused = await forwarded("192.0.2.7");
    expect([refused.status, refused.headers.get("retry-after")]).toEqual([429, "2"]);
    expect((await forwarded("192.0.2.8")).status).toBe(200);
    expect(
      await send(
        port,
        `${head}X-Forwarded-For: 192.0.2.9\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`,
      ),
    ).toContain("200 OK");
    first?.destroy();
    await expect.poll(async () => (await forwarded("192.0.2.7")).status).toBe(200);
  });
});
