import { accessDb } from "@/lib/auth/access-db";
import { describeError } from "@/lib/log/describe-error";
import { findUnreadable, findUnready } from "@/lib/pipeline/worker/find-unready";
import { retryAfterSeconds } from "@/lib/domain/retry-after";

export const dynamic = "force-dynamic";

/**
 * Readiness check for load balancers and supervisors: whether what is sent now is stored and answered. With `?pages`, for
 * open pages: whether they can be read.
 */
export async function GET(request: Request): Promise<Response> {
  const find = new URL(request.url).searchParams.has("pages") ? findUnreadable : findUnready;
  const why = (await find()) ?? (await accessDb().then(() => null, describeError));
  const headers = { "content-type": "text/plain; charset=utf-8", "cache-control": "no-store" };
  if (why === null) return new Response("ready", { headers });
  const unready = { ...headers, "retry-after": retryAfterSeconds };
  return new Response(`${why}\n`, { status: 503, headers: unready });
}
