import { authorizeProgram } from "@/lib/auth/program-token";
import { receiveTraces, refuseSender } from "@/lib/pipeline/intake/receive-traces";
import { submitTraces } from "@/lib/pipeline/worker/worker-client";

/** Handles an OTLP request from an authorised program. */
export async function receiveTracesOf(request: Request): Promise<Response> {
  const answer = await authorizeProgram(request, "ingest");
  return answer.isAllowed ? receiveTraces(request, submitTraces) : refuseSender(request, answer);
}
