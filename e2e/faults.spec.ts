import { closeSync, openSync, writeSync } from "node:fs";
import { join } from "node:path";
import { connect } from "@/db/connect";
import { openProxy } from "@/lib/testing/postgres/open-proxy";
import { serverVariable } from "@/lib/testing/postgres/test-server";
import { freePort } from "./free-port";
import { startOwnServer } from "./own-server";
import { expect, test } from "./test";

const pageBytes = 4096;

/** Overwrites the pages that hold a table's rows. */
function damageTable(path: string, table: string): void {
  const connection = connect(path, "writer");
  connection.pragma("wal_checkpoint(TRUNCATE)");
  const sql = "SELECT pageno FROM dbstat WHERE name = ? AND pagetype = 'leaf'";
  const pages = connection.prepare<[string], number>(sql).pluck().all(table);
  connection.close();
  const file = openSync(path, "r+");
  for (const page of pages)
    writeSync(file, Buffer.alloc(pageBytes, 0xa5), 0, pageBytes, (page - 1) * pageBytes);
  closeSync(file);
}

test(
  "a damaged file is told on pages and by /readyz",
  { tag: "@files" },
  async ({ page, complaints }) => {
    const server = await startOwnServer(["lib/testing/instrumentations"]);
    try {
      damageTable(join(server.data, "main.db"), "cases");
      await server.restart();
      await page.goto(`${server.url}/cases`);
      await expect(page.getByText("A file in the server’s data folder is damaged")).toBeVisible();
      // The answer's status, and what React says of it.
      expect(
        complaints.splice(0).filter((each) => !/status of 500|error #441/u.test(each)),
      ).toEqual([]);
      await expect
        .poll(async () => (await fetch(`${server.url}/readyz`)).text())
        .toMatch(/^The file main\.db in the data folder is damaged.*docs\/operations\.md/u);
      expect((await fetch(`${server.url}/readyz`)).status).toBe(503);
      expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
      const cases = await page.request.get(`${server.url}/api/v1/cases`);
      expect([cases.status(), cases.headers()["retry-after"], await cases.json()]).toMatchObject([
        503,
        "2",
        { status: 503, detail: expect.stringMatching(/^A file in the server’s data folder/u) },
      ]);
    } finally {
      await server.stop();
    }
  },
);

test(
  "pages say 503 and when to come again while the database is away",
  { tag: "@files" },
  async ({ request }) => {
    const url = `postgres://nobody:secret@127.0.0.1:${String(await freePort())}/none`;
    const server = await startOwnServer([], { env: { THROUGHLINE_DATABASE_URL: url } });
    try {
      for (const path of ["/", "/cases", "/sign-in", "/nothing-here"]) {
        const answer = await request.get(`${server.url}${path}`, { maxRedirects: 0 });
        expect([path, answer.status(), answer.headers()["retry-after"]]).toEqual([path, 503, "2"]);
        expect(answer.headers()["content-type"]).toContain("text/html");
      }
    } finally {
      await server.stop();
    }
  },
);

test(
  "an outage of the database: pages are loaded again when asked, and by themselves once it is over; what is typed stays",
  { tag: "@outage" },
  async ({ page, complaints }) => {
    const proxy = await openProxy(Number(new URL(process.env[serverVariable] ?? "").port));
    const server = await startOwnServer([], { databasePort: proxy.port });
    const away = page.getByText("The database that holds the cases does not answer");
    const there = page.getByRole("heading", { level: 1, name: "Nothing has come in yet" });
    const address = `${server.url}/ingest`;
    try {
      await page.goto(`${server.url}/cases`);
      proxy.set("refused");
      await page.getByRole("link", { name: "Ingest", exact: true }).click();
      await expect(away).toBeVisible();
      proxy.set("open");
      await expect(there).toBeVisible();

      proxy.set("refused");
      await page.goto(address);
      await expect(away).toBeVisible();
      const loading = page.waitForRequest((request) => request.isNavigationRequest());
      await page.getByRole("button", { name: "Try again" }).click();
      expect((await loading).url()).toBe(address);
      await expect(away).toBeVisible();
      proxy.set("open");
      await expect(there).toBeVisible();

      await page.goto(`${server.url}/access`);
      const form = page.getByRole("form", { name: "Add a person" });
      await form.getByLabel("Name").fill("Grace");
      await form.getByLabel("E-mail").fill("grace@example.com");
      proxy.set("refused");
      await form.getByRole("button", { name: "Add person" }).click();
      await expect(form).toContainText(/This may not have been saved.*database.*does not answer/u);
      await expect(form.getByLabel("Name")).toHaveValue("Grace");
      proxy.set("open");
      await expect(async () => {
        await form.getByRole("button", { name: "Add person" }).click();
        await expect(form).toContainText("Pass this link on", { timeout: 5000 });
      }).toPass();
      await page.goto("about:blank");
      // The answers' status, and what React says of it.
      expect(
        complaints.splice(0).filter((each) => !/status of 50[03]|error #441/u.test(each)),
      ).toEqual([]);
    } finally {
      await server.stop();
      proxy.close();
    }
  },
);
