import type { IncomingMessage } from "node:http";
import { isDecodable } from "@/lib/domain/is-decodable";
import { foreignPageSentence, isOwnPage } from "@/lib/domain/people/is-own-page";
import type { Edge } from "./edge";

export type EdgeRefusal = {
  readonly status: 400 | 403 | 421 | 429 | 503;
  readonly sentence: string;
};

/** Headers that proxies add. */
const forwardedHeaders = [
  "forwarded",
  "via",
  "cf-connecting-ip",
  "x-real-ip",
  ...["for", "host", "port", "proto"].map((what) => `x-forwarded-${what}`),
];

/** The framework's format of action ids; it would quote an invalid one in the log. */
const actionId = /^[0-9a-f]{40,64}$/u;

/** Ingest endpoints for programs with a token; exactly these paths. */
const ingestPath = /^\/(?:v1|tracer\/v1|(?:api\/(?:public\/)?)?otel\/v1)\/[a-z]+\/?$/u;
/** Form bodies, which the framework treats as actions on any page path. */
const formType = /^(?:multipart\/form-data|application\/x-www-form-urlencoded)/iu;

/**
 * Refuses a request before reading its body: with a foreign Host (DNS rebinding), through an undeclared proxy, with
 * an undecodable path, or from a foreign page.
 * @returns null if accepted
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
  // No browser or exporter uses HTTP/1.0; some proxies do, without adding a header.
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
  // On a network the scheme must match too: a page without TLS could be forged.
  const isOwn = isOwnPage(named) && (reach === "loopback" || headers.origin === own);
  return isOwn ? null : { status: 403, sentence: foreignPageSentence };
}

/** Whether a request brings a body of traces or logs. */
export function bringsBody({
  method,
  url = "/",
}: Pick<IncomingMessage, "method" | "url">): boolean {
  return method === "POST" && ingestPath.test(url.split("?", 1)[0] ?? "");
}

/** Of a body where the queue is full, before anything is done for it. */
export const queueFull: EdgeRefusal = {
  status: 503,
  sentence:
    "Many bodies wait to be stored, so nothing of this one was read; send the same request again later.",
};

const proxiedSentence =
  "A proxy passed this on, but this server is set up for this machine only: set THROUGHLINE_URL to the address people use, and add an admin.";
const unknownActionSentence = "This names no action. Load the page again and repeat it there.";
const undecodableSentence =
  "This address is not one: it does not begin with a slash, or holds a % that encodes nothing.";
