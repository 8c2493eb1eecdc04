import { DomainError } from "../domain-error";

/** Hosts inside the operator's network that may be posted to: "hooks.internal", "10.0.0.5:8080", "[fd00::5]". */
export type AllowedHosts = ReadonlySet<string>;

const hostPattern = /^(?<host>\[[0-9a-f:.]+\]|[\p{L}\p{N}._-]+)(?::(?<port>\d{1,5}))?$/iu;

/**
 * Reads THROUGHLINE_ALLOW_HOSTS: names or IP addresses separated by commas, each for any port or with the one that is
 * meant.
 * @throws DomainError that says which entry is wrong, without its text
 */
export function readAllowedHosts(env: Readonly<Record<string, string | undefined>>): AllowedHosts {
  const entries = (env["THROUGHLINE_ALLOW_HOSTS"] ?? "").split(",").map((entry) => entry.trim());
  return new Set(
    entries.flatMap((entry, at) => {
      if (entry === "") return [];
      const { host = "", port } = hostPattern.exec(entry)?.groups ?? {};
      const address = `http://${host}${port === undefined ? "" : `:${port}`}`;
      if (host !== "" && URL.canParse(address)) {
        const name = hostOf(new URL(address));
        return [port === undefined ? name : `${name}:${String(Number(port))}`];
      }
      throw new DomainError(
        "invalid-input",
        `THROUGHLINE_ALLOW_HOSTS: entry ${String(at + 1)} is no host. Write names or IP addresses separated by commas, each with or without a port, such as hooks.internal, 10.0.0.5:8080, [fd00::5].`,
      );
    }),
  );
}

/** Whether the operator named an address's host, for any port or for its own. */
export function isAllowedHost(allowed: AllowedHosts, url: URL): boolean {
  const host = hostOf(url);
  const usual = url.protocol === "https:" ? "443" : "80";
  return allowed.has(host) || allowed.has(`${host}:${url.port === "" ? usual : url.port}`);
}

/** An address that messages can be posted to: http or https, without a user name or a password; else null. */
export function parseWebhookUrl(text: string): URL | null {
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  const isWeb = url.protocol === "https:" || url.protocol === "http:";
  return isWeb && url.username === "" && url.password === "" ? url : null;
}

/** The name of an address's host without the dot of a full name; an IPv6 address is in brackets. */
export function hostOf({ hostname }: URL): string {
  return hostname.replace(/\.$/u, "");
}
