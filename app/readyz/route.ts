import { accessDb } from "@/lib/auth/access-db";
import { workspaceNames, type WorkspaceName } from "@/lib/domain/workspace";
import { parseWorkspaceChoice } from "@/lib/format/layout/workspace";
import { describeError } from "@/lib/log/describe-error";
import { findUnreadable, findUnready } from "@/lib/pipeline/worker/find-unready";
import { retryAfterSeconds } from "@/lib/domain/retry-after";
import { shownName } from "../shown-workspace";

export const dynamic = "force-dynamic";

const headers = { "content-type": "text/plain; charset=utf-8", "cache-control": "no-store" };

/**
 * Readiness check for load balancers and supervisors: whether what is sent now is stored and answered, by the workspace
 * `main`. With `?workspace=`, whether that one can be read; with `?pages`, for open pages, the one that they show. No
 * other workspace counts.
 */
export async function GET(request: Request): Promise<Response> {
  const { searchParams } = new URL(request.url);
  const asked = searchParams.get("workspace");
  const named = parseWorkspaceChoice(asked ?? undefined);
  if (asked !== null && named === null) {
    const sentence = `There is no such workspace: ask for workspace=${workspaceNames.join(" or workspace=")}.`;
    return new Response(`${sentence}\n`, { status: 404, headers });
  }
  const why =
    (await findFault(named, searchParams.has("pages")).catch(describeError)) ??
    (await accessDb().then(() => null, describeError));
  if (why === null) return new Response("ready", { headers });
  const unready = { ...headers, "retry-after": retryAfterSeconds };
  return new Response(`${why}\n`, { status: 503, headers: unready });
}

async function findFault(named: WorkspaceName | null, isOfPages: boolean): Promise<string | null> {
  if (isOfPages) return findUnreadable(named ?? (await shownName()));
  return named === null || named === "main" ? findUnready() : findUnreadable(named);
}
