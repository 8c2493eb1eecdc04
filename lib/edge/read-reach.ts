/** Who can reach a server: only this machine, or others too. */
export type Reach = "loopback" | "network";

/** Where a server listens, and its public URL. */
export type Reached = {
  /** The address it binds to. */
  readonly host: string;
  readonly reach: Reach;
  /** The URL that people type. */
  readonly url: string;
};

type Environment = Readonly<Record<string, string | undefined>>;

const loopback: ReadonlySet<string> = new Set(["127.0.0.1", "::1", "localhost"]);

/**
 * Reads HOST, the address to bind to, and THROUGHLINE_URL, the public URL.
 * @returns a sentence if they are invalid
 */
export function readReach(env: Environment, port: number): Reached | { readonly problem: string } {
  const host = given(env["HOST"]) ?? "127.0.0.1";
  const written = given(env["THROUGHLINE_URL"]);
  if (written !== null && !isWebAddress(written)) {
    return {
      problem: "THROUGHLINE_URL is no web address; write it like https://cases.example.com.",
    };
  }
  const url = written === null ? null : new URL(written).origin;
  const isKnownElsewhere = url !== null && !loopback.has(bareHost(url));
  if (loopback.has(host) && !isKnownElsewhere) {
    return { host, reach: "loopback", url: url ?? `http://127.0.0.1:${String(port)}` };
  }
  if (url !== null) {
    const isReadable = url.startsWith("http:") && env["THROUGHLINE_PLAIN_HTTP"] !== "1";
    return isReadable ? { problem: readableSentence } : { host, reach: "network", url };
  }
  return {
    problem: `HOST=${host} is reached from other machines: set THROUGHLINE_URL to the address people will use.`,
  };
}

const readableSentence =
  "THROUGHLINE_URL begins with http:, so passwords, sessions and what customers said would cross the network readable. Let a proxy in front speak TLS and write https:, or, where nobody can listen, set THROUGHLINE_PLAIN_HTTP=1.";

/** A warning if the server is reachable on a network without TLS, or null. */
export function plainHttpWarning({ reach, url }: Reached): string | null {
  if (reach === "loopback" || !url.startsWith("http:")) return null;
  return "Without TLS whoever listens on the network reads passwords, sessions and what customers said.";
}

/** Accepted values of Host, in lower case. */
export function allowedHosts({ reach, url }: Reached, port: number): ReadonlySet<string> {
  const { host } = new URL(url);
  if (reach === "network") return new Set([host]);
  return new Set([
    host,
    ...["127.0.0.1", "localhost", "[::1]"].map((name) => `${name}:${String(port)}`),
  ]);
}

/** Reads THROUGHLINE_PROXIES: number of our own proxies in front; 0 if invalid. */
export function readProxies(env: Environment): number {
  const text = env["THROUGHLINE_PROXIES"] ?? "";
  return /^[1-9]$/u.test(text) ? Number(text) : 0;
}

function given(value: string | undefined): string | null {
  return value === undefined || value === "" ? null : value;
}

function isWebAddress(text: string): boolean {
  return (
    URL.canParse(text) &&
    ["http:", "https:"].includes(new URL(text).protocol) &&
    new URL(text).pathname === "/"
  );
}

function bareHost(url: string): string {
  return new URL(url).hostname.replace(/^\[|\]$/gu, "");
}
