import { readFileSync } from "node:fs";
import { expect, test as base, type BrowserContext, type Cookie } from "@playwright/test";
import { forgetPeople } from "./accounts";
import { startOwnServer, startSeededServer, type OwnServer } from "./own-server";

type EachTest = {
  /** A server with the demo and no data, where nobody has an account or has tried to sign in. */
  readonly newServer: OwnServer;
  /** What the page has complained about so far. */
  readonly complaints: string[];
};
type EachWorker = {
  /** The server behind addresses without an origin; its data are this worker's alone. */
  readonly server: OwnServer;
  /** What `newServer` is, one test after the other. */
  readonly serverOfNobody: OwnServer;
  /** What `context` is, one test after the other: scripts once loaded are at hand. */
  readonly profile: BrowserContext;
};
/** What the fixture `storageState` gives: the file that holds it, or itself. */
type Stored = string | { readonly cookies: readonly unknown[] } | undefined;

/** Playwright's test on a server of the worker's own, in which anything the page complains about fails it. */
export const test = base.extend<EachTest, EachWorker>({
  server: [
    async ({}, use) => {
      const server = await startSeededServer();
      await use(server);
      await server.stop();
    },
    { scope: "worker", timeout: 60_000 },
  ],
  serverOfNobody: [
    async ({}, use) => {
      const server = await startOwnServer([], { accounts: "none", hasDemo: true });
      await use(server);
      await server.stop();
    },
    { scope: "worker", timeout: 60_000 },
  ],
  newServer: async ({ serverOfNobody }, use) => {
    forgetPeople(serverOfNobody);
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
  // Cookies are all that our pages keep in a browser.
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
