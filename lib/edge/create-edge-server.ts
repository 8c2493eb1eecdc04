import { randomBytes } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { Socket } from "node:net";
import { countByAddress, isLoopbackAddress } from "./address-count";
import { retryAfterSeconds } from "@/lib/domain/retry-after";
import { logEvent } from "@/lib/log/log-event";
import { countPageRequests } from "@/lib/pipeline/worker/page-requests";
import type { Edge } from "./edge";
import { EdgeResponse } from "./edge-response";
import { whileAnswering } from "./passing-faults";
import { countRequest, routeGroupOf } from "./request-counts";
import { prepareRequest, senderOf } from "./prepare-request";
import { countBodies } from "./count-bodies";
import { bringsBody, queueFull, refuseRequest, type EdgeRefusal } from "./refuse-request";
import { contentPolicy, securityHeaders } from "./security-headers";

/** Timeouts in milliseconds, and limits of connections. */
export type EdgeLimits = {
  readonly headersMs: number;
  readonly requestMs: number;
  /** Between two bytes in either direction. */
  readonly idleMs: number;
  /**
   * Between an answer and the connection's next request. Longer than the 60 seconds after which nginx and the load
   * balancers of AWS close their side: whoever closes first must be the sender, or a request that is just on its way is
   * lost.
   */
  readonly keepAliveMs: number;
  /** How long a page that is being answered holds up other work. */
  readonly pageMs: number;
  /** How long a body that has not arrived whole takes a place in the queue. */
  readonly bodyMs: number;
  readonly connections: number;
  /** Connections per address; behind proxies, which share connections, concurrent requests per client address. */
  readonly perAddress: number;
  /** The same for this machine's own addresses: an undeclared proxy, or the only user. */
  readonly perOwnAddress: number;
};

type Handle = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

const usualLimits: EdgeLimits = {
  headersMs: 20_000,
  requestMs: 15 * 60_000,
  idleMs: 120_000,
  keepAliveMs: 75_000,
  pageMs: 5000,
  bodyMs: 5000,
  connections: 1000,
  perAddress: 200,
  perOwnAddress: 1000,
};

/**
 * The HTTP server in front of the app: refuses foreign requests, identifies senders, adds security headers, and
 * disconnects slow or excessive senders.
 * @param handle answers the accepted requests
 */
export function createEdgeServer(edge: Edge, handle: Handle, limits = usualLimits): Server {
  const isHttps = edge.url.startsWith("https:");
  const fixed = Object.entries(securityHeaders(isHttps));
  const noteProxy = createProxyNotice(edge);
  const underAnswer = new WeakMap<Socket, ServerResponse>();
  const bodies = countBodies(limits.bodyMs);
  const underWay = countByAddress(() => (edge.hops > 0 ? limits.perAddress : Infinity));
  const server = createServer(
    {
      headersTimeout: limits.headersMs,
      requestTimeout: limits.requestMs,
      keepAliveTimeout: limits.keepAliveMs,
      connectionsCheckingInterval: Math.min(limits.headersMs / 2, 10_000),
      ServerResponse: EdgeResponse,
    },
    (request, response) => {
      // As it was asked for: the app may rewrite it.
      const { url = "/" } = request;
      const fromMs = performance.now();
      response.once("close", () => {
        const status = response.headersSent ? response.statusCode : null;
        countRequest(url, status);
        logEvent("request", {
          group: routeGroupOf(url),
          status,
          ms: Math.round(performance.now() - fromMs),
        });
      });
      const policy = contentPolicy(randomBytes(16).toString("base64"), isHttps);
      for (const [name, value] of fixed) response.setHeader(name, value);
      response.setHeader("content-security-policy", policy);
      const sender = senderOf(request, edge.hops);
      const isBody = bringsBody(request);
      const refusal =
        refuseRequest(request, edge) ??
        (isBody && edge.isQueueFull(bodies.inHand()) ? queueFull : null) ??
        (underWay.take(sender) ? null : tooManyRequests);
      if (refusal !== null) {
        refuse(request, response, refusal);
        return;
      }
      underAnswer.set(request.socket, response);
      response.once("close", () => {
        underAnswer.delete(request.socket);
        underWay.give(sender);
      });
      if (isBody) bodies.add(request, response);
      if (isPageRequest(request)) countUntilAnswered(response, limits.pageMs);
      noteProxy(request);
      prepareRequest(request, { sender, policy });
      whileAnswering(response, () => handle(request, response)).catch((error: unknown) => {
        logEvent("request-failed", { group: routeGroupOf(url), error });
        response.destroy();
      });
    },
  );
  server.maxConnections = limits.connections;
  server.timeout = limits.idleMs;
  server.on("timeout", (socket: Socket) => {
    if (isAwaitingUs(underAnswer.get(socket), socket)) socket.setTimeout(limits.idleMs);
    else socket.destroy();
  });
  // Proxies share connections, so their requests are counted instead.
  if (edge.hops === 0) boundConnections(server, limits);
  return server;
}

/**
 * Whether a silent connection waits for the rest of an answer: of a page that is not there yet, such as while the cases
 * are read. The client has sent everything and read all that there was.
 */
function isAwaitingUs(response: ServerResponse | undefined, socket: Socket): boolean {
  return response?.req.complete === true && socket.writableLength === 0;
}

function boundConnections(server: Server, { perAddress, perOwnAddress }: EdgeLimits): void {
  const connected = countByAddress((address) =>
    isLoopbackAddress(address) ? perOwnAddress : perAddress,
  );
  server.on("connection", (socket: Socket) => {
    const { remoteAddress: address = "" } = socket;
    if (connected.take(address)) {
      socket.once("close", () => {
        connected.give(address);
      });
    } else socket.destroy();
  });
}

function createProxyNotice({ hops, onUncountedProxy }: Edge): (request: IncomingMessage) => void {
  let isDone = hops > 0;
  return ({ headers }) => {
    if (isDone || headers["x-forwarded-for"] === undefined) return;
    isDone = true;
    onUncountedProxy();
  };
}

/** Somebody waits for it; what changes something is left out, since it waits for the writer. */
function isPageRequest({ method, url = "/" }: IncomingMessage): boolean {
  return method === "GET" && routeGroupOf(url) === "pages";
}

/** Other work waits for it meanwhile, but not for a download over a slow line. */
function countUntilAnswered(response: ServerResponse, mostMs: number): void {
  countPageRequests(1);
  const end = () => {
    clearTimeout(timer);
    response.off("close", end);
    countPageRequests(-1);
  };
  const timer = setTimeout(end, mostMs).unref();
  response.once("close", end);
}

const tooManyRequests: EdgeRefusal = {
  status: 429,
  sentence: "Too many requests of this address are under way; send this one again later.",
};

function refuse(
  request: IncomingMessage,
  response: ServerResponse,
  { status, sentence }: EdgeRefusal,
): void {
  if (status === 429 || status === 503) response.setHeader("retry-after", retryAfterSeconds);
  if (status === 503) {
    // The connection is kept: exporters take a reset in the middle of a body for a failure that no retry mends.
    response.writeHead(status, { "content-type": "text/plain; charset=utf-8" });
    response.end(`${sentence}\n`);
    request.resume();
    return;
  }
  response.writeHead(status, { "content-type": "text/plain; charset=utf-8", connection: "close" });
  response.end(`${sentence}\n`, () => request.destroy());
}
