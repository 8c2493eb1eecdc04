export { uncountedProxySentence } from "@/lib/domain/uncounted-proxy";
export { createEdgeServer } from "./create-edge-server";
export { allowedHosts, plainHttpWarning, readProxies, readReach } from "./read-reach";
