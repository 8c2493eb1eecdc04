import type { IncomingMessage } from "node:http";

/** What only this server may say of a request; what a sender says there is taken away. */
const ownHeaders = [
  "x-throughline-address",
  "x-throughline-path",
  "x-forwarded-host",
  "x-forwarded-proto",
  "x-forwarded-port",
  "x-forwarded-for",
  "x-real-ip",
  "x-middleware-subrequest",
  "content-security-policy",
  "content-security-policy-report-only",
  "x-nonce",
];

/** What of a request tells who sent it. */
type Sent = Pick<IncomingMessage, "headers"> & {
  readonly socket: { readonly remoteAddress?: string | undefined };
};

/**
 * Says of a request, in its headers, who sent it and for what, as only this server knows.
 * @param sender its address
 * @param policy the content security policy of the answer, in which the framework finds its nonce
 */
export function prepareRequest(
  { headers, url = "/" }: Pick<IncomingMessage, "headers" | "url">,
  { sender, policy }: { readonly sender: string; readonly policy: string },
): void {
  for (const name of ownHeaders) Reflect.deleteProperty(headers, name);
  headers["x-throughline-address"] = sender;
  headers["x-throughline-path"] = url;
  headers["content-security-policy"] = policy;
}

/**
 * The address of whoever sent a request.
 * @param hops how many proxies of ours stand in front; each adds one address to X-Forwarded-For
 */
export function senderOf({ headers, socket }: Sent, hops: number): string {
  const connected = socket.remoteAddress ?? "";
  if (hops === 0) return connected;
  const passed = [headers["x-forwarded-for"] ?? ""]
    .flat()
    .join(",")
    .split(",")
    .map((address) => withoutPort(address.trim()))
    .filter((address) => address !== "");
  return passed.at(-hops) ?? connected;
}

/** Some proxies write the port too: `192.0.2.7:4711`, `[2001:db8::7]:4711`. */
function withoutPort(address: string): string {
  const [, v4, v6] = /^(?:([\d.]+):\d+|\[(.+)\](?::\d+)?)$/u.exec(address) ?? [];
  return v4 ?? v6 ?? address;
}
