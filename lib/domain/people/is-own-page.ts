/**
 * Whether a mutating request comes from a page of this server, by its Origin header, which browsers always send and
 * pages cannot forge; a missing one is refused.
 * @param headers of the request; its Host was already checked by our own server
 */
export function isOwnPage(headers: Pick<Headers, "get">): boolean {
  const origin = headers.get("origin");
  const host = headers.get("host");
  if (origin === null || host === null || !URL.canParse(origin)) return false;
  // As browsers write it: a web scheme and a host, nothing else.
  const named = new URL(origin);
  return (
    /^https?:$/u.test(named.protocol) &&
    named.origin === origin &&
    named.host === host.toLowerCase()
  );
}

/** Response to a refused request. */
export const foreignPageSentence =
  "This request did not come from a page of this server, so nothing was changed. Open the page again and repeat it there.";
