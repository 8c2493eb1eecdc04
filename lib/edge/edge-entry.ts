export { uncountedProxySentence } from "@/lib/domain/people/uncounted-proxy";
export { sharePageRequests } from "@/lib/pipeline/worker/page-requests";
export { isQueueFull } from "@/lib/pipeline/worker/worker-client";
export { keepForNextStart, stopWorker } from "@/lib/pipeline/worker/stop-worker";
export { captureErrors, captureOutput } from "@/lib/log/capture-output";
export { logEvent } from "@/lib/log/log-event";
export { createClosing } from "./create-closing";
export { createEdgeServer } from "./create-edge-server";
export { allowedHosts, plainHttpWarning, readProxies, readReach } from "./read-reach";
