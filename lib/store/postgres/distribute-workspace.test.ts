import { Client } from "pg";
import { expect, it } from "vitest";
import { isKept, referencesSql } from "@/db/postgres/distribute";
import { distributions } from "@/db/postgres/distribution";
import { emptyLocation } from "@/lib/testing/postgres/folder-database";
import { standInForCitusSql, workersFunctions } from "@/lib/testing/postgres/stand-in-for-citus";
import { syntheticExport } from "@/lib/testing/spans/synthetic-export";
import { withTestWorkspace } from "@/lib/testing/test-workspace";
import { distribute, openWriter } from "../open-database";

/** @param path where names are looked for; those of the workspace where it is not given */
async function ask<Row extends object>(
  location: string,
  sql: string,
  path?: string,
): Promise<Row[]> {
  const url = new URL(location);
  const namespace = url.searchParams.get("namespace") ?? "";
  url.searchParams.delete("namespace");
  const client = new Client(url.href);
  await client.connect();
  await client.query(`SET search_path TO ${path ?? `${namespace}, throughline_functions`}`);
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
    // A worker's sessions have its own search path.
    const expressions = [
      `${workersFunctions}.json_extract('{"a":{"b":1}}', '$.a.b') AS extracted`,
      `${workersFunctions}.json_valid('{') AS valid`,
      `(SELECT count(*)::int FROM ${workersFunctions}.json_each('[1,2]')) AS members`,
      `'{"a":true}' OPERATOR(${workersFunctions}.->>) '$.a' AS got`,
    ];
    expect(await ask(db.path, `SELECT ${expressions.join(", ")}`, "public")).toEqual([
      { extracted: "1", valid: 0, members: 2, got: "1" },
    ]);
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

it("names the worker that cannot make the functions, and spreads nothing then", async () => {
  await withTestWorkspace(async ({ db }) => {
    await ask(db.path, standInForCitusSql);
    await ask(
      db.path,
      `CREATE OR REPLACE FUNCTION throughline_functions.run_command_on_workers(command text)
        RETURNS TABLE(nodename text, nodeport integer, success boolean, result text) LANGUAGE sql AS
        $$ VALUES ('db2', 5432, true, 'DO'), ('db3', 5433, false, 'ERROR: permission denied') $$`,
    );
    await expect(distribute(db.path)).rejects.toThrow(
      /worker db3:5433 did not make .* \(ERROR: permission denied\); nothing was spread/,
    );
    expect(await ask(db.path, "SELECT FROM pg_dist_partition")).toEqual([]);
  });
});
