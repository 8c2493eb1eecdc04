import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { build } from "esbuild";

export type TestServer = {
  readonly url: string;
  readonly child: ChildProcess;
  /** Everything it printed. */
  readonly output: () => string;
  /** Kills it like a crash; resolves when it has exited. */
  readonly kill: () => Promise<void>;
};

/** Bundles the ingest server. @param folder where the bundle goes. @returns its path */
export async function bundleServer(folder: string): Promise<string> {
  const outfile = join(folder, "ingest-server.mjs");
  await build({
    entryPoints: ["lib/testing/ingest-server.ts"],
    outfile,
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    // CommonJS dependencies inside an ES module still call require().
    banner: {
      js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);',
    },
    logLevel: "silent",
  });
  return outfile;
}

/** @property env more of its environment */
export type ServerPlace = {
  readonly data: string;
  readonly env?: Readonly<Record<string, string>>;
};

/**
 * Starts the ingest server on a data folder.
 * @param bundle from `bundleServer`
 * @param place its data folder, or more
 * @param fileLimitBytes how long a file it writes may get; default: as long as there is space
 */
export async function startServer(
  bundle: string,
  place: string | ServerPlace,
  fileLimitBytes?: number,
): Promise<TestServer> {
  const { data, env: more }: ServerPlace = typeof place === "string" ? { data: place } : place;
  const env = { ...process.env, THROUGHLINE_DATA: data, ...more };
  // POSIX counts in blocks of 512 bytes.
  const limit = fileLimitBytes === undefined ? "" : `ulimit -f ${String(fileLimitBytes >> 9)};`;
  const args = ["-c", `${limit} exec "$@"`, "sh", process.execPath, bundle];
  const child = spawn("sh", args, { env, stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  const listening = new Promise<string>((resolve, reject) => {
    child.once("exit", () => reject(new Error(`The ingest server ended: ${output}`)));
    child.stdout.on("data", (chunk: Buffer) => {
      output += chunk.toString();
      const port = /^\d+$/m.exec(output)?.[0];
      if (port !== undefined) resolve(port);
    });
  });
  child.stderr.on("data", (chunk: Buffer) => (output += chunk.toString()));
  const url = `http://127.0.0.1:${await listening}/v1/traces`;
  return {
    url,
    child,
    output: () => output,
    kill: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const gone = once(child, "exit");
      child.kill("SIGKILL");
      await gone;
    },
  };
}
