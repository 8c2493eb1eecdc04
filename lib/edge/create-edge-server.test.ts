import { once } from "node:events";
import type { IncomingHttpHeaders, Server } from "node:http";
import { connect } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { createEdgeServer, type EdgeLimits } from "./create-edge-server";

const limits: EdgeLimits = { headersMs: 200, requestMs: 400, idleMs: 300, connections: 10 };
let server: Server;
let seen: IncomingHttpHeaders[] = [];

afterEach(() => {
  server.closeAllConnections();
  server.close();
  seen = [];
});

/** @returns the port */
async function serve({
  hops = 0,
  url = "http://127.0.0.1",
  hosts = [] as string[],
} = {}): Promise<number> {
  const allowed = new Set(hosts);
  const reach = url.startsWith("https:") || hops > 0 ? "network" : "loopback";
  server = createEdgeServer(
    { url, reach, hosts: allowed, hops },
    (request, response) => {
      seen.push(request.headers);
      request.resume();
      request.on("end", () => response.end("fine"));
      return Promise.resolve();
    },
    limits,
  );
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  allowed.add(`127.0.0.1:${String(port)}`);
  return port;
}

/** Sends bytes as they are. @returns everything that came back until the connection ended */
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

  it("believes as many proxies as it was told of, and no sender before them", async () => {
    const port = await serve({ hops: 1 });
    const headers = {
      "x-forwarded-for": "10.9.9.9, 192.0.2.7",
      "x-forwarded-host": "evil.example",
    };
    await fetch(`http://127.0.0.1:${String(port)}/`, { headers });
    expect(seen[0]?.["x-throughline-address"]).toBe("192.0.2.7");
    expect(seen[0]).not.toHaveProperty("x-forwarded-host");
  });

  it("lets go of a sender whose headers do not come to an end", async () => {
    const port = await serve();
    expect(await send(port, "GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX: ")).toMatch(
      /^(HTTP\/1\.1 408 |$)/u,
    );
  });

  it("lets go of a sender whose body stops", async () => {
    const port = await serve();
    const head = `POST /v1/traces HTTP/1.1\r\nHost: 127.0.0.1:${String(port)}\r\nContent-Length: 100\r\n\r\n{`;
    expect(await send(port, head)).not.toContain("200 OK");
  });

  it("asks browsers for HTTPS only where it is reached by it", async () => {
    const port = await serve({ url: "https://cases.example.com" });
    const { headers } = await fetch(`http://127.0.0.1:${String(port)}/`);
    expect(headers.get("strict-transport-security")).toContain("max-age=");
    expect(headers.get("content-security-policy")).toContain("upgrade-insecure-requests");
  });
});
