import { authorizeExport, refuseSearch } from "@/lib/auth/authorize-export";
import { casesCodec, casesSearch } from "@/lib/analytics/filter/cases-query";
import { streamFromReader } from "@/lib/pipeline/reader/reader-client";
import { refusedText } from "../refused";
import { searchOf, sendCsv } from "../send-csv";
import { shownWorkspace } from "../shown-workspace";

/** The Cases list for the same query string, all pages, as CSV. */
export async function GET(request: Request): Promise<Response> {
  const authorized = await authorizeExport(request);
  if (!authorized.isAllowed) return refusedText(authorized);
  const { query } = casesCodec.parse(searchOf(request));
  const refused = refuseSearch(authorized, query);
  if (refused !== null) return refusedText(refused);
  const { path, name: workspace, asOfUs } = await shownWorkspace();
  return sendCsv(authorized, {
    name: "cases.csv",
    workspace,
    filter: casesSearch({ ...query, text: query.text === "" ? "" : "…" }),
    lines: streamFromReader("casesCsv", { path, scope: authorized.scope }, query, asOfUs),
  });
}
