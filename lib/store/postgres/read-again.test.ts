import { expect, it } from "vitest";
import { serverVariable } from "@/lib/testing/postgres/test-server";
import { openReader, openWriter } from "../open-database";
import { statement } from "../port";

it("a workspace is read once more where its tables were made while they were looked for", async () => {
  const url = new URL(process.env[serverVariable] ?? "");
  url.searchParams.set("namespace", "latecomer_main");
  const reader = openReader(url.href);
  const found = reader.read(async (connection) => {
    try {
      return await statement<[]>(connection, "SELECT 1 FROM spans").all();
    } finally {
      await (await openWriter(url.href)).close();
    }
  });
  await expect(found).resolves.toEqual([]);
  await reader.close();
});
