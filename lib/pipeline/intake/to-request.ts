import type { IncomingMessage, ServerResponse } from "node:http";
import { Readable } from "node:stream";

/** Converts an incoming HTTP message to a route's Request. */
export function toRequest(incoming: IncomingMessage): Request {
  const { method = "GET", headers, url = "/" } = incoming;
  const init = {
    method,
    headers: Object.entries(headers).map(([name, value]): [string, string] => [
      name,
      String(value),
    ]),
    ...(method === "GET" ? {} : { body: Readable.toWeb(incoming), duplex: "half" }),
  };
  return new Request(`http://localhost${url}`, init as RequestInit);
}

/** Writes a route's Response. */
export async function writeResponse(response: Response, outgoing: ServerResponse): Promise<void> {
  outgoing.writeHead(response.status, Object.fromEntries(response.headers));
  outgoing.end(Buffer.from(await response.arrayBuffer()));
}
