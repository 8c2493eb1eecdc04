import { describe, expect, it } from "vitest";
import { isPublicAddress } from "./reachable-addresses";

/** Of IANA's registries of addresses for special use (RFC 6890 and others), the first or a well-known one of each. */
const special = [
  ...[
    "0.0.0.0",
    "0.1.2.3",
    "10.0.0.1",
    "100.64.0.1",
    "100.127.255.255",
    "127.0.0.1",
    "127.255.0.1",
  ],
  ...["169.254.1.1", "172.16.0.1", "172.31.255.255", "192.0.0.1", "192.0.2.1", "192.88.99.1"],
  ...["192.168.0.1", "198.18.0.1", "198.51.100.1", "203.0.113.1", "224.0.0.1", "239.255.255.250"],
  ...["240.0.0.1", "255.255.255.255"],
  ...["::", "::1", "64:ff9b:1::1", "100::1", "100:0:0:1::1", "2001::1", "2001:2::1", "2001:10::1"],
  ...["2001:20::1", "2001:db8::1", "2002:0808:0808::1", "3fff::1", "5f00::1", "fc00::1", "fd00::1"],
  ...["fe80::1", "fe80::1%eth0", "fec0::1", "ff02::1", "ff0e::1"],
];
/** Metadata services of Amazon, Google, Azure and others; Alibaba; Oracle; Amazon by IPv6; Azure's own. */
const metadata = [
  ...["169.254.169.254", "169.254.170.2", "100.100.100.200", "192.0.0.192", "fd00:ec2::254"],
  "168.63.129.16",
];
/** 127.0.0.1 within IPv6: mapped, compatible, translated, NAT64, 6to4, ISATAP. */
const embedded = [
  ...["::ffff:127.0.0.1", "::ffff:7f00:1", "::127.0.0.1", "::ffff:0:127.0.0.1"],
  ...["64:ff9b::127.0.0.1", "64:ff9b:1::127.0.0.1", "2002:7f00:1::"],
  ...["2606:4700::5efe:7f00:1", "2606:4700::200:5efe:7f00:1"],
  // A public one within it is no better: what translates it is unknown.
  "::ffff:8.8.8.8",
];

describe("an IP address", () => {
  it.each([...special, ...metadata, ...embedded, "4000::1", "1::1", "", "localhost"])(
    "%s is not public",
    (address) => {
      expect(isPublicAddress(address)).toBe(false);
    },
  );

  it.each([
    ...["1.1.1.1", "8.8.8.8", "9.255.255.255", "11.0.0.1", "100.63.255.255", "100.128.0.1"],
    ...["172.15.0.1", "172.32.0.1", "192.167.0.1", "223.255.255.254"],
    ...["2001:4860:4860::8888", "2606:4700:4700::1111", "2a00:1450:4001::200e"],
  ])("%s is public", (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });
});
