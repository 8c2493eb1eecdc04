import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { databaseEnv } from "@/lib/testing/postgres/folder-database";
import { freePort } from "./free-port";

export type Serving = {
  readonly url: string;
  readonly process: ChildProcess;
  /** Terminates the process; resolves when it has exited. */
  readonly end: () => Promise<void>;
};

type ServeOptions = {
  readonly data: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Called with the process's standard output and error. */
  readonly onOutput?: (text: string) => void;
};

/**
 * Serves the build on a free port; resolves when it responds.
 * @param script of `bin`: "start.mjs" creates the data first, "serve.mjs" serves existing data
 * @throws if the process exits before
 */
export async function serve(
  script: "start.mjs" | "serve.mjs",
  { data, env = {}, onOutput }: ServeOptions,
): Promise<Serving> {
  const child = spawn(process.execPath, [join(process.cwd(), "bin", script)], {
    env: {
      ...process.env,
      NEXT_TELEMETRY_DISABLED: "1",
      PORT: String(await freePort()),
      THROUGHLINE_DATA: data,
      ...databaseEnv(data),
      ...env,
    },
    // It finds its build from anywhere.
    cwd: tmpdir(),
    stdio: ["ignore", "pipe", "pipe"],
  });
  child.stderr.pipe(process.stderr);
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk: Buffer) => onOutput?.(chunk.toString()));
  }
  return { url: await addressOf(child), process: child, end: () => end(child) };
}

function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = "";
    child.stdout?.on("data", (chunk: Buffer) => {
      output += chunk.toString();
      const address = /is ready: (\S+)/.exec(output)?.[1];
      if (address !== undefined) resolve(address);
    });
    child.once("exit", (code) => {
      reject(new Error(`The server ended with ${String(code)} before it answered: ${output}`));
    });
  });
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, "exit");
  child.kill("SIGTERM");
  await gone;
}
