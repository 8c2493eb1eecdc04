import { cpSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runCli } from "@/lib/testing/run-cli";
import { serve } from "./serve";

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
  /** `shared`: the tests' admin is signed in here too: a cookie of this address holds for every port of it. */
  readonly accounts?: "shared" | "none";
  /** Whether it has the tests' demo too. */
  readonly hasDemo?: boolean;
  readonly env?: Readonly<Record<string, string>>;
};

/** The data that global set-up made: the demo, an empty workspace and the admin. Nothing writes there any more. */
export const seedData = process.env["E2E_DATA"] ?? "";
const accountFiles = /^(?:session-key$|access\.db)/u;
const demoFiles = /^demo\./u;

/**
 * Serves the build on a data folder of its own.
 * @param inputs files that are ingested before
 */
export async function startOwnServer(
  inputs: readonly string[],
  { accounts = "shared", hasDemo = false, env = {} }: OwnServerOptions = {},
): Promise<OwnServer> {
  const data = newFolder();
  if (accounts === "shared") copySeed(data, accountFiles);
  if (hasDemo) copySeed(data, demoFiles);
  if (inputs.length > 0) {
    const { code, stderr } = await runCli(["ingest", ...inputs], { data });
    if (code !== 0) throw new Error(`ingesting ended with ${String(code)}: ${stderr}`);
  }
  return startOn(data, env);
}

/** Serves the build on a copy of all that global set-up made. */
export function startSeededServer(): Promise<OwnServer> {
  const data = newFolder();
  copySeed(data, /./u);
  return startOn(data, {});
}

async function startOn(data: string, env: Readonly<Record<string, string>>): Promise<OwnServer> {
  const written: string[] = [];
  const start = () => serve("serve.mjs", { data, env, onOutput: (text) => written.push(text) });
  let running = await start();
  return {
    get url() {
      return running.url;
    },
    data,
    log: () => written.join(""),
    restart: async () => {
      await running.end();
      running = await start();
    },
    stop: async () => {
      await running.end();
      rmSync(data, { recursive: true, force: true });
    },
  };
}

function newFolder(): string {
  return mkdtempSync(join(tmpdir(), "throughline-e2e-own-"));
}

/** Copies the files of the seed that have such a name; SQLite makes the index of its log (-shm) anew. */
function copySeed(data: string, names: RegExp): void {
  const wanted = readdirSync(seedData).filter((name) => names.test(name) && !/-shm$/u.test(name));
  for (const name of wanted) {
    cpSync(join(seedData, name), join(data, name), { recursive: true });
  }
}
