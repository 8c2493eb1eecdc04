import { writeFileSync } from "node:fs";
import { Client } from "pg";
import { nowUs } from "@/lib/clock/server";
import { databaseEnv } from "@/lib/testing/postgres/folder-database";
import { runCli } from "@/lib/testing/run-cli";
import { asLines, otlpRequest } from "@/lib/testing/spans/otlp";
import { makeToken, signInAs } from "./accounts";
import { openEventStream } from "./event-stream";
import { startBeside, startOwnServer } from "./own-server";
import { expect, test } from "./test";

/** What servers of one database are given alike. */
const keys = { THROUGHLINE_KEY: "7".repeat(64), NEXTAUTH_SECRET: "8".repeat(64) };

test(
  "two servers of one database share sessions, and each tells at once of what the other or a command stored",
  { tag: "@several-servers" },
  async ({ page }, info) => {
    const one = await startOwnServer([], { accounts: "none", env: keys });
    const other = await startBeside(one, keys);
    try {
      await signInAs(page, one, "admin");
      const stream = await openEventStream(other.url, page.request, "/api/live/events?since=0");
      expect(stream.status).toBe(200);
      const secret = await makeToken(one.data);
      const sent = await page.request.post(`${one.url}/v1/traces`, {
        headers: { authorization: `Bearer ${secret}` },
        data: said(1),
      });
      expect(sent.status()).toBe(200);
      await expect.poll(stream.text, { intervals: [50] }).toContain("case-1");
      const file = info.outputPath("more.jsonl");
      writeFileSync(file, asLines([said(2)]));
      const { code, stderr } = await runCli(["ingest", file], { data: one.data, env: keys });
      expect(code, stderr).toBe(0);
      await expect.poll(stream.text, { intervals: [50] }).toContain("case-2");

      await page.goto(`${other.url}/live`);
      await expect(page.getByRole("row").filter({ hasText: "case-2" })).toBeVisible();
      await page.goto(`${one.url}/account`);
      await page.getByRole("button", { name: "Sign out" }).click();
      await expect(page).toHaveURL(/\/sign-in/u);
      await stream.ended;
      expect(stream.text()).toContain("event: ended");
    } finally {
      await other.stop();
      await one.stop();
    }
  },
);

function said(index: number) {
  return otlpRequest([
    {
      ...{ traceId: String(index).padStart(32, "c"), spanId: String(index).padStart(16, "c") },
      ...{ name: "message", startUs: nowUs() },
      attributes: {
        ...{ case_id: `case-${String(index)}`, customer_id: "ada", channel: "chat" },
        ...{ "message.role": "customer", "message.content": "Where is my viola?" },
      },
    },
  ]);
}

test(
  "the first page waits until every workspace has its tables",
  { tag: "@several-servers" },
  async ({ page }) => {
    const server = await startOwnServer([]);
    const client = new Client(databaseEnv(server.data).THROUGHLINE_DATABASE_URL);
    try {
      await client.connect();
      await client.query("SELECT pg_advisory_lock(hashtextextended('throughline migrates', 0))");
      await client.query("DROP SCHEMA IF EXISTS throughline_demo CASCADE");
      let isHeld = true;
      await server.restart();
      const answering = page.request.get(`${server.url}/ingest`);
      const waiting = "SELECT FROM pg_locks WHERE locktype = 'advisory' AND NOT granted";
      await expect.poll(async () => (await client.query(waiting)).rowCount).toBeGreaterThan(0);
      // Long enough for a server that does not wait for it.
      setTimeout(() => {
        isHeld = false;
        void client.query("SELECT pg_advisory_unlock_all()");
      }, 1000);
      expect((await answering).status()).toBe(200);
      expect(isHeld).toBe(false);
    } finally {
      await client.end();
      await server.stop();
    }
  },
);
