import { Client } from "pg";
import { expect, it } from "vitest";
import { isKept, referencesSql } from "@/db/postgres/distribute";
import { distributions } from "@/db/postgres/distribution";
import { emptyLocation } from "@/lib/testing/postgres/folder-database";
import { standInForCitusSql } from "@/lib/testing/postgres/stand-in-for-citus";
import { syntheticExport } from "@/lib/testing/spans/synthetic-export";
import { withTestWorkspace } from "@/lib/testing/test-workspace";
import { distribute, openWriter } from "../open-database";

async function ask<Row extends object>(location: string, sql: string): Promise<Row[]> {
  const url = new URL(location);
  const namespace = url.searchParams.get("namespace") ?? "";
  url.searchParams.delete("namespace");
  const client = new Client(url.href);
  await client.connect();
  await client.query(`SET search_path TO ${namespace}, throughline_functions`);
  const { rows } = await client.query<Row>(sql);
  await client.end();
  return rows;
}

it("says what is missing where a database has no Citus, and where a workspace is a file", async () => {
  const location = await emptyLocation();
  await (await openWriter(location)).close();
  await expect(distribute(location)).rejects.toThrow(/no Citus: install it on every machine/);
  expect(() => distribute("/data/main.db")).toThrow(/in a file cannot be spread/);
});

it("spreads every table with its rows as it is described, once, and what is derived there is the same", async () => {
  const { requests } = syntheticExport(33, 12);
  const whole = await withTestWorkspace(async (workspace) => {
    await workspace.ingestRequests(requests);
    return workspace.digest();
  });
  await withTestWorkspace(async ({ db, ...workspace }) => {
    await workspace.ingestRequests(requests.slice(0, 4));
    await ask(db.path, standInForCitusSql);
    const tables = await ask<{ name: string }>(
      db.path,
      `SELECT tablename AS name FROM pg_tables
        WHERE schemaname = current_schema() AND tablename <> '__drizzle_migrations'`,
    );
    expect(tables.map(({ name }) => name).sort()).toEqual(Object.keys(distributions).sort());
    const spread = Object.values(distributions).filter((each) => each !== "coordinator").length;
    expect(await distribute(db.path)).toBe(spread);
    expect(await distribute(db.path)).toBe(0);
    const references = await ask<Parameters<typeof isKept>[0]>(db.path, referencesSql);
    const across = references.filter(
      (each) => distributions[each.from] !== "coordinator" && !isKept(each),
    );
    expect(across).toEqual([]);
    expect(references.map(({ from, into }) => `${from} ${into}`)).toContain("messages cases");
    await workspace.ingestRequests(requests);
    expect(await workspace.digest()).toBe(whole);
    // Sent again, and derived again, it finds what is there without the keys that Citus does not keep.
    await workspace.ingestRequests(requests);
    await ask(db.path, "INSERT INTO queue SELECT 'case', case_id, 0, 1 FROM cases");
    expect(await workspace.digest()).toBe(whole);
  });
});
