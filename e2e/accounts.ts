import { readFileSync } from "node:fs";
import {
  expect,
  type APIRequestContext,
  type Page,
  type PlaywrightWorkerArgs,
} from "@playwright/test";
import type { Role } from "@/lib/domain/permission";
import { runCli } from "@/lib/testing/run-cli";

/** A server that tests look at. */
export type Served = { readonly url: string; readonly data: string };

/** A password that is long enough. */
export const testPassword = "a long walk over the hills";

/** The file in which the admin of the tests stays signed in. */
export const adminState = process.env["E2E_STATE"] ?? "";

/** What a program of the tests sends with its traces. */
export function tokenHeaders(): { readonly authorization: string } {
  return { authorization: `Bearer ${readFileSync(`${adminState}.token`, "utf8")}` };
}

/** Makes a token that may ingest. @returns its secret */
export async function makeToken(data: string, ...options: readonly string[]): Promise<string> {
  const { stdout, stderr } = await runCli(["token", "add", "tests", ...options], { data });
  const secret = stdout.trim().split(" ").at(1);
  if (secret === undefined) throw new Error(`making a token failed: ${stderr}`);
  return secret;
}

/** Adds an account by the command line. @returns the link by which it chooses its password */
async function addAccount(
  { url, data }: Served,
  email: string,
  role: Role,
  ...options: readonly string[]
): Promise<string> {
  const args = ["user", "add", email, "--role", role, "--url", url, ...options];
  const { stdout, stderr } = await runCli(args, { data });
  const link = /http\S+code=\S+/u.exec(stdout)?.[0];
  if (link === undefined) throw new Error(`adding an account failed: ${stderr}`);
  return link;
}

/** Adds an account and is signed in as it. */
export async function signInAs(
  page: Page,
  served: Served,
  role: Role,
  ...options: readonly string[]
): Promise<void> {
  await page.goto(
    await addAccount(served, `${role}@example.com`, role, "--name", role, ...options),
  );
  await page.getByLabel("Password").fill(testPassword);
  await page.getByRole("button", { name: "Set the password" }).click();
  await expect(page.getByRole("link", { name: role, exact: true })).toBeVisible({
    timeout: 30_000,
  });
}

/** Requests of the tests' admin, apart from any page. */
export function adminRequest(
  playwright: PlaywrightWorkerArgs["playwright"],
  baseURL: string | undefined,
): Promise<APIRequestContext> {
  const base = baseURL === undefined ? {} : { baseURL };
  return playwright.request.newContext({ ...base, storageState: adminState });
}
