export { createEdgeServer } from "./create-edge-server";
export { allowedHosts, readReach } from "./read-reach";
