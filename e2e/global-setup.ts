import { writeFileSync } from "node:fs";
import { request, type FullConfig } from "@playwright/test";
import { beginNotes, endNotes } from "@/lib/store/copy/copy-notes";
import { copyRows } from "@/lib/store/copy/copy-rows";
import { openReader, openWriter } from "@/lib/store/open-database";
import { locationIn, makeDatabase } from "@/lib/testing/postgres/folder-database";
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
  await copySeed();
  return cluster.stop;
}

async function copySeed(): Promise<void> {
  const names = ["main", "demo", "access"] as const;
  const files = names.map((name) => [name, locationIn(seedData, name)] as const);
  chooseEngine("postgres");
  await makeDatabase(seedData);
  for (const [name, file] of files) {
    const from = openReader(file);
    const schema = name === "access" ? "access" : "workspace";
    const target = await openWriter(locationIn(seedData, name), 0, schema);
    await beginNotes(target, schema, "");
    await from.read((source) => copyRows({ source, target, schema, onDone: () => undefined }));
    await endNotes(target);
    await from.close();
    await target.close();
  }
}
