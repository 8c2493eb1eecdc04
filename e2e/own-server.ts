import type { ChildProcess } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { DatabaseName } from "@/lib/domain/workspace";
import { databaseEnv, dropDatabase, makeDatabase } from "@/lib/testing/postgres/folder-database";
import { runCli } from "@/lib/testing/run-cli";
import { serve } from "./serve";

export type OwnServer = {
  readonly url: string;
  readonly process: ChildProcess;
  /** Restarts the server on the same data, at the same address. */
  readonly restart: () => Promise<void>;
  readonly data: string;
  /** Its standard output and error so far. */
  readonly log: () => string;
  /** Stops the server and deletes its data. */
  readonly stop: () => Promise<void>;
};

type OwnServerOptions = {
  /** `shared`: the test admin is signed in here too: cookies are shared by all ports of a host. */
  readonly accounts?: "shared" | "none";
  readonly hasDemo?: boolean;
  /** Of a proxy to the PostgreSQL server; absent: the server's own. */
  readonly databasePort?: number;
  readonly env?: Readonly<Record<string, string>>;
};

/** Data created by global set-up: the demo, an empty workspace and the admin. Read only. */
export const seedData = process.env["E2E_DATA"] ?? "";
const accountFiles = /^(?:session-key$|access\.db)/u;
const demoFiles = /^demo\./u;

/**
 * Serves the build on a separate data folder.
 * @param inputs files to ingest first
 */
export async function startOwnServer(
  inputs: readonly string[],
  { accounts = "shared", hasDemo = false, databasePort, env = {} }: OwnServerOptions = {},
): Promise<OwnServer> {
  const data = newFolder();
  if (accounts === "shared") copySeed(data, accountFiles);
  if (hasDemo) copySeed(data, demoFiles);
  const without: DatabaseName[] = [];
  if (accounts === "none") without.push("access");
  if (!hasDemo) without.push("demo");
  await makeDatabase(data, { from: seedData, without });
  if (inputs.length > 0) {
    const { code, stderr } = await runCli(["ingest", ...inputs], { data });
    if (code !== 0) throw new Error(`ingesting ended with ${String(code)}: ${stderr}`);
  }
  const database = databasePort === undefined ? {} : databaseEnv(data, databasePort);
  return startOn(data, { ...database, ...env });
}

/** Serves the build on a copy of the data of global set-up. */
export async function startSeededServer(): Promise<OwnServer> {
  const data = newFolder();
  copySeed(data, /./u);
  await makeDatabase(data, { from: seedData });
  return startOn(data, {});
}

/** Serves another server's workspaces beside it, from a data folder of its own: as another machine would. */
export function startBeside(
  first: OwnServer,
  env: Readonly<Record<string, string>>,
): Promise<OwnServer> {
  return startOn(newFolder(), { ...databaseEnv(first.data), ...env });
}

async function startOn(data: string, env: Readonly<Record<string, string>>): Promise<OwnServer> {
  const written: string[] = [];
  const start = (own: Readonly<Record<string, string>>) =>
    serve("serve.mjs", { data, env: own, onOutput: (text) => written.push(text) });
  let running = await start(env);
  return {
    get url() {
      return running.url;
    },
    get process() {
      return running.process;
    },
    data,
    log: () => written.join(""),
    restart: async () => {
      await running.end();
      // The same address, so that open pages find it again.
      running = await start({ ...env, PORT: new URL(running.url).port });
    },
    stop: async () => {
      await running.end();
      await dropDatabase(data);
      rmSync(data, { recursive: true, force: true });
    },
  };
}

function newFolder(): string {
  return mkdtempSync(join(tmpdir(), "throughline-e2e-own-"));
}

/** Copies the matching seed files; SQLite recreates the index of its log (-shm). */
function copySeed(data: string, names: RegExp): void {
  const wanted = readdirSync(seedData).filter((name) => names.test(name) && !/-shm$/u.test(name));
  for (const name of wanted) {
    cpSync(join(seedData, name), join(data, name), { recursive: true });
  }
}
