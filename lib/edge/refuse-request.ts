import type { IncomingMessage } from "node:http";
import { foreignPageSentence, isOwnPage } from "@/lib/domain/people/is-own-page";
import type { Edge } from "./edge";

/** Why a request goes no further. */
export type EdgeRefusal = { readonly status: 400 | 403 | 421 | 429; readonly sentence: string };

/** Headers by which a proxy says that it passes a request on. */
const forwardedHeaders = [
  "forwarded",
  "via",
  "cf-connecting-ip",
  "x-real-ip",
  ...["for", "host", "port", "proto"].map((what) => `x-forwarded-${what}`),
];

/** How the framework names an action; what is none it would quote in the log. */
const actionId = /^[0-9a-f]{40,64}$/u;

/** Where programs send traces: they have a token, and no page. Only these very addresses, as routes have them. */
const ingestPath = /^\/(?:v1|tracer\/v1|api\/public\/otel\/v1)\/[a-z]+\/?$/u;
/** Bodies of forms, which the framework takes for actions at any address of a page. */
const formType = /^(?:multipart\/form-data|application\/x-www-form-urlencoded)/iu;

/**
 * Whether a request is not for this server, before anything of it is read: by a name that only resolves to
 * it (DNS rebinding), through a proxy it does not know of, at an address that encodes no text, or from a
 * page of somebody else.
 * @returns null where it may go on
 */
export function refuseRequest(
  {
    headers,
    httpVersion,
    method = "GET",
    url = "/",
  }: Pick<IncomingMessage, "headers" | "httpVersion" | "method" | "url">,
  { hosts, reach, url: own }: Pick<Edge, "hosts" | "reach" | "url">,
): EdgeRefusal | null {
  if (!hosts.has(headers.host?.toLowerCase() ?? "")) {
    const names = [...hosts].join(" or ");
    return { status: 421, sentence: `This server does not go by that name. Use ${names}.` };
  }
  const isForwarded = forwardedHeaders.some((name) => headers[name] !== undefined);
  // No browser or exporter still speaks HTTP/1.0; some proxies do, and add nothing else.
  if (reach === "loopback" && (isForwarded || httpVersion === "1.0")) {
    return { status: 403, sentence: proxiedSentence };
  }
  const path = url.split("?", 1)[0] ?? "/";
  if (!path.startsWith("/") || !isDecodable(path))
    return { status: 400, sentence: undecodableSentence };
  const action = headers["next-action"];
  if (action !== undefined && !actionId.test(String(action))) {
    return { status: 400, sentence: unknownActionSentence };
  }
  const changesNothing = method === "GET" || method === "HEAD";
  const isForm = action !== undefined || formType.test(headers["content-type"] ?? "");
  if (changesNothing || (ingestPath.test(path) && !isForm)) return null;
  const named = new Headers({ origin: headers.origin ?? "", host: headers.host ?? "" });
  // On a network also the scheme must be ours: a page without TLS may be anybody's.
  const isOwn = isOwnPage(named) && (reach === "loopback" || headers.origin === own);
  return isOwn ? null : { status: 403, sentence: foreignPageSentence };
}

const proxiedSentence =
  "A proxy passed this on, but this server is set up for this machine only: set THROUGHLINE_URL to the address people use, and add an admin.";
const unknownActionSentence = "This names no action. Load the page again and repeat it there.";
const undecodableSentence =
  "This address is not one: it does not begin with a slash, or holds a % that encodes nothing.";

function isDecodable(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}
