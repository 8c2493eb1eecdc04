export { refuseSignal as GET, refuseSignal as POST } from "@/lib/pipeline/receive-traces";

export const dynamic = "force-dynamic";
