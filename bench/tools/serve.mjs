import { spawn } from "node:child_process";
import { join } from "node:path";
import { root } from "../../bin/tools/paths.mjs";

/** Serves the current build on a data folder, at a port if one is named. Resolves to its URL and process when ready. */
export async function serve(data, port = undefined) {
  // As bin/start.mjs and deploy/ have it.
  const memory = { MALLOC_ARENA_MAX: "1", NODE_OPTIONS: "--max-old-space-size=1024" };
  const own = { THROUGHLINE_DATA: data, NEXT_TELEMETRY_DISABLED: "1", ...memory };
  const env = { ...process.env, ...own, ...(port === undefined ? {} : { PORT: port }) };
  const child = spawn(process.execPath, [join(root, "bin/serve.mjs")], {
    cwd: root,
    env,
    stdio: ["ignore", "pipe", 2],
  });
  const url = await new Promise((resolve, reject) => {
    let printed = "";
    child.on("close", () => reject(new Error("The server ended; was it built?")));
    child.stdout.on("data", (chunk) => {
      printed += chunk;
      const address = /is ready: (\S+)/.exec(printed)?.[1];
      if (address !== undefined) resolve(address);
    });
  });
  return { url, child };
}
