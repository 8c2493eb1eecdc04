import { lookup } from "node:dns/promises";
import type { LookupAddress } from "node:dns";
// The ranges of IANA's registries for special use, IPv4 and IPv6, by name (MIT, no dependencies).
import ipaddr from "ipaddr.js";
import { hostOf, isAllowedHost, type AllowedHosts } from "@/lib/domain/alerts/webhook-address";

/** Looks a host's name up; an IP address is its own. @throws Error of node:dns where there is none */
export type LookUp = (host: string) => Promise<readonly LookupAddress[]>;

/** What decides where an address that somebody typed may lead. */
export type Reach = { readonly allowed: AllowedHosts; readonly lookUp: LookUp };

/** By the machine's resolver and hosts file. */
export const lookUp: LookUp = (host) => lookup(host, { all: true });

/**
 * Looks an address's host up once.
 * @returns its IP addresses, to connect to without another look-up; null: one of them is not public, and the operator
 *   did not name the host
 * @throws Error of node:dns where the name is not known
 */
export async function reachableAddresses(
  url: URL,
  reach: Reach,
): Promise<readonly LookupAddress[] | null> {
  const host = hostOf(url).replaceAll(/[[\]]/gu, "");
  const isAllowed = isAllowedHost(reach.allowed, url);
  // Of this machine, whatever a name server answers (RFC 6761).
  if (!isAllowed && /(?:^|\.)localhost$/u.test(host)) return null;
  const found = await reach.lookUp(host);
  return isAllowed || found.every(({ address }) => isPublicAddress(address)) ? found : null;
}

/** IPv6 addresses that are given to networks; all others are for special use or for nobody yet. */
const givenOut = ipaddr.IPv6.parseCIDR("2000::/3");
/** Azure's metadata and DNS, the one cloud service of machines at a public address. */
const azureService = "168.63.129.16";

/**
 * Whether an IP address is one of the public internet: not of this machine or a private network, not multicast, not
 * for special use, and no IPv6 address that holds an IPv4 address.
 */
export function isPublicAddress(text: string): boolean {
  if (!ipaddr.isValid(text)) return false;
  const address = ipaddr.parse(text);
  if (address.range() !== "unicast") return false;
  if (!(address instanceof ipaddr.IPv6)) return address.toString() !== azureService;
  const [, , , , isatap = 0, embedded = 0] = address.parts;
  const holdsIPv4 = (isatap & 0xfd_ff) === 0 && embedded === 0x5e_fe;
  return address.match(givenOut) && !holdsIPv4;
}
