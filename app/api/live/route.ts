import { loadActorNames } from "@/lib/auth/actor-names";
import { authorize } from "@/lib/auth/authorize";
import { loadLivePage } from "@/lib/pages/live/load";
import { liveCodec } from "@/lib/pages/live/url";
import { nowUs } from "../../now-us";
import { readOrReport } from "../../read-or-report";
import { refusedJson } from "../../refused";
import { shownWorkspace } from "../../shown-workspace";

/** The Live page's model as JSON; takes its query string. */
export async function GET(request: Request): Promise<Response> {
  const authorized = await authorize("view-text");
  if (!authorized.isAllowed) return refusedJson(authorized);
  const search = new URL(request.url).searchParams;
  const raw = Object.fromEntries([...search.keys()].map((key) => [key, search.getAll(key)]));
  const { query } = liveCodec.parse(raw);
  const { scope, actor } = authorized.viewer;
  const { path } = await shownWorkspace();
  const read = await readOrReport("Live", async () =>
    loadLivePage({ path, scope }, query, { actor, names: await loadActorNames() }, nowUs()),
  );
  if (!read.isRead) return Response.json({ requestId: read.requestId }, { status: 500 });
  return Response.json(read.value, { headers: { "cache-control": "no-store" } });
}
