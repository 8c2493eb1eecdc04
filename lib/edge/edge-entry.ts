export { uncountedProxySentence } from "@/lib/domain/people/uncounted-proxy";
export { createEdgeServer } from "./create-edge-server";
export { allowedHosts, plainHttpWarning, readProxies, readReach } from "./read-reach";
