import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runCli } from "@/lib/testing/run-cli";

export type OwnServer = {
  /** Another one after `restart`. */
  readonly url: string;
  /** Ends it and serves the same data again. */
  readonly restart: () => Promise<void>;
  /** The data folder. */
  readonly data: string;
  /** Ends it and takes its data away. */
  readonly stop: () => Promise<void>;
};

/**
 * Serves the build that stands on a data folder of its own, without a demo.
 * @param inputs files that are ingested before
 */
export async function startOwnServer(inputs: readonly string[]): Promise<OwnServer> {
  const data = mkdtempSync(join(tmpdir(), "throughline-e2e-own-"));
  if (inputs.length > 0) {
    const { code, stderr } = await runCli(["ingest", ...inputs], { data });
    if (code !== 0) throw new Error(`ingesting ended with ${String(code)}: ${stderr}`);
  }
  let running = await serve(data);
  return {
    get url() {
      return running.url;
    },
    data,
    restart: async () => {
      await end(running.child);
      running = await serve(data);
    },
    stop: async () => {
      await end(running.child);
      rmSync(data, { recursive: true, force: true });
    },
  };
}

async function serve(
  data: string,
): Promise<{ readonly url: string; readonly child: ChildProcess }> {
  const next = join(process.cwd(), "node_modules", "next", "dist", "bin", "next");
  const args = [next, "start", "--hostname", "127.0.0.1", "--port", "0"];
  const child = spawn(process.execPath, args, {
    env: { ...process.env, THROUGHLINE_DATA: data, NEXT_TELEMETRY_DISABLED: "1" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const url = await new Promise<string>((resolve) => {
    let output = "";
    child.stdout.on("data", (chunk: Buffer) => {
      output += chunk.toString();
      const address = /http:\/\/127\.0\.0\.1:\d+/.exec(output)?.[0];
      if (address !== undefined && output.includes("Ready in")) resolve(address);
    });
  });
  return { url, child };
}

async function end(child: ChildProcess): Promise<void> {
  const gone = once(child, "exit");
  child.kill("SIGTERM");
  await gone;
}
