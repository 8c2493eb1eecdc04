import { authorizeExport } from "@/lib/auth/authorize-export";
import { publicUrl } from "@/lib/auth/public-url";
import { record } from "@/lib/auth/record";
import { reportCodec } from "@/lib/analytics/filter/overview-query";
import { reportHtml } from "@/lib/pages/report/report-html";
import { askReader } from "@/lib/pipeline/reader/reader-client";
import { readOrReport } from "../read-or-report";
import { refusedText } from "../refused";
import { searchOf } from "../send-csv";
import { shownWorkspace } from "../shown-workspace";

/** The Overview for the same query string as a self-contained HTML report. */
export async function GET(request: Request): Promise<Response> {
  const authorized = await authorizeExport(request);
  if (!authorized.isAllowed) return refusedText(authorized);
  const { query } = reportCodec.parse(searchOf(request));
  const { path, name: workspace, asOfUs } = await shownWorkspace();
  const { scope } = authorized;
  const read = await readOrReport("the report", () =>
    askReader("loadReport", { path, scope }, query, asOfUs),
  );
  if (!read.isRead) {
    return new Response(`The report could not be read (request ${read.requestId}).`, {
      status: 500,
    });
  }
  const after = { filter: reportCodec.search(query) };
  await record(authorized, { action: "exported", workspace, target: "report.html", after });
  return new Response(
    reportHtml({ ...read.value, workspace, base: publicUrl(), size: query.size }),
    {
      headers: { "content-type": "text/html; charset=utf-8", "cache-control": "no-store" },
    },
  );
}
