/**
 * Whether a request that changes something comes from a page of this server. A browser names the page's
 * origin with every such request and lets no page name another's; so a missing one is refused too.
 * @param headers of the request; its Host is one of ours, or our own server had refused it
 */
export function isOwnPage(headers: Pick<Headers, "get">): boolean {
  const origin = headers.get("origin");
  const host = headers.get("host");
  if (origin === null || host === null || !URL.canParse(origin)) return false;
  // As browsers write it: a scheme of the web and a host, nothing before or behind.
  const named = new URL(origin);
  return (
    /^https?:$/u.test(named.protocol) &&
    named.origin === origin &&
    named.host === host.toLowerCase()
  );
}

/** What a refused request is told. */
export const foreignPageSentence =
  "This request did not come from a page of this server, so nothing was changed. Open the page again and repeat it there.";
