import type { IncomingMessage } from "node:http";

/** Headers that only this server may set; a sender's values are removed. */
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

/** The members of a request that identify its sender. */
type Sent = Pick<IncomingMessage, "headers"> & {
  readonly socket: { readonly remoteAddress?: string | undefined };
};

/**
 * Sets the internal headers of a request.
 * @param sender its address
 * @param policy the response's content security policy, in which the framework finds its nonce
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
 * A request's client address.
 * @param hops number of our own proxies in front; each appends an address to X-Forwarded-For
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

/** Some proxies append the port: `192.0.2.7:4711`, `[2001:db8::7]:4711`. */
function withoutPort(address: string): string {
  const [, v4, v6] = /^(?:([\d.]+):\d+|\[(.+)\](?::\d+)?)$/u.exec(address) ?? [];
  return v4 ?? v6 ?? address;
}
