import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { defineConfig } from "@playwright/test";
import { browserArgs, findBrowser } from "./bin/tools/browser.mjs";

// Workers read this file again; they inherit what the first reading settled.
if (!process.env.E2E_DATA) {
  const folder = mkdtempSync(join(tmpdir(), "throughline-e2e-"));
  process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
  process.env.E2E_DATA = join(folder, "seed");
  process.env.E2E_STATE = join(folder, "admin.json");
  process.env.E2E_BROWSER = (await findBrowser()) ?? "";
}

/** `release`: what a release stands on; `all`: everything on both engines; absent: all of SQLite that is named. */
const tier = process.env.THROUGHLINE_TEST_TIER;
/** `sqlite` or `postgres`: only that one. */
const engine = process.env.THROUGHLINE_TEST_ENGINE ?? (tier === "all" ? undefined : "sqlite");
/** How many times as long as usual this machine takes; `bin/test.mjs` measures it. */
const pace = Number(process.env.THROUGHLINE_TEST_PACE ?? 1);
const projects = [
  // Without what only PostgreSQL has: several servers of one database, and its outages.
  { name: "sqlite", use: { engine: "sqlite" }, grepInvert: /@several-servers|@outage/ },
  { name: "postgres", use: { engine: "postgres" }, grepInvert: /@files/ },
];

export default defineConfig({
  projects: projects.filter(({ name }) => engine === undefined || name === engine),
  grep: tier === "release" ? /@release/ : /./,
  testDir: "e2e",
  globalSetup: "./e2e/global-setup.ts",
  forbidOnly: true,
  retries: 0,
  timeout: 120_000 * pace,
  expect: { timeout: 15_000 * pace },
  workers: 2,
  use: {
    storageState: process.env.E2E_STATE,
    browserName: "chromium",
    launchOptions: { executablePath: process.env.E2E_BROWSER || undefined, args: browserArgs },
  },
});
