import { Client } from "pg";
import { expect, it, vi } from "vitest";
import { emptyLocation } from "@/lib/testing/postgres/folder-database";
import { serverVariable } from "@/lib/testing/postgres/test-server";
import { openReader, openWriter } from "../open-database";
import { nextRevision } from "../queue";

it("tells of what others commit, of nothing that was taken back, and again after its connection was cut", async () => {
  const location = await emptyLocation();
  const writer = await openWriter(location);
  const reader = openReader(location);
  const listener = vi.fn<() => void>();
  const stop = reader.onWrite?.(listener);
  await expect.poll(() => listener.mock.calls.length).toBe(1);
  const failing = writer.write(async (connection) => {
    await nextRevision(connection);
    throw new Error("taken back");
  });
  await expect(failing).rejects.toThrow("taken back");
  await writer.write((connection) => nextRevision(connection));
  await expect.poll(() => listener.mock.calls.length).toBe(2);

  const client = new Client(process.env[serverVariable]);
  await client.connect();
  const cut = await client.query(
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE 'LISTEN %' AND datname = $1",
    [new URL(location).pathname.slice(1)],
  );
  await client.end();
  expect(cut.rowCount).toBe(1);
  // Once it listens again, without a write.
  await expect.poll(() => listener.mock.calls.length).toBe(3);
  stop?.();
  await Promise.all([writer.close(), reader.close()]);
});
