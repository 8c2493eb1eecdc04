import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { defineConfig } from "@playwright/test";
import { browserArgs, findBrowser } from "./bin/tools/browser.mjs";
import { freePort } from "./bin/tools/port.mjs";

// Workers read this file again; they inherit what the first reading settled.
if (!process.env.E2E_PORT) {
  const data = mkdtempSync(join(tmpdir(), "throughline-e2e-"));
  process.on("exit", () => rmSync(data, { recursive: true, force: true }));
  process.env.E2E_DATA = data;
  process.env.E2E_STATE = join(data, "admin.json");
  process.env.E2E_PORT = String(await freePort(20_000 + (process.pid % 20_000)));
  process.env.E2E_BROWSER = (await findBrowser()) ?? "";
}
const baseURL = `http://127.0.0.1:${process.env.E2E_PORT}`;

export default defineConfig({
  testDir: "e2e",
  globalSetup: "./e2e/global-setup.ts",
  forbidOnly: true,
  retries: 0,
  workers: 1,
  use: {
    baseURL,
    storageState: process.env.E2E_STATE,
    browserName: "chromium",
    launchOptions: { executablePath: process.env.E2E_BROWSER || undefined, args: browserArgs },
  },
  webServer: {
    command: "node bin/start.mjs",
    url: baseURL,
    env: { PORT: process.env.E2E_PORT, THROUGHLINE_DATA: process.env.E2E_DATA },
    gracefulShutdown: { signal: "SIGTERM", timeout: 10_000 },
    timeout: 180_000,
  },
});
