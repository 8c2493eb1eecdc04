export { receiveTracesOf as POST } from "../../../../receive-traces-of";
export {
  refuseMethod as DELETE,
  refuseMethod as GET,
  refuseMethod as HEAD,
  refuseMethod as OPTIONS,
  refuseMethod as PATCH,
  refuseMethod as PUT,
} from "@/lib/pipeline/intake/receive-traces";

export const dynamic = "force-dynamic";
