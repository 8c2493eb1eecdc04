import { createHmac } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingHttpHeaders } from "node:http";

/** A message as it was posted. */
export type PostedWebhook = { readonly headers: IncomingHttpHeaders; readonly body: string };

export type WebhookReceiver = {
  readonly url: string;
  /** In the order of arrival. */
  readonly posted: readonly PostedWebhook[];
  readonly close: () => Promise<void>;
};

/**
 * A real receiver on loopback.
 * @param statuses of its answers, one after the other; the last one stays
 * @param location where an answer of 302 leads
 */
export async function receiveWebhooks(
  statuses: readonly number[],
  location = "/elsewhere",
): Promise<WebhookReceiver> {
  const posted: PostedWebhook[] = [];
  const server = createServer((request, response) => {
    let body = "";
    request.setEncoding("utf8").on("data", (text: string) => (body += text));
    request.on("end", () => {
      const status = statuses[Math.min(posted.length, statuses.length - 1)] ?? 204;
      posted.push({ headers: request.headers, body });
      response.writeHead(status, status === 302 ? { location } : {}).end();
    });
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  return {
    url: `http://127.0.0.1:${String(port)}/hook`,
    posted,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

/** Whether a message was signed with a secret, computed as a receiver does from the specification. */
export function isSignedWith(secret: string, { headers, body }: PostedWebhook): boolean {
  const key = Buffer.from(secret.replace("whsec_", ""), "base64");
  const signed = `${String(headers["webhook-id"])}.${String(headers["webhook-timestamp"])}.${body}`;
  const signature = createHmac("sha256", key).update(signed).digest("base64");
  return headers["webhook-signature"] === `v1,${signature}`;
}
