import { describe, expect, it } from "vitest";
import { DomainError } from "../domain-error";
import { isAllowedHost, parseWebhookUrl, readAllowedHosts } from "./webhook-address";

const reading = (text: string) => readAllowedHosts({ THROUGHLINE_ALLOW_HOSTS: text });

describe("THROUGHLINE_ALLOW_HOSTS", () => {
  const allowed = reading("Hooks.Internal, 10.0.0.5:8080,, [FD00:0::5]:443, münchen.example.,");

  it.each([
    "http://hooks.internal/a",
    "https://HOOKS.internal.:9443/",
    "http://10.0.0.5:8080/",
    "http://0x0a000005:8080/",
    "https://[fd00::5]/",
    "https://xn--mnchen-3ya.example/",
  ])("allows %s", (address) => {
    expect(isAllowedHost(allowed, new URL(address))).toBe(true);
  });

  it.each([
    "http://x.hooks.internal/",
    "http://hooks.internal.example/",
    "http://hooks/",
    "http://10.0.0.5/",
    "https://10.0.0.5/",
    "http://10.0.0.5:8081/",
    "http://[fd00::5]/",
    "https://[fd00::6]/",
  ])("does not allow %s", (address) => {
    expect(isAllowedHost(allowed, new URL(address))).toBe(false);
  });

  it("allows nothing where it is not set", () => {
    expect(readAllowedHosts({}).size + reading(" ").size).toBe(0);
  });

  it.each([
    ...["*.internal", "10.0.0.0/8", "http://hooks.internal", "a:b", "a:99999", "fd00::5"],
    ...["ann:secret@hooks", "hooks/path", "256.1.1.1", "[::g]"],
  ])("is refused with %s, by its place and without its text", (entry) => {
    const refused = `THROUGHLINE_ALLOW_HOSTS: entry 2 is no host. Write names or IP addresses separated by commas, each with or without a port, such as hooks.internal, 10.0.0.5:8080, [fd00::5].`;
    expect(() => reading(`hooks.example, ${entry}`)).toThrow(
      new DomainError("invalid-input", refused),
    );
  });
});

describe("an address to post to", () => {
  it.each(["https://hooks.example.com/x", " HTTP://hooks:8080/?a=b#c"])("may be %s", (text) => {
    expect(parseWebhookUrl(text)?.href).toBe(new URL(text).href);
  });

  it.each([
    ...["", "hooks", "//hooks/x", "https://", "http://1.2.3.4.5/", "file:///etc/passwd"],
    ...[
      "ftp://hooks/x",
      "javascript:alert(1)",
      "data:text/plain,x",
      "gopher://hooks/",
      "ws://hooks/",
    ],
    ...["https://ann@hooks/", "https://:secret@hooks/", "http://hooks@127.0.0.1/"],
  ])("is not %s", (text) => {
    expect(parseWebhookUrl(text)).toBeNull();
  });
});
