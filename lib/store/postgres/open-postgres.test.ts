import { once } from "node:events";
import { connect, createServer, type AddressInfo, type Socket } from "node:net";
import { Client } from "pg";
import { describe, expect, it } from "vitest";
import { createScratch, runCli } from "@/lib/testing/run-cli";
import { serverVariable } from "@/lib/testing/postgres/test-server";
import { hasSpans } from "../cases/counts";
import { openReader, openWriter } from "../open-database";
import { nextRevision } from "../queue";
import { createPostgresClaims } from "./postgres-claims";

const server = process.env[serverVariable] ?? "";

function locationWith(change: (url: URL) => void): string {
  const url = new URL(server);
  url.searchParams.set("namespace", "opened_main");
  change(url);
  return url.href;
}

async function asOwner(...statements: string[]): Promise<void> {
  const client = new Client(server);
  await client.connect();
  for (const sql of statements) await client.query(sql);
  await client.end();
}

describe("what cannot be opened is said in one sentence, without the password", () => {
  it.each([
    [
      "a wrong password",
      (url: URL) => (url.password = "wrong"),
      /does not let this user in/,
      "database-refused",
    ],
    [
      "a database that is not there",
      (url: URL) => (url.pathname = "/nowhere"),
      /does not exist/,
      "database-refused",
    ],
    [
      "a server that is not there",
      (url: URL) => (url.port = "1"),
      /does not answer/,
      "database-unavailable",
    ],
    [
      "a host that nobody knows",
      (url: URL) => (url.hostname = "no.invalid"),
      /host .* not known/,
      "database-unavailable",
    ],
    [
      "a server without TLS where the URL asks for it",
      (url: URL) => url.searchParams.set("sslmode", "require"),
      /not encrypted as its URL asks/,
      "database-refused",
    ],
    [
      "a certificate's file that is not there",
      (url: URL) => url.searchParams.set("sslrootcert", "/nowhere/ca.pem"),
      /sslrootcert.* cannot be read/,
      "database-refused",
    ],
  ])("%s", async (_name, change, sentence, digest) => {
    const location = locationWith(change);
    const opening = openWriter(location);
    await expect(opening).rejects.toMatchObject({
      code: "unavailable",
      digest,
      message: expect.stringMatching(sentence) as string,
    });
    await expect(opening).rejects.not.toThrow(/wrong|throughline:/u);
  });

  it.each([
    ["that may not create a schema", "LOGIN", /lacks a right/],
    ["that may not sign in", "NOLOGIN", /does not let this user in/],
  ])("a user %s", async (_name, attribute, sentence) => {
    await asOwner("DROP ROLE IF EXISTS guest", `CREATE ROLE guest ${attribute} PASSWORD 'guest'`);
    const location = locationWith((url) => ([url.username, url.password] = ["guest", "guest"]));
    await expect(openWriter(location)).rejects.toMatchObject({
      digest: "database-refused",
      message: expect.stringMatching(sentence) as string,
    });
  });

  it("a password that lacks, by a command that ends at once and is not to be tried again", async () => {
    // Who waits for the server to end such a connection outlasts the test.
    await asOwner("ALTER SYSTEM SET authentication_timeout = '10min'", "SELECT pg_reload_conf()");
    const location = locationWith((url) => (url.password = ""));
    const scratch = createScratch();
    const env = { THROUGHLINE_DATABASE_URL: location, PGPASSWORD: "" };
    const { code, stderr } = await runCli(["migrate"], { data: scratch.folder(), env });
    scratch.remove();
    expect([code, stderr]).toEqual([2, expect.stringMatching(/password/u)]);
  });

  it("a database of another encoding", async () => {
    await asOwner(
      "DROP DATABASE IF EXISTS latin",
      "CREATE DATABASE latin ENCODING 'LATIN1' TEMPLATE template0 LC_COLLATE 'C' LC_CTYPE 'C'",
    );
    const location = locationWith((url) => (url.pathname = "/latin"));
    await expect(openWriter(location)).rejects.toMatchObject({
      code: "unsupported",
      message: expect.stringMatching(/UTF8; this is \d+ with LATIN1/) as string,
    });
  });
});

it("a workspace is read once it has its tables, and until then says that they are being made", async () => {
  const location = locationWith((url) => url.searchParams.set("namespace", "new_main"));
  const reader = openReader(location);
  await expect(hasSpans(reader)).rejects.toMatchObject({
    code: "unavailable",
    digest: "tables-unready",
    message: expect.stringMatching(/being made/) as string,
  });
  await (await openWriter(location)).close();
  expect(await hasSpans(reader)).toBe(false);
  const mistake = reader.read((connection) =>
    connection.prepare("SELECT nothing FROM spans", "objects").get(),
  );
  await expect(mistake).rejects.toThrow(/column "nothing" does not exist/);
  await reader.close();
});

it("a workspace that has its tables is not opened while data are being copied into it", async () => {
  const location = locationWith((url) => url.searchParams.set("namespace", "filled_main"));
  await (await openWriter(location)).close();
  await asOwner("CREATE SCHEMA filled_main_draft");
  await expect(openWriter(location)).rejects.toThrow(/being copied/);
  await asOwner("DROP SCHEMA filled_main_draft");
  await (await openWriter(location)).close();
});

