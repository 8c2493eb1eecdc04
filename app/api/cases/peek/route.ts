import { authorize } from "@/lib/auth/authorize";
import { casesCodec, casesSearch } from "@/lib/analytics/filter/cases-query";
import { askReader } from "@/lib/pipeline/reader/reader-client";
import { refusedJson } from "../../../refused";
import { readOrReport } from "../../../read-or-report";
import { shownWorkspace } from "../../../shown-workspace";

/** The preview of one case as JSON; takes the Cases page's query string. */
export async function GET(request: Request): Promise<Response> {
  const authorized = await authorize("view-text");
  if (!authorized.isAllowed) return refusedJson(authorized);
  const search = new URL(request.url).searchParams;
  const raw = Object.fromEntries([...search.keys()].map((key) => [key, search.getAll(key)]));
  const { query } = casesCodec.parse(raw);
  const { peek } = query;
  if (peek === null) return Response.json(null);
  const { scope } = authorized.viewer;
  const { path, asOfUs } = await shownWorkspace();
  const read = await readOrReport("a preview", () =>
    askReader("loadCasePeek", { path, scope }, peek, casesSearch(query), asOfUs),
  );
  if (!read.isRead) return Response.json({ requestId: read.requestId }, { status: 500 });
  return Response.json(read.value, { headers: { "cache-control": "no-store" } });
}
