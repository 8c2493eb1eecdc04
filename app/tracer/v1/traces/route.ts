import { receiveTraces, refuseMethod } from "@/lib/pipeline/receive-traces";
import { submitTraces } from "@/lib/pipeline/worker-client";

export const dynamic = "force-dynamic";

export function POST(request: Request): Promise<Response> {
  return receiveTraces(request, submitTraces);
}

export {
  refuseMethod as DELETE,
  refuseMethod as GET,
  refuseMethod as HEAD,
  refuseMethod as OPTIONS,
  refuseMethod as PATCH,
  refuseMethod as PUT,
};
