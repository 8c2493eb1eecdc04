import { STATUS_CODES } from "node:http";
import type { Problem } from "@/lib/pages/api/answer-schema";
import { retryAfterSeconds } from "@/lib/domain/retry-after";

/** A refusal of the API (RFC 9457). @param sentence what is wrong and what to do; without personal data */
export function problemAnswer(
  status: 400 | 401 | 403 | 404 | 500 | 503,
  sentence: string,
): Response {
  const title = STATUS_CODES[status] ?? "";
  const problem: Problem = { type: "about:blank", title, status, detail: sentence };
  const headers = {
    "content-type": "application/problem+json",
    "cache-control": "no-store",
    ...(status === 401 ? { "www-authenticate": "Bearer" } : {}),
    ...(status === 503 ? { "retry-after": retryAfterSeconds } : {}),
  };
  return new Response(JSON.stringify(problem), { status, headers });
}
