import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { connect } from "@/db/connect";
import { runCli } from "@/lib/testing/run-cli";

export type OwnServer = {
  /** Another one after `restart`. */
  readonly url: string;
  /** Ends it and serves the same data again. */
  readonly restart: () => Promise<void>;
  /** The data folder. */
  readonly data: string;
  /** What it has written on standard output and error. */
  readonly log: () => string;
  /** Ends it and takes its data away. */
  readonly stop: () => Promise<void>;
};

type OwnServerOptions = {
  /** `shared`: the tests' admin is signed in here too. */
  readonly accounts?: "shared" | "none";
  /** Whether it has the tests' demo too. */
  readonly hasDemo?: boolean;
  readonly env?: Readonly<Record<string, string>>;
};

const firstPort = 40_000;
const sharedData = process.env["E2E_DATA"] ?? "";

/**
 * Serves the build that stands on a data folder of its own.
 * @param inputs files that are ingested before
 */
export async function startOwnServer(
  inputs: readonly string[],
  { accounts = "shared", hasDemo = false, env = {} }: OwnServerOptions = {},
): Promise<OwnServer> {
  const data = mkdtempSync(join(tmpdir(), "throughline-e2e-own-"));
  if (accounts === "shared") copyAccounts(data);
  if (hasDemo) copyDatabase("demo.db", data);
  if (inputs.length > 0) {
    const { code, stderr } = await runCli(["ingest", ...inputs], { data });
    if (code !== 0) throw new Error(`ingesting ended with ${String(code)}: ${stderr}`);
  }
  const written: string[] = [];
  let running = await serve(data, env, written);
  return {
    get url() {
      return running.url;
    },
    data,
    log: () => written.join(""),
    restart: async () => {
      await end(running.child);
      running = await serve(data, env, written);
    },
    stop: async () => {
      await end(running.child);
      rmSync(data, { recursive: true, force: true });
    },
  };
}

async function serve(
  data: string,
  more: Readonly<Record<string, string>>,
  written: string[],
): Promise<{ readonly url: string; readonly child: ChildProcess }> {
  const port = String(firstPort + (process.pid % 10_000));
  const env = { ...process.env, PORT: port, THROUGHLINE_DATA: data };
  const child = spawn(process.execPath, [join(process.cwd(), "bin", "serve.mjs")], {
    env: { ...env, NEXT_TELEMETRY_DISABLED: "1", ...more },
    stdio: ["ignore", "pipe", "pipe"],
  });
  child.stderr.pipe(process.stderr);
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk: Buffer) => written.push(chunk.toString()));
  }
  const url = await new Promise<string>((resolve) => {
    let output = "";
    child.stdout.on("data", (chunk: Buffer) => {
      output += chunk.toString();
      const address = /is ready: (\S+)/.exec(output)?.[1];
      if (address !== undefined) resolve(address);
    });
  });
  return { url, child };
}

/** The tests' admin is signed in here too: a cookie of this address holds for every port of it. */
function copyAccounts(data: string): void {
  copyFileSync(join(sharedData, "session-key"), join(data, "session-key"));
  copyDatabase("access.db", data);
}

/** Copies a file of the tests' server while it is in use. */
function copyDatabase(name: string, data: string): void {
  const reader = connect(join(sharedData, name), "reader");
  reader.prepare("VACUUM INTO ?").run(join(data, name));
  reader.close();
}

async function end(child: ChildProcess): Promise<void> {
  const gone = once(child, "exit");
  child.kill("SIGTERM");
  await gone;
}
