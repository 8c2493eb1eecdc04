import { expect, test as base } from "@playwright/test";
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
};

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

export { expect };
