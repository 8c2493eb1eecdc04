import { describe, expect, it } from "vitest";
import { deviceOf } from "./sign-in/device-of";
import { networkOf } from "./network-of";

describe("the network of an address", () => {
  it.each([
    ["127.0.0.1", "loopback"],
    ["::1", "loopback"],
    ["::ffff:127.0.0.1", "loopback"],
    ["192.0.2.77", "192.0.2.0/24"],
    ["::ffff:192.0.2.77", "192.0.2.0/24"],
    ["2001:db8:7:1::9", "2001:db8:7::/48"],
    ["2001:0db8:0007:0001:0:0:0:9", "2001:db8:7::/48"],
    ["2001::5", "2001:0:0::/48"],
    ["fe80::1%eth0", "fe80:0:0::/48"],
    ["cases.example.com\r\nSet-Cookie: a", "unknown"],
    ["", "unknown"],
    [null, "unknown"],
  ])("%s is %s", (address, network) => {
    expect(networkOf(address)).toBe(network);
  });
});

describe("a browser in words", () => {
  it.each([
    ["Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0", "Firefox on Linux"],
    [
      "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/139.0.0.0 Safari/537.36 Edg/139.0.0.0",
      "Edge on Windows",
    ],
    [
      "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1",
      "Safari on iPhone",
    ],
    ["<script>alert(1)</script>", "Unknown browser"],
    [null, "Unknown browser"],
  ])("%s", (agent, words) => {
    expect(deviceOf(agent)).toBe(words);
  });
});
