import { existsSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { ensureBuilt, nextCommand, nextEnv } from "./tools/build.mjs";
import { ensureInstalled } from "./tools/install.mjs";
import { dataFolder, root } from "./tools/paths.mjs";
import { freePort } from "./tools/port.mjs";
import { run, stopChildrenOnSignal } from "./tools/run.mjs";

const env = { ...nextEnv, THROUGHLINE_DATA: dataFolder() };

/** Applies pending migrations through the command line, which owns them. */
async function migrate() {
  const cli = join(root, "dist", "cli.mjs");
  return !existsSync(cli) || (await run(process.execPath, [cli, "migrate"], { env })) === 0;
}

/** Makes the demo workspace at the first start. Without it the app serves all the same. */
async function makeDemo() {
  const cli = join(root, "dist", "cli.mjs");
  if (!existsSync(cli)) return;
  const status = await run(process.execPath, [cli, "demo"], { env });
  if (status !== 0)
    console.error("The demo workspace could not be made; the rest works without it.");
}

async function serve() {
  const port = await freePort(Number(process.env.PORT ?? 3000));
  const address = `http://127.0.0.1:${port}`;
  return run(
    process.execPath,
    [nextCommand, "start", "--hostname", "127.0.0.1", "--port", String(port)],
    {
      env,
      stdio: ["ignore", "pipe", "inherit"],
      onStart: (child) => passOnAfterReady(child.stdout, `Throughline is ready: ${address}`),
    },
  );
}

/** Leaves out Next's own banner, which would print the address a second time. */
function passOnAfterReady(stdout, announcement) {
  let isReady = false;
  createInterface({ input: stdout }).on("line", (line) => {
    if (isReady) return console.log(line);
    isReady = line.includes("Ready in");
    if (isReady) console.log(announcement);
  });
}

stopChildrenOnSignal();
const ready = (await ensureInstalled()) && (await ensureBuilt()) && (await migrate());
if (ready) await makeDemo();
process.exitCode = ready ? await serve() : 1;
