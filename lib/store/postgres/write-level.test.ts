import { Client } from "pg";
import { expect, it } from "vitest";
import { serverVariable } from "@/lib/testing/postgres/test-server";
import { openWriter } from "../open-database";
import { nextRevision } from "../queue";

it("whoever waited to write sees what was written, whatever the database's own settings are", async () => {
  const url = new URL(process.env[serverVariable] ?? "");
  const waiting = new Client(url.href);
  await waiting.connect();
  url.searchParams.set("namespace", "settings_main");
  url.searchParams.set(
    "options",
    "-c default_transaction_isolation=repeatable\\ read -c standard_conforming_strings=off",
  );
  const [one, other] = [await openWriter(url.href), await openWriter(url.href)];
  const { first, second } = await one.write(async (connection) => {
    // Its lock is got by now.
    const first = await nextRevision(connection);
    const second = other.write(nextRevision);
    // Other tests' writers wait for locks of their own.
    const sql = `SELECT FROM pg_locks WHERE locktype = 'advisory' AND NOT granted AND
      (classid::bigint << 32 | objid::bigint) = hashtextextended('throughline writes settings_main', 0)`;
    await expect.poll(async () => (await waiting.query(sql)).rowCount).toBe(1);
    return { first, second };
  });
  expect(await second).toBe(first + 1);
  await Promise.all([one.close(), other.close(), waiting.end()]);
});
