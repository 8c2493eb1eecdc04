import { readFileSync } from "node:fs";
import {
  expect,
  type APIRequestContext,
  type APIResponse,
  type Page,
  type PlaywrightWorkerArgs,
} from "@playwright/test";
import { z } from "zod";
import type { Role } from "@/lib/domain/people/permission";
import { runCli } from "@/lib/testing/run-cli";
import { callAction } from "./call-action";
import { changeStored } from "./stored";

/** A server under test. */
export type Served = { readonly url: string; readonly data: string };

/** A password of sufficient length. */
export const testPassword = "a long walk over the hills";

/** Storage state of the signed-in test admin. */
export const adminState = process.env["E2E_STATE"] ?? "";

/** Headers of a program's token. */
export function tokenHeaders(): { readonly authorization: string } {
  return { authorization: `Bearer ${readFileSync(`${adminState}.token`, "utf8")}` };
}

/**
 * Creates a token for ingest.
 * @returns its secret
 */
export async function makeToken(data: string, ...options: readonly string[]): Promise<string> {
  const { stdout, stderr } = await runCli(["token", "add", "tests", ...options], { data });
  const secret = stdout.trim().split(" ").at(1);
  if (secret === undefined) throw new Error(`making a token failed: ${stderr}`);
  return secret;
}

/**
 * Adds an account by the command line.
 * @returns its password link
 */
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

let people = 0;

/**
 * Adds another account named after its role and signs the page's context in; the page stays where it is.
 * @returns its e-mail address
 */
export async function signInAs(
  page: Page,
  served: Served,
  role: Role,
  ...options: readonly string[]
): Promise<string> {
  people += 1;
  const email = `${role}-${String(people)}@example.com`;
  await addAndSignIn(page.request, served, { email, role }, options);
  return email;
}

/** Adds an account and signs in without a browser. */
export async function signInByRequest(
  request: APIRequestContext,
  served: Served,
  role: Role,
  ...options: readonly string[]
): Promise<void> {
  const email = `${[role, ...options].join("").toLowerCase()}@example.com`;
  await addAndSignIn(request, served, { email, role }, options);
}

async function addAndSignIn(
  request: APIRequestContext,
  served: Served,
  { email, role }: { readonly email: string; readonly role: Role },
  options: readonly string[],
): Promise<void> {
  const link = new URL(await addAccount(served, email, role, "--name", role, ...options));
  const input = { code: link.hash.replace("#code=", ""), password: testPassword, admin: null };
  const chosen = await callAction(request, served.url, "choosePassword", input);
  expect(chosen).toContain('"isDone":true');
  const answer = await postSignIn(request, served.url, "password", {
    email,
    password: testPassword,
  });
  expect(answer.status()).toBe(200);
}

/** Deletes accounts and sign-in attempts; the audit log is kept. */
export async function forgetPeople({ data }: Served): Promise<void> {
  const tables = ["sessions", "password_links", "sign_in_tries", "refusals", "tokens", "accounts"];
  await changeStored(data, "access", tables.map((table) => `DELETE FROM ${table}`).join(";"));
}

/**
 * Posts to the sign-in like its page.
 * @param way "password" or "demo"
 */
export async function postSignIn(
  request: APIRequestContext,
  url: string,
  way: "password" | "demo",
  fields: Readonly<Record<string, string>>,
): Promise<APIResponse> {
  const csrf: unknown = await (await request.get(`${url}/api/auth/csrf`)).json();
  const { csrfToken } = z.object({ csrfToken: z.string() }).parse(csrf);
  return request.post(`${url}/api/auth/callback/${way}`, {
    headers: { origin: url },
    form: { ...fields, csrfToken, json: "true" },
  });
}

/** Requests as the test admin, outside any page. */
export function adminRequest(
  playwright: PlaywrightWorkerArgs["playwright"],
  baseURL: string | undefined,
): Promise<APIRequestContext> {
  const base = baseURL === undefined ? {} : { baseURL };
  return playwright.request.newContext({ ...base, storageState: adminState });
}
