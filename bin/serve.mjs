import { spawnSync } from "node:child_process";
import { join } from "node:path";
import {
  allowedHosts,
  createEdgeServer,
  plainHttpWarning,
  readProxies,
  readReach,
  uncountedProxySentence,
} from "../dist/edge.mjs";
import { root } from "./tools/paths.mjs";
import { freePort } from "./tools/port.mjs";

/*
 * Serves the build: PORT (the first free one from there on), HOST, THROUGHLINE_URL and THROUGHLINE_PROXIES
 * say where; see the README.
 */
// What is written is for this user only: it holds what customers said and who may read it.
process.umask(0o077);
process.env.NODE_ENV = "production";
const { default: next } = await import("next");

const port = await freePort(Number(process.env.PORT ?? 3000));
const reached = readReach(process.env, port);
if (reached.problem) {
  console.error(reached.problem);
  process.exit(2);
}
const { host, reach, url } = reached;
// Whoever starts this file alone must not open what has no admin to the network.
if (reach === "network") {
  const { status } = spawnSync(
    process.execPath,
    [join(root, "dist", "cli.mjs"), "user", "first", "--must-exist"],
    { stdio: ["ignore", "ignore", "inherit"] },
  );
  if (status !== 0) process.exit(2);
}
// What the app asks to know where it is: next-auth its own address, permissions who may reach it.
process.env.NEXTAUTH_URL = url;
process.env.THROUGHLINE_REACH = reach;

const app = next({ dev: false, dir: root, hostname: host, port });
await app.prepare();
const edge = {
  url,
  reach,
  hosts: allowedHosts(reached, port),
  hops: readProxies(process.env),
  onUncountedProxy: () => {
    process.env.THROUGHLINE_UNCOUNTED_PROXY = "1";
    console.error(uncountedProxySentence);
  },
};
const server = createEdgeServer(edge, app.getRequestHandler());
server.listen(port, host, () => {
  const warning = plainHttpWarning(reached);
  if (warning !== null) console.error(warning);
  console.log(`Throughline is ready: ${url}`);
  if (process.env.THROUGHLINE_NOTICE) console.log(process.env.THROUGHLINE_NOTICE);
});
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => process.exit(0));
