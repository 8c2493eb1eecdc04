import { expect, it } from "vitest";
import { readRefusals } from "@/lib/testing/postgres/citus-refusals";
import { connectToNamespace } from "@/lib/testing/postgres/connect-to-namespace";
import { withTestWorkspace } from "@/lib/testing/test-workspace";

/** Statements of the shapes with which Citus documents or tests what it plans and what it refuses. */
const statements: readonly (readonly [sql: string, refusals: readonly string[]])[] = [
  ["SELECT c.case_id FROM cases c JOIN messages m ON m.case_key = c.id", []],
  ["SELECT count(*) FROM messages m JOIN contents t ON t.id = m.content", []],
  ["SELECT 1 FROM spans WHERE trace IN (SELECT CAST(key AS bigint) FROM queue)", []],
  ["SELECT 1 FROM cases WHERE id IN (SELECT trace FROM spans LIMIT 5)", []],
  ["SELECT 1 FROM cases c JOIN messages m ON m.content = c.id", ["not-colocated"]],
  ["SELECT 1 FROM cases c JOIN spans s ON s.trace = c.id", ["not-colocated"]],
  [
    "SELECT 1 FROM queue q WHERE EXISTS (SELECT 1 FROM spans s WHERE s.trace = CAST(q.key AS bigint))",
    ["local"],
  ],
  ["SELECT 1 FROM cases c WHERE EXISTS (SELECT 1 FROM queue q WHERE q.key = c.case_id)", ["local"]],
  [
    "SELECT 1 FROM contents t WHERE EXISTS (SELECT 1 FROM messages m WHERE m.content = t.id)",
    ["correlated"],
  ],
  ["DELETE FROM contents WHERE id IN (SELECT content FROM messages)", []],
  ["DELETE FROM contents t USING messages m WHERE m.content = t.id", ["target"]],
];

it("are found in statements that Citus refuses, and in none of those that it plans", async () => {
  await withTestWorkspace(async ({ db }) => {
    const client = await connectToNamespace(db.path);
    const found: (readonly [string, readonly string[]])[] = [];
    for (const [sql] of statements) found.push([sql, [...(await readRefusals(client, sql))]]);
    await client.end();
    expect(found).toEqual(statements);
  });
});
