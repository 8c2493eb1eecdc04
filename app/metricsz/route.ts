import { authorizeProgram } from "@/lib/auth/program-token";
import { readRequestCounts } from "@/lib/edge/request-counts";
import { writeMetrics } from "@/lib/pipeline/metrics/write-metrics";
import { storageFaultOf } from "@/lib/format/storage-words";
import { refusedText } from "../refused";
import { retryAfterSeconds } from "@/lib/domain/retry-after";

export const dynamic = "force-dynamic";

/**
 * Figures of this process in Prometheus's text format, for whoever may send traces; 503 where the accounts or the queue
 * cannot be read.
 */
export async function GET(request: Request): Promise<Response> {
  try {
    return await answerFromStore(request);
  } catch (error) {
    const sentence = storageFaultOf(error);
    if (sentence === null) throw error;
    const headers = { "cache-control": "no-store", "retry-after": retryAfterSeconds };
    return new Response(`${sentence}\n`, { status: 503, headers });
  }
}

async function answerFromStore(request: Request): Promise<Response> {
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
