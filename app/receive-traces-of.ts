import { addressHeader } from "@/lib/auth/network-of";
import { authorizeProgram } from "@/lib/auth/program-token";
import {
  answerFault,
  receiveTraces,
  refuseSender,
  type OtlpSignal,
} from "@/lib/pipeline/intake/receive-traces";
import { submitTraces } from "@/lib/pipeline/worker/worker-client";

/** Handles an OTLP request for traces from an authorised program. */
export function receiveTracesOf(request: Request): Promise<Response> {
  return receiveSignal(request, "traces");
}

/** Handles an OTLP request for logs from an authorised program. */
export function receiveLogsOf(request: Request): Promise<Response> {
  return receiveSignal(request, "logs");
}

async function receiveSignal(request: Request, signal: OtlpSignal): Promise<Response> {
  const answer = await authorizeProgram(request, "ingest").catch((error: unknown) =>
    answerFault(request, error),
  );
  if (answer instanceof Response) return answer;
  if (!answer.isAllowed) return refuseSender(request, answer);
  const token = answer.publicId ?? "";
  const name = token === "" ? (request.headers.get(addressHeader) ?? "") : token;
  return receiveTraces(request, submitTraces, signal, { name, token });
}
