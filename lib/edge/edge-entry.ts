export { createEdgeServer } from "./create-edge-server";
export { allowedHosts, readProxies, readReach } from "./read-reach";
