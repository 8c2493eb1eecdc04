import type { TestProject } from "vitest/node";
import { startCluster } from "./start-cluster";

declare module "vitest" {
  // Only an interface can be merged with vitest's own.
  // oxlint-disable-next-line typescript/consistent-type-definitions
  interface ProvidedContext {
    readonly postgresUrl?: string;
  }
}

/** Starts a PostgreSQL server for one project's tests, which make their workspaces there. @returns ends it */
export default async function provideCluster(project: TestProject): Promise<() => Promise<void>> {
  const cluster = await startCluster();
  project.provide("postgresUrl", cluster.url);
  return cluster.stop;
}
