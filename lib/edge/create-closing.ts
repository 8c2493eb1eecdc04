import type { IncomingMessage, Server, ServerResponse } from "node:http";
import type { Socket } from "node:net";

type Close = (graceMs: number) => Promise<boolean>;

const eventStream = "text/event-stream";

/**
 * Prepares a server to be closed without cutting off an answer. Call it before the server listens.
 * @returns closes the server: it accepts nothing more, event streams end (their pages come back by themselves), and
 * the requests in hand get `graceMs` milliseconds; resolves to whether all of them were answered
 */
export function createClosing(server: Server): Close {
  const inHand = new Map<ServerResponse, IncomingMessage>();
  const sockets = new Set<Socket>();
  let isClosing = false;

  /** Event streams last as long as their page, and connections without a request as long as their browser. */
  function endEndless(): void {
    for (const [response, request] of inHand)
      if (isEventStream(request, response)) response.destroy();
    const busy = new Set([...inHand.values()].map(({ socket }) => socket));
    for (const socket of sockets) if (!busy.has(socket)) socket.destroy();
  }

  server.on("connection", (socket: Socket) => {
    sockets.add(socket);
    socket.once("close", () => sockets.delete(socket));
  });
  // Before the app's own listener, which may answer at once.
  server.prependListener("request", (request: IncomingMessage, response: ServerResponse) => {
    inHand.set(response, request);
    response.once("close", () => {
      inHand.delete(response);
      // The last bytes of an answer are still to be flushed.
      if (isClosing) request.socket.destroySoon();
    });
  });

  return async (graceMs) => {
    isClosing = true;
    const closed = new Promise<boolean>((resolve) => server.close(() => resolve(true)));
    for (const response of inHand.keys())
      if (!response.headersSent) response.setHeader("connection", "close");
    endEndless();
    let deadline: NodeJS.Timeout | undefined;
    const late = new Promise<boolean>((resolve) => {
      deadline = setTimeout(resolve, graceMs, false);
    });
    const isDone = await Promise.race([closed, late]);
    clearTimeout(deadline);
    if (!isDone) server.closeAllConnections();
    return isDone;
  };
}

function isEventStream(request: IncomingMessage, response: ServerResponse): boolean {
  const type = response.getHeader("content-type");
  return [request.headers.accept, type].some((value) => String(value ?? "").includes(eventStream));
}
