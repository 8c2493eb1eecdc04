import { randomUUID } from "node:crypto";
import { openProxy, type ProxyState } from "../postgres/open-proxy";
import { startCluster, type Cluster } from "../postgres/start-cluster";
import type { Databases } from "./fault-material";

/** A PostgreSQL server that faults are tried on, behind a proxy that can be shut. */
export type FaultServer = Pick<Cluster, "crash" | "recover" | "stop"> & {
  /** What a sentence must not hold. */
  readonly secrets: readonly string[];
  readonly databases: Databases;
  readonly setProxy: (state: ProxyState) => void;
  /** Ends the connections of Throughline's processes to a database. @returns how many */
  readonly cutConnections: (url: string) => Promise<number>;
};

/** Starts a server of its own, since what happens to it happens to all its databases. */
export async function startFaultServer(): Promise<FaultServer> {
  const cluster = await startCluster(true);
  const own = new URL(cluster.url);
  const proxy = await openProxy(Number(own.port));
  // The tests' usual password is a word that sentences have.
  const [user, password] = ["tester", randomUUID()];
  await cluster.ask(`CREATE ROLE ${user} LOGIN SUPERUSER PASSWORD '${password}'`);
  const urlOf = (database: string) => {
    const url = new URL(own);
    url.pathname = `/${database}`;
    [url.port, url.username, url.password] = [String(proxy.port), user, password];
    return url.href;
  };
  async function create(from = ""): Promise<string> {
    const name = `faults_${randomUUID().replaceAll("-", "")}`;
    await cluster.ask(`CREATE DATABASE ${name}${from}`);
    return urlOf(name);
  }
  return {
    crash: cluster.crash,
    recover: cluster.recover,
    stop: async () => {
      proxy.close();
      await cluster.stop();
    },
    secrets: [password, own.port, String(proxy.port), own.hostname],
    databases: {
      create: () => create(),
      copy: (url) => create(` TEMPLATE ${databaseOf(url)}`),
    },
    setProxy: proxy.set,
    cutConnections: async (url) =>
      (
        await cluster.ask(
          `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
            WHERE application_name = 'throughline' AND datname = '${databaseOf(url)}'`,
        )
      ).length,
  };
}

const databaseOf = (url: string) => new URL(url).pathname.slice(1);
