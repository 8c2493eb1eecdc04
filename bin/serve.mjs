import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import {
  allowedHosts,
  captureErrors,
  captureOutput,
  isQueueFull,
  keepForNextStart,
  createClosing,
  createEdgeServer,
  logEvent,
  lowerEngineThreads,
  plainHttpWarning,
  readAllowedHosts,
  readProxies,
  readReach,
  sendAgain,
  sharePageRequests,
  startReader,
  stopWorker,
  uncountedProxySentence,
  writeServedUrl,
} from "../dist/edge.mjs";
import { dataFolder, root } from "./tools/paths.mjs";
import { freePort } from "./tools/port.mjs";

/** Serves the build, as PORT (or the next free one), HOST and others of docs/configuration.md say. */
// Files are private to this user: they hold customers' messages and credentials.
process.umask(0o077);
process.env.NODE_ENV = "production";
process.env.THROUGHLINE_DATA = dataFolder();
// The app and its threads look for the build here.
process.chdir(root);
// People at a terminal read sentences; whatever else takes a server's log keeps it for programs.
process.env.THROUGHLINE_LOG ||= process.stderr.isTTY ? "text" : "json";
captureOutput();
lowerEngineThreads();
sharePageRequests();
/** Exit codes, of commands as well: docs/operations.md has all. Whatever supervises this tries the second again. */
const [notDone, notNow] = [2, 3];

/** Together less than the 30 seconds after which bin/start.mjs and the systemd unit kill this process. */
const answersMs = 10_000;
const writerMs = 10_000;
const columnsMs = 8000;
/** Ctrl-C reaches this process twice: from the terminal, and forwarded by bin/start.mjs. */
const sameSignalMs = 1000;
let stoppingSinceMs = null;
// Until it listens there is nothing to close.
let close = () => Promise.resolve(true);
let leaveAddress = () => Promise.resolve();
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
  process.on(signal, () => {
    if (stoppingSinceMs === null) {
      stoppingSinceMs = performance.now();
      void stop();
    } else if (performance.now() - stoppingSinceMs > sameSignalMs) process.exit(1);
  });
}
logEvent("server-starting");

const port = await freePort(Number(process.env.PORT ?? 3000));
const reached = readReach(process.env, port);
if (reached.problem) {
  logEvent("start-refused", { why: reached.problem });
  process.exit(notDone);
}
try {
  readAllowedHosts(process.env);
} catch (error) {
  logEvent("start-refused", { why: error.message });
  process.exit(notDone);
}
const { host, reach, url } = reached;
const [{ default: next }, { status, why }] = await Promise.all([import("next"), tryAccounts()]);
// What may pass is waited for here, where its sentence can be read; on a network nobody would know whether there is an admin.
if (status !== 0 && (status !== notNow || reach === "network")) {
  logEvent("start-refused", { why });
  process.exit(status === notNow ? notNow : notDone);
}
// Settings that the app reads: its URL for next-auth, and its reach for permissions.
process.env.NEXTAUTH_URL = url;
process.env.THROUGHLINE_REACH = reach;

// Cases are read while the app is loaded; on PostgreSQL its tables are made first, which the app waits for.
if (!process.env.THROUGHLINE_DATABASE_URL) startReader();
const app = next({ dev: false, dir: root, hostname: host, port });
await app.prepare();
captureErrors();
const edge = {
  url,
  reach,
  hosts: allowedHosts(reached, port),
  hops: readProxies(process.env),
  isQueueFull,
  onUncountedProxy: () => {
    process.env.THROUGHLINE_UNCOUNTED_PROXY = "1";
    logEvent("proxy-uncounted", { why: uncountedProxySentence });
  },
};
const server = createEdgeServer(edge, sendAgain(app.getRequestHandler()));
close = createClosing(server);
server.listen(port, host, () => {
  // For the links that commands print; on a full disk cases can be read all the same.
  try {
    leaveAddress = writeServedUrl(dataFolder(), url);
  } catch (error) {
    logEvent("address-not-written", { error });
  }
  const warning = plainHttpWarning(reached);
  if (warning !== null) logEvent("plain-http", { why: warning });
  logEvent("server-ready", { ms: Math.round(performance.now()) });
  // Not the log: what people and programs that started this wait for.
  process.stdout.write(`Throughline is ready: ${url}\n`);
  if (process.env.THROUGHLINE_NOTICE) process.stdout.write(`${process.env.THROUGHLINE_NOTICE}\n`);
});

/**
 * Tries in a process of its own whether the accounts can be read with these settings, and whether there is an admin, without
 * whom a server must not be reachable on a network.
 */
async function tryAccounts() {
  // bin/start.mjs, which gives it, has just read them.
  if (reach !== "network" && process.env.THROUGHLINE_NOTICE !== undefined)
    return { status: 0, why: "" };
  const subcommand = reach === "network" ? ["first", "--must-exist"] : ["list"];
  const child = spawn(process.execPath, [join(root, "dist", "cli.mjs"), "user", ...subcommand], {
    stdio: ["ignore", "ignore", "pipe"],
  });
  let said = "";
  child.stderr.setEncoding("utf8").on("data", (text) => (said += text));
  const [status] = await once(child, "close");
  // Ended by a signal, as where memory is short, it found out nothing.
  return { status: status ?? notNow, why: said.trim() };
}

/** Answers the requests in hand, lets the writer thread finish what it stores, then exits. */
async function stop() {
  logEvent("server-stopping");
  const isAnswered = await close(answersMs);
  const [isStored] = await Promise.all([
    stopWorker(writerMs),
    leaveAddress().catch((error) => logEvent("address-not-written", { error })),
  ]);
  await keepForNextStart(columnsMs);
  logEvent(isAnswered && isStored ? "server-stopped" : "server-stopped-early", {
    ms: Math.round(performance.now() - stoppingSinceMs),
  });
  process.exit(0);
}
