import { once } from "node:events";
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { loadPostgres } from "./load-postgres";

/** A PostgreSQL server of the tests' own. */
export type Cluster = {
  /** Of its first database, with the right to do everything. */
  readonly url: string;
  readonly stop: () => Promise<void>;
  /** Asks it directly. @returns rows */
  readonly ask: (sql: string) => Promise<readonly unknown[]>;
  /** Stops it at once as `pg_ctl stop -m immediate` does: what it held in memory is gone. */
  readonly crash: () => Promise<void>;
  /** Starts it after a crash. */
  readonly recover: () => Promise<void>;
};

/**
 * Starts a new, empty PostgreSQL server on a free port, in a temporary folder that goes with it. It trades safety on a
 * power cut for speed.
 * @param isDurable whether what was committed is there after a crash of the server
 * @param modules where it is installed
 * @throws Error with what the server printed, where it does not start
 */
export async function startCluster(
  isDurable = false,
  modules = join(process.cwd(), "node_modules"),
): Promise<Cluster> {
  const printed: string[] = [];
  const folder = mkdtempSync(join(tmpdir(), "throughline-postgres-"));
  chmodSync(folder, 0o755);
  const databaseDir = join(folder, "data");
  const port = await findFreePort();
  const password = "throughline";
  const Postgres = await loadPostgres(modules, folder);
  const server = new Postgres({
    ...{ databaseDir, port, password, user: "postgres", persistent: false },
    // As servers are set up today; a password in clear would be asked for.
    authMethod: "scram-sha-256",
    // PostgreSQL refuses to run as root.
    createPostgresUser: userInfo().uid === 0,
    initdbFlags: ["--encoding=UTF8", "--locale=C", "--no-sync"],
    postgresFlags: [
      ...["-c", "fsync=off", "-c", "full_page_writes=off"],
      ...["-c", `synchronous_commit=${isDurable ? "on" : "off"}`],
      // A served workspace takes some 20 connections, and several are served at once.
      ...["-c", "max_connections=400"],
      ...["-c", "listen_addresses=127.0.0.1", "-c", `unix_socket_directories=${databaseDir}`],
    ],
    onLog: (line) => printed.push(line),
    onError: (error) => printed.push(String(error)),
  });
  // It is given its password in a file.
  const umask = process.umask(0o022);
  try {
    await server.initialise();
    await server.start();
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw new Error(`PostgreSQL does not start: ${printed.join("\n")}`, { cause: error });
  } finally {
    process.umask(umask);
  }
  return {
    url: `postgres://postgres:${password}@127.0.0.1:${String(port)}/postgres`,
    stop: async () => {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
    ask: async (sql) => {
      const client = server.getPgClient("postgres", "127.0.0.1");
      await client.connect();
      try {
        return (await client.query(sql)).rows as unknown[];
      } finally {
        await client.end();
      }
    },
    crash: () => stopAtOnce(join(databaseDir, "postmaster.pid")),
    recover: () => server.start(),
  };
}

/** The first line of the file is the server's process id; the file goes when it has ended. */
async function stopAtOnce(pidFile: string): Promise<void> {
  const [pid] = readFileSync(pidFile, "utf8").split("\n");
  process.kill(Number(pid), "SIGQUIT");
  while (existsSync(pidFile)) await wait(10);
}

/** A port that the system says is free. */
async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (address === null || typeof address === "string") throw new Error("There is no free port.");
  return address.port;
}
