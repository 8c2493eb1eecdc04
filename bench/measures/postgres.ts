import { once } from "node:events";
import { copyFiles } from "@/lib/testing/postgres/copy-files";
import { databaseEnv, makeDatabase } from "@/lib/testing/postgres/folder-database";
import { startCluster } from "@/lib/testing/postgres/start-cluster";
import { serverVariable } from "@/lib/testing/postgres/test-server";

export type CopyCasesOptions = { readonly folder: string; readonly server: string };

/** Runs a PostgreSQL server until its input ends, and prints `{ url }` as JSON once it answers. */
export async function servePostgres(): Promise<null> {
  const cluster = await startCluster();
  console.log(JSON.stringify({ url: cluster.url }));
  await once(process.stdin.resume(), "end");
  await cluster.stop();
  return null;
}

/**
 * Copies a data folder's cases to a PostgreSQL server.
 * @param server its URL
 * @returns the environment in which they are read there
 */
export async function copyCases({ folder, server }: CopyCasesOptions) {
  process.env[serverVariable] = server;
  await copyFiles(folder, folder, ["main"]);
  return databaseEnv(folder);
}

/** Lets this process keep a data folder's workspaces on a PostgreSQL server. @param server its URL */
export async function useDatabase(folder: string, server: string): Promise<void> {
  process.env[serverVariable] = server;
  await makeDatabase(folder);
  Object.assign(process.env, databaseEnv(folder));
}
