import type { TestProject } from "vitest/node";
import { clusterKey } from "./cluster-key";
import { startCluster } from "./start-cluster";

/** Starts a PostgreSQL server for one project's tests, which make their workspaces there. @returns ends it */
export default async function provideCluster(project: TestProject): Promise<() => Promise<void>> {
  const cluster = await startCluster();
  project.provide(clusterKey, cluster.url as never);
  return cluster.stop;
}
