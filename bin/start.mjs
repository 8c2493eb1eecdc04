import { existsSync } from "node:fs";
import { join } from "node:path";
import { ensureBuilt, nextEnv } from "./tools/build.mjs";
import { ensureInstalled } from "./tools/install.mjs";
import { dataFolder, root } from "./tools/paths.mjs";
import { freePort } from "./tools/port.mjs";
import { run, stopChildrenOnSignal } from "./tools/run.mjs";

const cli = join(root, "dist", "cli.mjs");
const env = { ...nextEnv, THROUGHLINE_DATA: dataFolder() };
/**
 * deploy/ has the same. Of glibc: its threads would keep freed memory each for itself, a fifth of what the server holds.
 * Of Node: the heap of the thread that answers, MiB; of two limits the last holds, and other threads have their own.
 */
const memoryEnv = {
  MALLOC_ARENA_MAX: process.env.MALLOC_ARENA_MAX ?? "1",
  NODE_OPTIONS: `--max-old-space-size=1024 ${process.env.NODE_OPTIONS ?? ""}`.trim(),
};

/** Applies pending migrations through the command line. Resolves to its exit code. */
async function migrate() {
  return existsSync(cli) ? run(process.execPath, [cli, "migrate"], { env }) : 0;
}

/** Creates the demo workspace at the first start; a failure does not stop the server. */
async function makeDemo() {
  if (!existsSync(cli)) return;
  const status = await run(process.execPath, [cli, "demo"], { env });
  if (status !== 0)
    console.error("The demo workspace could not be made; the rest works without it.");
}

/** What is printed of the first admin: the link that creates one, or nothing; with the exit code of finding that out. */
async function firstAdminLink(url) {
  let notice = "";
  const status = await run(process.execPath, [cli, "user", "first", "--url", url], {
    env,
    stdio: ["ignore", "pipe", "inherit"],
    onStart: (child) => child.stdout.on("data", (chunk) => (notice += chunk)),
  });
  return { status, notice: notice.trim() };
}

async function serve() {
  const port = await freePort(Number(process.env.PORT ?? 3000));
  const { readReach } = await import("../dist/edge.mjs");
  const { problem, reach, url } = readReach(process.env, port);
  if (problem) {
    console.error(problem);
    return 2;
  }
  // On a network there must be an admin already; `serve.mjs` checks it.
  const { status, notice } =
    reach === "network" ? { status: 0, notice: "" } : await firstAdminLink(url);
  if (status !== 0) return status;
  return run(process.execPath, [join(root, "bin", "serve.mjs")], {
    env: { ...env, ...memoryEnv, PORT: String(port), THROUGHLINE_NOTICE: notice },
  });
}

stopChildrenOnSignal();
const isBuilt = (await ensureInstalled()) && (await ensureBuilt());
// From here on files are private to this user: they hold customers' messages and credentials. Packages are not: the
// tests' PostgreSQL server runs as another user where they run as root.
process.umask(0o077);
const status = isBuilt ? await migrate() : 1;
if (status === 0) await makeDemo();
process.exitCode = status === 0 ? await serve() : status;
