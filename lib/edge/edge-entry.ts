export { createEdgeServer } from "./create-edge-server";
export { allowedHosts, plainHttpWarning, readProxies, readReach } from "./read-reach";
