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

/** `sqlite` or `postgres`: only that one, and all of its tests. */
const engine = process.env.THROUGHLINE_TEST_ENGINE;
const isWhole = engine === "postgres" || process.env.THROUGHLINE_LONG !== undefined;
const projects = [
  // Without what only PostgreSQL has: several servers of one database, and its outages.
  { name: "sqlite", use: { engine: "sqlite" }, grepInvert: /@several-servers|@outage/ },
  {
    name: "postgres",
    use: { engine: "postgres" },
    // Those in which most of the store's statements are asked; of what only files have, none.
    grep: isWhole ? /./ : /@postgres/,
    grepInvert: /@files/,
  },
];

export default defineConfig({
  projects: projects.filter(({ name }) => engine === undefined || name === engine),
  testDir: "e2e",
  globalSetup: "./e2e/global-setup.ts",
  forbidOnly: true,
  retries: 0,
  // Against what never ends: a busy machine takes several times as long as an idle one.
  timeout: 600_000,
  expect: { timeout: 120_000 },
  workers: 2,
  use: {
    storageState: process.env.E2E_STATE,
    browserName: "chromium",
    launchOptions: { executablePath: process.env.E2E_BROWSER || undefined, args: browserArgs },
  },
});
