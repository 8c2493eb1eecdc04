import type { TestProject } from "vitest/node";
import { openWriter } from "@/lib/store/open-database";
import { clusterKey } from "./cluster-key";
import { startCluster } from "./start-cluster";

/** Starts a PostgreSQL server for one project's tests, which make their workspaces there. @returns ends it */
export default async function provideCluster(project: TestProject): Promise<() => Promise<void>> {
  const cluster = await startCluster();
  await prepareNewDatabases(cluster.url);
  project.provide(clusterKey, cluster.url as never);
  return cluster.stop;
}

/** New databases are copies of `template1`: they have all tables at once. */
async function prepareNewDatabases(server: string): Promise<void> {
  for (const name of ["main", "access"] as const) {
    const url = new URL(server);
    url.pathname = "template1";
    url.searchParams.set("namespace", `throughline_${name}`);
    await (await openWriter(url.href, 0, name === "main" ? "workspace" : "access")).close();
  }
}
