import { isIP } from "node:net";

/** The header with the sender's address, set by our own server; a sender's own value is removed. */
export const addressHeader = "x-throughline-address";

/**
 * The network of an address without the host, for the audit log.
 * @param address IPv4 or IPv6; null if unknown
 * @returns "loopback", "192.0.2.0/24", "2001:db8:7::/48" or "unknown"
 */
export function networkOf(address: string | null): string {
  if (address === null) return "unknown";
  const plain = address.replace(/^::ffff:(?=\d+\.)/iu, "");
  if (isIP(plain) === 4) return plain.startsWith("127.") ? "loopback" : `${v4Network(plain)}.0/24`;
  if (isIP(plain) !== 6) return "unknown";
  return plain === "::1" ? "loopback" : `${v6Network(plain)}::/48`;
}

function v4Network(address: string): string {
  return address.split(".").slice(0, 3).join(".");
}

function v6Network(address: string): string {
  const [head = "", tail] = address.toLowerCase().split("%")[0]?.split("::") ?? [];
  const groups = head.split(":").filter((group) => group !== "");
  const last = (tail ?? "").split(":").filter((group) => group !== "");
  const zeros = tail === undefined ? [] : Array<string>(8 - groups.length - last.length).fill("0");
  return [...groups, ...zeros, ...last]
    .slice(0, 3)
    .map((group) => group.replace(/^0+(?=.)/u, ""))
    .join(":");
}
