import { readFileSync } from "node:fs";
import { expect, test as base, type BrowserContext, type Cookie } from "@playwright/test";
import { clockShiftMs } from "@/lib/clock/server";
import { forgetPeople } from "./accounts";
import { chooseEngine, type Engine } from "./engine";
import { startOwnServer, startSeededServer, type OwnServer } from "./own-server";
import { shiftClock } from "./shift-clock";

type EachTest = {
  /** A server with the demo, without other data, accounts or sign-in attempts. */
  readonly newServer: OwnServer;
  /** Console errors and failed requests so far. */
  readonly complaints: string[];
};
type EachWorker = {
  /** Where the tests' servers keep their workspaces; a project's choice. */
  readonly engine: Engine;
  /** Lets all that this worker starts use its engine; set up before all others. */
  readonly choice: undefined;
  /** The server of relative URLs; its data are this worker's. */
  readonly server: OwnServer;
  /** `newServer`, reused by one test after another. */
  readonly serverOfNobody: OwnServer;
  /** `context`, reused by one test after another, so that scripts are cached. */
  readonly profile: BrowserContext;
};
/** Value of the fixture `storageState`: a file or its contents. */
type Stored = string | { readonly cookies: readonly unknown[] } | undefined;

/** Playwright's test on the worker's own server; any console error or failed request fails it. */
export const test = base.extend<EachTest, EachWorker>({
  engine: ["sqlite", { scope: "worker", option: true }],
  choice: [
    async ({ engine }, use) => {
      chooseEngine(engine);
      await use(undefined);
    },
    { scope: "worker", auto: true },
  ],
  // Its pages go by the clock of the servers.
  browser: [
    async ({ browser }, use) => {
      if (clockShiftMs !== 0) shiftClock(browser, clockShiftMs);
      await use(browser);
    },
    { scope: "worker" },
  ],
  server: [
    async ({}, use) => {
      const server = await startSeededServer();
      await use(server);
      await server.stop();
    },
    { scope: "worker", timeout: 300_000 },
  ],
  serverOfNobody: [
    async ({}, use) => {
      const server = await startOwnServer([], { accounts: "none", hasDemo: true });
      await use(server);
      await server.stop();
    },
    { scope: "worker", timeout: 300_000 },
  ],
  newServer: async ({ serverOfNobody }, use) => {
    await forgetPeople(serverOfNobody);
    await use(serverOfNobody);
  },
  profile: [
    async ({ browser, server }, use) => {
      const profile = await browser.newContext({ baseURL: server.url });
      await use(profile);
      await profile.close();
    },
    { scope: "worker" },
  ],
  // Our pages only store cookies.
  context: async ({ profile, storageState }, use) => {
    await profile.clearCookies();
    await profile.addCookies(cookiesOf(storageState));
    await use(profile);
    await Promise.all(profile.pages().map((page) => page.close()));
  },
  baseURL: ({ server }, use) => use(server.url),
  complaints: async ({}, use) => {
    const complaints: string[] = [];
    await use(complaints);
    expect(complaints).toEqual([]);
  },
  page: async ({ page, complaints }, use) => {
    page.on("console", (message) => {
      if (message.type() === "error" || message.type() === "warning") {
        complaints.push(message.text());
      }
    });
    page.on("pageerror", (error) => complaints.push(error.message));
    await use(page);
  },
});

function cookiesOf(stored: Stored): Cookie[] {
  const state: unknown =
    typeof stored === "string" ? JSON.parse(readFileSync(stored, "utf8")) : stored;
  return (state as { readonly cookies: Cookie[] } | undefined)?.cookies ?? [];
}

export { expect };
