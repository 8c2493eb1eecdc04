import { copyFileSync, existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { request, type FullConfig } from "@playwright/test";
import { copyFiles } from "@/lib/testing/postgres/copy-files";
import { startCluster } from "@/lib/testing/postgres/start-cluster";
import { adminState, makeToken, signInByRequest } from "./accounts";
import { chooseEngine, provideServer } from "./engine";
import { seedData } from "./own-server";
import { serve } from "./serve";

/**
 * Creates the initial data of every worker's server: the demo, the signed-in admin, and a token for ingest; and the same
 * on a PostgreSQL server, where a project is on it.
 * @returns ends that server
 */
export default async function setUp({ projects }: FullConfig): Promise<() => Promise<void>> {
  const run = process.env["THROUGHLINE_TEST_RUN"];
  if (run !== undefined && existsSync(join(run, "demo"))) takeDemo(join(run, "demo"));
  const { url, end } = await serve("start.mjs", { data: seedData });
  const admin = await request.newContext();
  await signInByRequest(admin, { url, data: seedData }, "admin");
  await admin.storageState({ path: adminState });
  await admin.dispose();
  await end();
  writeFileSync(`${adminState}.token`, await makeToken(seedData));
  if (!projects.some(({ name }) => name === "postgres")) return () => Promise.resolve();
  const cluster = await startCluster();
  provideServer(cluster.url);
  chooseEngine("postgres");
  await copyFiles(seedData, seedData, ["main", "demo", "access"]);
  return cluster.stop;
}

/** Begins with the demo workspace of the unit tests, whose replays are missing: the start completes it. */
function takeDemo(folder: string): void {
  mkdirSync(seedData);
  for (const name of ["key", "demo.json"]) copyFileSync(join(folder, name), join(seedData, name));
  copyFileSync(join(folder, "main.db"), join(seedData, "demo.db"));
}
