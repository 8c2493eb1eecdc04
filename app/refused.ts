import type { Authorized } from "@/lib/auth/authorize";

type Refused = Extract<Authorized, { readonly isAllowed: false }>;

/** A refusal as JSON, for our scripts. */
export function refusedJson({ status, sentence }: Refused): Response {
  return Response.json({ sentence }, { status, headers: { "cache-control": "no-store" } });
}

/** A refusal as text, for a followed link to a file. */
export function refusedText({ status, sentence }: Refused): Response {
  const headers = { "content-type": "text/plain; charset=utf-8", "cache-control": "no-store" };
  return new Response(`${sentence}\n`, { status, headers });
}
