import { authorizeProgram } from "@/lib/auth/program-token";
import { readRequestCounts } from "@/lib/edge/request-counts";
import { writeMetrics } from "@/lib/pipeline/metrics/write-metrics";
import { refusedText } from "../refused";

export const dynamic = "force-dynamic";

/** Figures of this process in Prometheus's text format, for whoever may send traces. */
export async function GET(request: Request): Promise<Response> {
  const answer = await authorizeProgram(request, "ingest");
  if (!answer.isAllowed) {
    const refused = refusedText(answer);
    if (answer.status === 401) refused.headers.set("www-authenticate", "Bearer");
    return refused;
  }
  const { contentType, text } = await writeMetrics(readRequestCounts());
  const headers = { "content-type": contentType, "cache-control": "no-store" };
  return new Response(text, { headers });
}
