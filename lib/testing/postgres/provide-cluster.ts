import { locationVariable } from "../empty-location";
import { startCluster } from "./start-cluster";

/** Starts a PostgreSQL server for the project's tests, which make their workspaces there. @returns ends it */
export default async function provideCluster(): Promise<() => Promise<void>> {
  const cluster = await startCluster();
  process.env[locationVariable] = cluster.url;
  return cluster.stop;
}
