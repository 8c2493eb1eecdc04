import { authorize } from "@/lib/auth/authorize";
import { viewerReader, type SignedIn } from "@/lib/auth/current-viewer";
import { liveCodec } from "@/lib/pages/live/url";
import { askReader } from "@/lib/pipeline/reader/reader-client";
import { eventStream } from "../../../event-stream";
import { liveViewer } from "../../../live-viewer";
import { nowUs } from "@/lib/clock/server";
import { refusedJson } from "../../../refused";
import { shownWorkspace } from "../../../shown-workspace";
import { streamList } from "../../../stream-list";

/** The Live page's list as server-sent events; takes the page's query string. */
export async function GET(request: Request): Promise<Response> {
  const authorized = await authorize("view-text");
  if (!authorized.isAllowed) return refusedJson(authorized);
  const search = new URL(request.url).searchParams;
  const raw = Object.fromEntries([...search.keys()].map((key) => [key, search.getAll(key)]));
  const { query } = liveCodec.parse(raw);
  const { path, name } = await shownWorkspace();
  const read = async ({ scope, actor }: SignedIn) => {
    const who = await liveViewer(actor, name, query);
    return askReader("loadLivePage", { path, scope }, query, who, nowUs());
  };
  return eventStream({
    readViewer: await viewerReader(),
    signal: request.signal,
    start: (send) => streamList(path, read, send),
  });
}
