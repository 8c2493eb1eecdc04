import { randomBytes } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { prepareRequest } from "./prepare-request";
import type { Reach } from "./read-reach";
import { refuseRequest, type EdgeRefusal } from "./refuse-request";
import { contentPolicy, securityHeaders } from "./security-headers";

/** How long a sender may take, in milliseconds, and how many may be connected. */
export type EdgeLimits = {
  readonly headersMs: number;
  readonly requestMs: number;
  /** Between two bytes, either way. */
  readonly idleMs: number;
  readonly connections: number;
};

/** What the server in front of the app knows of itself. */
export type Edge = {
  readonly url: string;
  readonly reach: Reach;
  /** The values of Host it answers to. */
  readonly hosts: ReadonlySet<string>;
  /** How many proxies of ours stand in front of it. */
  readonly hops: number;
};

type Handle = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

const usualLimits: EdgeLimits = {
  headersMs: 20_000,
  requestMs: 15 * 60_000,
  idleMs: 120_000,
  connections: 1000,
};

/**
 * The server in front of the app: refuses what is not meant for it, says who sent what, adds the headers of
 * every answer, and lets go of senders that are too slow.
 * @param handle answers the rest
 */
export function createEdgeServer(edge: Edge, handle: Handle, limits = usualLimits): Server {
  const isHttps = edge.url.startsWith("https:");
  const fixed = Object.entries(securityHeaders(isHttps));
  const server = createServer(
    {
      headersTimeout: limits.headersMs,
      requestTimeout: limits.requestMs,
      connectionsCheckingInterval: Math.min(limits.headersMs / 2, 10_000),
    },
    (request, response) => {
      const policy = contentPolicy(randomBytes(16).toString("base64"), isHttps);
      for (const [name, value] of fixed) response.setHeader(name, value);
      response.setHeader("content-security-policy", policy);
      const refusal = refuseRequest(request, edge);
      if (refusal !== null) {
        refuse(request, response, refusal);
        return;
      }
      prepareRequest(request, { hops: edge.hops, policy });
      handle(request, response).catch((error: unknown) => {
        console.error(`A request failed: ${error instanceof Error ? error.name : "unknown"}`);
        response.destroy();
      });
    },
  );
  server.maxConnections = limits.connections;
  server.timeout = limits.idleMs;
  return server;
}

function refuse(
  request: IncomingMessage,
  response: ServerResponse,
  { status, sentence }: EdgeRefusal,
): void {
  response.writeHead(status, { "content-type": "text/plain; charset=utf-8", connection: "close" });
  response.end(`${sentence}\n`, () => request.destroy());
}