it("a workspace that a newer program brought up to date is not opened to write", async () => {
  const location = locationWith((url) => url.searchParams.set("namespace", "newer_main"));
  const db = await openWriter(location);
  const later = "INSERT INTO __drizzle_migrations (hash, created_at) VALUES ('of later', 9e12)";
  await db.write((connection) => connection.exec(later));
  await db.close();
  await expect(openWriter(location)).rejects.toMatchObject({
    code: "unsupported",
    message: expect.stringMatching(/newer_main.*Use the version.*newer/u) as unknown,
  });
});

it("options in the URL are the server's besides those of the store", async () => {
  const db = await openWriter(
    locationWith((url) =>
      url.searchParams.set("options", "-c statement_timeout=54321 -c idle_session_timeout=9"),
    ),
  );
  const sql = `SELECT current_setting('statement_timeout') AS theirs,
    current_setting('lock_timeout') AS ours, current_setting('idle_session_timeout') AS idle, current_schema() AS namespace`;
  const row = await db.write((connection) => connection.prepare(sql, "objects").get());
  expect(row).toEqual({ theirs: "54321ms", ours: "5s", idle: "0", namespace: "opened_main" });
  await db.close();
});

describe("a server that ends connections", () => {
  it("fails what is under way, and answers what comes next", async () => {
    const location = locationWith((url) => url.searchParams.set("namespace", "ended_main"));
    const db = await openWriter(location);
    const revision = () => db.write((connection) => nextRevision(connection));
    const first = await revision();
    const cut = db.write(async (connection) => {
      await nextRevision(connection);
      const own = await connection.prepare("SELECT pg_backend_pid() AS pid", "objects").get();
      await asOwner(`SELECT pg_terminate_backend(${String((own as { pid: number }).pid)})`);
      return nextRevision(connection);
    });
    await expect(cut).rejects.toMatchObject({ code: "unavailable" });
    expect(await revision()).toBe(first + 1);
    await db.close();
  });
});

describe("what the server's state refuses is no fault of a statement or a case", () => {
  it.each([
    ["a server that takes no writes", "SET default_transaction_read_only = on", /takes no writes/],
    [
      "a statement that takes longer than it may",
      "SET statement_timeout = 30",
      /statement_timeout/,
    ],
  ])("%s", async (_name, setting, sentence) => {
    const db = await openWriter(locationWith(() => undefined));
    await db.write((connection) => connection.exec(setting));
    const work = db.write(async (connection) => {
      await connection.prepare("SELECT pg_sleep(0.1)", "objects").get();
      return nextRevision(connection);
    });
    await expect(work).rejects.toMatchObject({
      code: "unavailable",
      message: expect.stringMatching(sentence) as string,
    });
    await db.close();
  });
});

