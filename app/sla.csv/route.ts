import { slaCodec } from "@/lib/pages/sla/url";
import { authorizeExport } from "@/lib/auth/authorize-export";
import { casesSearch } from "@/lib/analytics/filter/cases-query";
import { streamFromReader } from "@/lib/pipeline/reader/reader-client";
import { refusedText } from "../refused";
import { searchOf, sendCsv } from "../send-csv";
import { shownWorkspace } from "../shown-workspace";

/** Every case with an SLA target and its clock, as CSV. */
export async function GET(request: Request): Promise<Response> {
  const authorized = await authorizeExport(request);
  if (!authorized.isAllowed) return refusedText(authorized);
  const { query } = slaCodec.parse(searchOf(request));
  const { path, name: workspace, asOfUs } = await shownWorkspace();
  return sendCsv(authorized, {
    name: "sla.csv",
    workspace,
    filter: casesSearch(query),
    lines: streamFromReader("slaCsv", { path, scope: authorized.scope }, query, asOfUs),
  });
}
