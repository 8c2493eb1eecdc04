export {
  refuseSignal as DELETE,
  refuseSignal as GET,
  refuseSignal as HEAD,
  refuseSignal as OPTIONS,
  refuseSignal as PATCH,
  refuseSignal as PUT,
  warnOfSignal as POST,
} from "@/lib/pipeline/intake/receive-traces";

export const dynamic = "force-dynamic";
