import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { runCli } from "@/lib/testing/run-cli";
import { forgetPeople } from "./accounts";
import { freePort } from "./free-port";
import { startOwnServer, type OwnServer } from "./own-server";
import { expect, test } from "./test";

let server: OwnServer;
let provider: ChildProcess;

test.use({ storageState: { cookies: [], origins: [] } });

test.beforeAll(async () => {
  const providerPort = String(await freePort());
  const ownPort = String(await freePort());
  const own = `http://127.0.0.1:${ownPort}`;
  const script = join(process.cwd(), "e2e", "oidc-provider.mjs");
  provider = spawn(process.execPath, [script, providerPort, `${own}/api/auth/callback/oidc`], {
    stdio: ["ignore", "pipe", "ignore"],
  });
  if (provider.stdout !== null) await once(provider.stdout, "data");
  server = await startOwnServer([], {
    accounts: "none",
    env: {
      PORT: ownPort,
      THROUGHLINE_OIDC_ISSUER: `http://127.0.0.1:${providerPort}`,
      THROUGHLINE_OIDC_CLIENT_ID: "throughline",
      THROUGHLINE_OIDC_CLIENT_SECRET: "a secret of tests",
      THROUGHLINE_OIDC_NAME: "Example",
      THROUGHLINE_OIDC_ROLES: "leads=supervisor,builders=engineer",
    },
  });
});
test.afterEach(async ({ page, complaints }) => {
  // The provider's pages request an external font.
  complaints.length = 0;
  await page.goto("about:blank");
  await forgetPeople(server);
});
test.afterAll(async () => {
  await server.stop();
  provider.kill();
});

async function signInByProvider(page: Page, login: string): Promise<void> {
  await page.getByRole("button", { name: "Sign in with Example" }).click();
  await page.getByPlaceholder("Enter any login").fill(login);
  await page.getByPlaceholder("and password").fill("any");
  await page.getByRole("button", { name: "Sign-in" }).click();
  await page.getByRole("button", { name: "Continue" }).click();
}

test("a provider's group is a role here, and the page one wanted is reached @release", async ({
  page,
}) => {
  await page.goto(`${server.url}/data-health?days=30`);
  await signInByProvider(page, "grace@leads");
  await expect(page).toHaveURL(`${server.url}/data-health?days=30`);
  await expect(page.getByRole("link", { name: "grace" })).toBeVisible();
  const { stdout } = await runCli(["user", "list"], { data: server.data });
  expect(stdout).toMatch(/supervisor\s+grace@example\.com/u);
});

test("a person in no mapped group is refused", async ({ page }) => {
  await page.goto(server.url);
  await signInByProvider(page, "eve");
  await expect(page.getByText("gives you none of the roles")).toBeVisible();
  const { stdout } = await runCli(["user", "list"], { data: server.data });
  expect(stdout).toBe("");
});

test("an account is taken over only by an address that the provider verified", async ({ page }) => {
  for (const name of ["unverified", "verified"]) {
    await runCli(["user", "add", `${name}@example.com`, "--role", "cx"], { data: server.data });
  }
  await page.goto(server.url);
  await signInByProvider(page, "unverified@leads");
  await expect(page.getByText("did not verify that it is yours")).toBeVisible();
  await page.context().clearCookies();
  await page.goto(server.url);
  await signInByProvider(page, "verified@leads");
  await expect(page.getByRole("link", { name: "verified@example.com" })).toBeVisible();
});

test("a disabled account cannot sign in by the provider either", async ({ page }) => {
  await page.goto(server.url);
  await signInByProvider(page, "grace@leads");
  await expect(page.getByRole("link", { name: "grace" })).toBeVisible();
  await runCli(["user", "revoke", "grace@example.com"], { data: server.data });
  await page.getByRole("link", { name: "Data health" }).click();
  await expect(page).toHaveURL(/\/sign-in/u);
  await page.context().clearCookies();
  await page.goto(server.url);
  await signInByProvider(page, "grace@leads");
  await expect(page.getByText("This account was ended")).toBeVisible();
});
