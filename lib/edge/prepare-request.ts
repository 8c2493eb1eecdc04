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

/**
 * Says of a request, in its headers, who sent it and for what, as only this server knows.
 * @param hops how many proxies of ours stand in front; each adds one address to X-Forwarded-For
 * @param policy the content security policy of the answer, in which the framework finds its nonce
 */
export function prepareRequest(
  request: Pick<IncomingMessage, "headers" | "url"> & {
    readonly socket: { readonly remoteAddress?: string | undefined };
  },
  { hops, policy }: { readonly hops: number; readonly policy: string },
): void {
  const { headers } = request;
  const address = senderOf(headers["x-forwarded-for"], hops) ?? request.socket.remoteAddress ?? "";
  for (const name of ownHeaders) Reflect.deleteProperty(headers, name);
  headers["x-throughline-address"] = address;
  headers["x-throughline-path"] = request.url ?? "/";
  headers["content-security-policy"] = policy;
}

function senderOf(forwarded: string | string[] | undefined, hops: number): string | null {
  if (hops === 0) return null;
  const passed = [forwarded ?? ""]
    .flat()
    .join(",")
    .split(",")
    .map((address) => address.trim())
    .filter((address) => address !== "");
  return passed.at(-hops) ?? null;
}
