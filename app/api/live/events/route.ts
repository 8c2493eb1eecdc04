import { authorize } from "@/lib/auth/authorize";
import { viewerReader } from "@/lib/auth/current-viewer";
import { eventStream } from "../../../event-stream";
import { refusedJson } from "../../../refused";
import { shownWorkspace } from "../../../shown-workspace";
import { streamChanges } from "../../../stream-changes";

/** Changes of the shown workspace as server-sent events, from `since` or the last event that the browser had. */
export async function GET(request: Request): Promise<Response> {
  const authorized = await authorize("view-text");
  if (!authorized.isAllowed) return refusedJson(authorized);
  const { path } = await shownWorkspace();
  const had =
    request.headers.get("last-event-id") ?? new URL(request.url).searchParams.get("since") ?? "";
  const since = /^\d{1,15}$/u.test(had) ? Number(had) : null;
  return eventStream({
    readViewer: await viewerReader(),
    signal: request.signal,
    start: (send) => streamChanges(path, since, send),
  });
}
