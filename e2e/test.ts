import { expect, test as base } from "@playwright/test";
import { startSeededServer, type OwnServer } from "./own-server";

type EachTest = {
  /** What the page has complained about so far. */
  readonly complaints: string[];
};
type EachWorker = {
  /** The server behind addresses without an origin; its data are this worker's alone. */
  readonly server: OwnServer;
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