/** Most of them last as long as a time limit does, and do so side by side. */
describe("one who hangs", () => {
  it("is told that the server does not answer, once it goes on", async () => {
    const db = await openWriter(locationWith(() => undefined));
    await db.write((connection) => connection.exec("SET idle_in_transaction_session_timeout = 30"));
    const client = new Client(server);
    await client.connect();
    const work = db.write(async (connection) => {
      const own = await connection.prepare("SELECT pg_backend_pid() AS pid", "objects").get();
      const sql = "SELECT FROM pg_stat_activity WHERE pid = $1";
      const { pid } = own as { pid: number };
      await expect.poll(async () => (await client.query(sql, [pid])).rowCount).toBe(0);
      return nextRevision(connection);
    });
    await expect(work).rejects.toMatchObject({ code: "unavailable" });
    await Promise.all([client.end(), db.close()]);
  });

  it.concurrent("is told so where its way to the server is gone, and another one is not", async ({
    expect,
  }) => {
    const proxy = await startProxy(new URL(server));
    const db = await openWriter(locationWith((url) => (url.port = String(proxy.port))));
    const work = db.write(async (connection) => {
      await nextRevision(connection);
      proxy.silence();
      return nextRevision(connection);
    });
    await expect(work).rejects.toMatchObject({ code: "unavailable" });
    // The server ends the session that is left, and with it the lock, when it has said nothing for half a minute.
    const isWritten = () => db.write((connection) => nextRevision(connection)).then(Boolean);
    await expect.poll(() => isWritten().catch(() => false)).toBe(true);
    await db.close();
    proxy.cut();
    await proxy.close();
  });

  it.concurrent("is not told so of a statement that takes its time", async ({ expect }) => {
    const db = await openWriter(locationWith(() => undefined));
    const sql = "SELECT pg_sleep(17), 1 AS done";
    const row = await db.read((connection) => connection.prepare(sql, "objects").get());
    expect(row).toMatchObject({ done: 1 });
    await db.close();
  });

  it.concurrent("keeps what it claimed for a while only, and claims again as if nothing had been", async ({
    expect,
  }) => {
    const config = { connectionString: server };
    const [hanging, other] = [createPostgresClaims(config, 2000), createPostgresClaims(config)];
    await other.take([], 0);
    expect(await hanging.take(["case 1", "case 2"], 2)).toEqual(new Set(["case 1", "case 2"]));
    expect(await other.take(["case 1"], 1)).toEqual(new Set());
    await expect.poll(() => other.take(["case 1"], 1)).toEqual(new Set(["case 1"]));
    expect(await hanging.take(["case 1", "case 2"], 2)).toEqual(new Set(["case 2"]));
    await Promise.all([hanging.close(), other.close()]);
  });

  it.concurrent("is not waited for when a store is closed and its server is gone without a word", async () => {
    const proxy = await startProxy(new URL(server));
    const db = await openWriter(locationWith((url) => (url.port = String(proxy.port))));
    await db.claims?.take(["case 4"], 1);
    proxy.silence();
    await db.close();
    proxy.cut();
    await proxy.close();
  });

  it.concurrent("is said not to answer where it is a server that takes a connection and says nothing", async ({
    expect,
  }) => {
    const silent = createServer().listen(0, "127.0.0.1");
    await once(silent, "listening");
    const { port } = silent.address() as AddressInfo;
    const location = locationWith((url) => (url.port = String(port)));
    const reader = openReader(location);
    const unavailable = { code: "unavailable" };
    await Promise.all([
      expect(openWriter(location)).rejects.toMatchObject(unavailable),
      expect(reader.hasNewestSchema()).rejects.toMatchObject(unavailable),
    ]);
    await reader.close();
    silent.close();
  });

  it("is noticed by the server in the midst of a statement where its process is gone", async () => {
    const proxy = await startProxy(new URL(server));
    const db = await openWriter(locationWith((url) => (url.port = String(proxy.port))));
    const sql = "SELECT pg_sleep(600) AS gone";
    const work = db.write((connection) => connection.prepare(sql, "objects").get());
    const cut = expect(work).rejects.toThrow();
    const client = new Client(server);
    await client.connect();
    const isRunning = async () => {
      const found = await client.query(
        "SELECT FROM pg_stat_activity WHERE query = $1 AND state = 'active'",
        [sql],
      );
      return found.rowCount === 1;
    };
    await expect.poll(isRunning).toBe(true);
    proxy.cut();
    await cut;
    await expect.poll(isRunning).toBe(false);
    await Promise.all([client.end(), db.close(), proxy.close()]);
  });

  it("is ended by the server in the midst of a transaction", async () => {
    const db = await openWriter(locationWith(() => undefined));
    const sql = "SELECT current_setting('idle_in_transaction_session_timeout') AS limit";
    const row = await db.write((connection) => connection.prepare(sql, "objects").get());
    expect(row).toEqual({ limit: "30s" });
    await db.close();
  });

  it("is not whoever holds nothing", async () => {
    const claims = createPostgresClaims({ connectionString: server }, 300);
    await claims.take(["case 3"], 1);
    await claims.release();
    const sql =
      "SELECT count(*) AS count FROM pg_stat_activity WHERE query LIKE '%unlock_all(), set_config%' AND state = 'idle'";
    const client = new Client(server);
    await client.connect();
    const count = async () => (await client.query<{ count: string }>(sql)).rows[0]?.count;
    const before = await count();
    await client.query("SELECT pg_sleep(0.6)");
    expect(await count()).toBe(before);
    await Promise.all([client.end(), claims.close()]);
  });
});

describe("transactions", () => {
  it("of a reader are of one moment, and those of two writers come one after the other", async () => {
    const location = locationWith((url) => url.searchParams.set("namespace", "apart_main"));
    const [one, other] = [await openWriter(location), await openWriter(location)];
    const reader = openReader(location);
    const valueSql = "SELECT value FROM sequence";
    await reader.read(async (connection) => {
      const value = () => connection.prepare(valueSql, "objects").get();
      const before = await value();
      await one.write((written) => nextRevision(written));
      expect(await value()).toEqual(before);
    });
    const many = await Promise.all(
      Array.from({ length: 20 }, (_, at) =>
        (at % 2 === 0 ? one : other).write((connection) => nextRevision(connection)),
      ),
    );
    expect(new Set(many).size).toBe(20);
    await Promise.all([one.close(), other.close(), reader.close()]);
  });
});

/**
 * Stands between a process and its server, and cuts all connections at once, as a process that is killed does, or passes
 * nothing on any more, as a firewall that lost what it knew.
 */
async function startProxy({ hostname, port }: URL) {
  const sockets = new Set<Socket>();
  const proxy = createServer((client) => {
    const toServer = connect(Number(port), hostname);
    for (const [one, other] of [
      [client, toServer],
      [toServer, client],
    ] as const) {
      sockets.add(one);
      one.on("error", () => undefined);
      one.pipe(other);
    }
  });
  proxy.listen(0, hostname);
  await once(proxy, "listening");
  return {
    port: (proxy.address() as AddressInfo).port,
    cut: () => {
      for (const socket of sockets) socket.destroy();
    },
    silence: () => {
      for (const socket of sockets) socket.unpipe().pause();
    },
    close: () => new Promise((resolve) => proxy.close(resolve)),
  };
}
